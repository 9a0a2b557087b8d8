/** What comes back of a purchase: money, points and tier credit by line and quantity, and what is refused. */
import fc from 'fast-check'
import { fen, NO_FEN } from '../../src/domain/money/fen'
import { bookRefund, pointsToTakeBack, quoteRefund, refundFenOfLine } from '../../src/domain/refunds/refund'
import { allOf, buys, goods, holderOf, line, mall, newcomer, noonOf, pieces, returns, yuan } from './mall'

describe('is refused', () => {
  const { account, purchase } = buys(newcomer(), [goods('90', 3), goods('10')], '2026-03-01')

  test.each([
    ['a line that the purchase does not have', [pieces(2)], { refused: 'line-unknown', line: 2 }],
    ['a line before the first', [pieces(-1)], { refused: 'line-unknown', line: -1 }],
    ['more than was bought', [pieces(0, 4)], { refused: 'more-than-left', line: 0, left: 3 }],
    [
      'more than was bought by naming a line twice',
      [pieces(0, 2), pieces(0, 2)],
      { refused: 'more-than-left', line: 0, left: 1 },
    ],
    [
      'the first fault in the order of the request',
      [pieces(1, 2), pieces(9)],
      { refused: 'more-than-left', line: 1, left: 1 },
    ],
  ])('%s', (_, wanted, refusal) => {
    expect(quoteRefund(purchase, wanted)).toEqual(refusal)
    expect(bookRefund(account, purchase, wanted, mall, noonOf('2026-03-02'))).toEqual(refusal)
  })

  test('more than an earlier refund left', () => {
    const first = returns(account, purchase, [pieces(0, 2)], '2026-03-02')
    expect(quoteRefund(first.purchase, [pieces(0, 2)])).toEqual({
      refused: 'more-than-left',
      line: 0,
      left: 1,
    })
  })

  test.each([-1, 0.5, NaN])('never silently: %p pieces are a broken invariant', (quantity) => {
    expect(() => quoteRefund(purchase, [pieces(0, quantity)])).toThrow('not a quantity')
  })
})

describe('money', () => {
  test('of a line that does not divide: pieces of ¥1.00 by three pay 33, 33 and 34 fen', () => {
    const shares = [3, 2, 1].map((quantityLeft) =>
      refundFenOfLine({ paidFen: 100, quantity: 3, quantityLeft }, 1),
    )
    expect(shares).toEqual([33, 33, 34])
  })

  test('a line named twice in one refund pays the same as named once', () => {
    const { purchase } = buys(newcomer(), [goods('1', 3)], '2026-03-01')
    const twice = quoteRefund(purchase, [pieces(0, 1), pieces(0, 2)])
    const once = quoteRefund(purchase, [pieces(0, 3)])
    expect('refused' in twice ? null : twice.refundFen).toBe('refused' in once ? undefined : once.refundFen)
  })

  test('freight and gift cards are paid back without taking points or tier credit', () => {
    const bought = buys(newcomer(), [goods('100'), line('freight', '12')], '2026-03-01')
    const refund = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-02')
    expect(refund.quote).toMatchObject({ refundFen: yuan('12'), qualifyingFen: NO_FEN, points: 0 })
    expect(refund.change).toBeNull()
    expect(refund.account).toEqual(bought.account)
  })

  test('a refund of nothing changes nothing', () => {
    const bought = buys(newcomer(), [goods('100')], '2026-03-01')
    expect(returns(bought.account, bought.purchase, [], '2026-03-02').account).toEqual(bought.account)
  })
})

test('points of a purchase without goods are none to take back', () => {
  expect(pointsToTakeBack({ points: 0, paidFen: 0, refundedFenBefore: 0, refundFen: 0 })).toBe(0)
})

test('the tier credit of a refund leaves the day of the purchase, not the day of the refund', () => {
  const bought = buys(newcomer(), [goods('60'), goods('40')], '2026-03-01')
  const other = buys(bought.account, [goods('5')], '2026-03-20')
  const refund = returns(other.account, bought.purchase, [pieces(1)], '2026-03-20')
  expect(refund.account.spendByDay).toEqual({ '2026-03-01': yuan('60'), '2026-03-20': yuan('5') })
})

test('parts in any order pay back exactly what was paid and take back exactly what was earned', () => {
  const aLine = fc.record({
    kind: fc.constantFrom('goods' as const, 'goods' as const, 'freight' as const),
    paidFen: fc.nat(2_000_000),
    quantity: fc.integer({ min: 1, max: 4 }),
  })
  const receipt = fc.array(aLine, { minLength: 1, maxLength: 4 })
  const holders = fc.constantFrom('basic', 'silver', 'gold', 'platinum', 'diamond')
  fc.assert(
    fc.property(receipt, holders, fc.infiniteStream(fc.nat()), (lines, tierId, order) => {
      const bought = buys(
        holderOf(tierId),
        lines.map((each) => ({ ...goods('0'), ...each, paidFen: fen(each.paidFen) })),
        '2026-03-01',
      )
      const left = bought.purchase.lines.flatMap((each, at) =>
        Array.from({ length: each.quantity }, () => pieces(at)),
      )
      let { account, purchase } = bought
      let paidBack = 0
      let takenBack = 0
      while (left.length > 0) {
        const [part] = left.splice((order.next().value ?? 0) % left.length, 1)
        const refund = returns(account, purchase, part ? [part] : [], '2026-03-02')
        expect(refund.quote.points).toBeGreaterThanOrEqual(0)
        expect(refund.quote.refundFen).toBeGreaterThanOrEqual(0)
        paidBack += refund.quote.refundFen
        takenBack += refund.change?.points ?? 0
        account = refund.account
        purchase = refund.purchase
      }
      expect(paidBack).toBe(bought.purchase.paidFen)
      expect(takenBack).toBe(bought.purchase.earning.points)
      expect(purchase).toMatchObject({ refundedFen: paidBack, pointsTakenBack: takenBack })
      expect(account).toMatchObject({ spendByDay: {}, purse: { lots: [], debt: 0 } })
      expect(allOf(purchase).every((each) => each.quantity === 0)).toBe(true)
    }),
  )
})

describe('an undone registration', () => {
  test('was no visit', () => {
    const before = buys(newcomer(), [goods('5')], '2026-02-01').account
    const bought = buys(before, [goods('100')], '2026-03-01')
    const undone = returns(bought.account, bought.purchase, allOf(bought.purchase), '2026-03-01', true)
    expect(undone.account.visits).toEqual({ count: 1, lastDay: '2026-02-01', dayBefore: null })
    expect(undone.account.spendByDay).toEqual(before.spendByDay)
  })

  test('leaves the visit when something else was bought that day', () => {
    const wrong = buys(newcomer(), [goods('1000')], '2026-03-01')
    const right = buys(wrong.account, [goods('100')], '2026-03-01')
    const undone = returns(right.account, wrong.purchase, allOf(wrong.purchase), '2026-03-01', true)
    expect(undone.account.visits).toEqual({ count: 1, lastDay: '2026-03-01', dayBefore: null })
  })

  test('of two mistakes on one day leaves no visit, whichever is undone first', () => {
    const first = buys(newcomer(), [goods('1000')], '2026-03-01')
    const second = buys(first.account, [goods('100')], '2026-03-01')
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const once = returns(second.account, one.purchase, allOf(one.purchase), '2026-03-01', true)
      const twice = returns(once.account, other.purchase, allOf(other.purchase), '2026-03-01', true)
      expect(twice.account.visits).toEqual({ count: 0, lastDay: null, dayBefore: null })
    }
  })

  test('leaves the visit of a later day', () => {
    const wrong = buys(newcomer(), [goods('1000')], '2026-03-01')
    const later = buys(wrong.account, [goods('100')], '2026-03-02')
    const undone = returns(later.account, wrong.purchase, allOf(wrong.purchase), '2026-03-02', true)
    expect(undone.account.visits.lastDay).toBe('2026-03-02')
  })

  test('is told apart from goods brought back, which were a visit', () => {
    const bought = buys(newcomer(), [goods('100')], '2026-03-01')
    const refund = returns(bought.account, bought.purchase, allOf(bought.purchase), '2026-03-01')
    expect(refund.account.visits.count).toBe(1)
  })
})
