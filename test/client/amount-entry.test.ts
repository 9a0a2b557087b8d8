import {
  amountOf,
  EMPTY_ENTRY,
  entryText,
  pressKey,
  type AmountEntry,
  type Key,
} from '../../src/pages/assistant/register/amount-entry'

const keyed = (keys: string, from: AmountEntry = EMPTY_ENTRY): AmountEntry =>
  Array.from(keys).reduce((entry, key) => pressKey(entry, (key === '<' ? 'backspace' : key) as Key), from)

describe('keying an amount in', () => {
  test.each([
    ['', '', 0, '¥0'],
    ['386', '386', 38600, '¥386'],
    ['386.', '386.', 38600, '¥386.'],
    ['386.5', '386.5', 38650, '¥386.5'],
    ['386.00', '386.00', 38600, '¥386.00'],
    ['.5', '0.5', 50, '¥0.5'],
    ['007', '7', 700, '¥7'],
    ['0.05', '0.05', 5, '¥0.05'],
    ['1.2.3', '1.23', 123, '¥1.23'],
    ['999999.99', '999999.99', 99_999_999, '¥999,999.99'],
    ['12<<', '', 0, '¥0'],
    ['1.<<<', '', 0, '¥0'],
  ])('%s stands as %s', (keys, text, fen, shown) => {
    const entry = keyed(keys)
    expect(entry.text).toBe(text)
    expect(amountOf(entry)).toBe(fen)
    expect(entryText(entry)).toBe(shown)
  })

  test('a third decimal and a seventh digit change nothing and say why; the next key that counts takes the words away', () => {
    expect(keyed('1.234')).toEqual({ text: '1.23', limit: 'decimals' })
    expect(keyed('1234567')).toEqual({ text: '123456', limit: 'largest' })
    expect(keyed('1234567.')).toEqual({ text: '123456.', limit: null })
    expect(keyed('1.234<').limit).toBeNull()
  })

  test('clear empties, whatever stood there', () => {
    expect(pressKey(keyed('1.234'), 'clear')).toBe(EMPTY_ENTRY)
  })

  test('a key that changes nothing gives the same object, so that nothing is drawn again', () => {
    const withPoint = keyed('1.')
    expect(pressKey(withPoint, '.')).toBe(withPoint)
    expect(pressKey(EMPTY_ENTRY, 'backspace')).toBe(EMPTY_ENTRY)
  })
})
