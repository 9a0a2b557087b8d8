import type { Key } from '../../src/pages/assistant/register/amount-entry'
import {
  countOf,
  EMPTY_ORDER,
  linesOf,
  pieceName,
  priceOf,
  stepOrder,
  type KeyedOrder,
} from '../../src/pages/assistant/register/pieces'

/** Digits as they are pressed; `+` is one more piece, `<` takes a digit back. */
const keyed = (keys: string, from: KeyedOrder = EMPTY_ORDER): KeyedOrder =>
  Array.from(keys).reduce(
    (order, key) =>
      stepOrder(
        order,
        key === '+' ? { kind: 'add' } : { kind: 'key', key: (key === '<' ? 'backspace' : key) as Key },
      ),
    from,
  )
const amounts = (order: KeyedOrder) => linesOf(order).map(({ unitFen, quantity }) => [unitFen, quantity])

describe('pieces', () => {
  test('an amount alone is one line; with several the one being keyed in counts as the last', () => {
    expect(amounts(keyed('386'))).toEqual([[38_600, 1]])
    expect(amounts(keyed('198+59.5+12'))).toEqual([
      [19_800, 1],
      [5_950, 1],
      [1_200, 1],
    ])
    expect(priceOf(keyed('198+59.5+12'))).toBe(26_950)
    expect(amounts(keyed('198+'))).toEqual([[19_800, 1]])
    expect(linesOf(keyed(''))).toEqual([])
  })

  test('no piece is added without an amount, and no more than fifty lines are sent', () => {
    expect(keyed('+').entry.limit).toBe('noAmount')
    expect(keyed('198++').pieces).toHaveLength(1)
    const full = keyed('1+'.repeat(60))
    expect(full.entry.limit).toBe('mostPieces')
    expect(linesOf(full)).toHaveLength(50)
  })

  test('backspace on an empty amount takes the last piece back to be keyed again', () => {
    const back = keyed('198+59.50+<')
    expect(back.entry.text).toBe('59.50')
    expect(back.pieces).toHaveLength(1)
    expect(keyed('120+<').entry.text).toBe('120')
  })

  test('a piece that was counted or named is removed by its own button alone', () => {
    const order = keyed('198+')
    const [piece] = order.pieces
    if (!piece) throw new Error('no piece')
    const twice = stepOrder(order, { kind: 'change', piece: { ...piece, quantity: 2, name: '围巾' } })
    expect([countOf(twice), priceOf(twice)]).toEqual([2, 39_600])
    expect(keyed('<', twice).pieces).toHaveLength(1)
    expect(stepOrder(twice, { kind: 'remove', id: piece.id }).pieces).toEqual([])
  })

  test.each([
    ['  针织衫 \n 蓝色 ', '针织衫 蓝色'],
    ['', null],
    ['\u200b \u202e', null],
    ['针'.repeat(30), '针'.repeat(20)],
    [`${'a'.repeat(19)}👗`, 'a'.repeat(19)],
  ])('what is typed as a name: %j → %j', (typed, name) => expect(pieceName(typed)).toBe(name))
})
