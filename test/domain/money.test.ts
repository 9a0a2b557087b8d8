/** Money is whole fen: how it is added, split, rounded, written and read. */
import fc from 'fast-check'
import {
  addFen,
  fen,
  percentOfRoundedDown,
  shareRoundedDown,
  splitByLargestRemainder,
  subtractFen,
  timesFen,
  wholeYuanRoundedDown,
} from '../../src/domain/money/fen'
import { countText, parseYuan, shortYuanText, yuanDigits, yuanText } from '../../src/domain/money/yuan-text'

test.each([0.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('%p is no amount of fen', (amount) => {
  expect(() => fen(amount)).toThrow('not a whole number of fen')
})

test('a sum, a difference or a product beyond what a number can hold exactly throws instead of losing a fen', () => {
  const most = fen(Number.MAX_SAFE_INTEGER)
  expect(() => addFen(most, fen(1))).toThrow()
  expect(() => subtractFen(fen(-1), most)).toThrow()
  expect(() => timesFen(most, 2)).toThrow()
})

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [100, [2, 1], [67, 33]],
  [5, [1, 1], [3, 2]],
  [1, [1, 3], [0, 1]],
  [10, [0, 1, 0], [0, 10, 0]],
  [7, [0, 0], [7, 0]],
  [0, [3, 4], [0, 0]],
  [-100, [1, 1, 1], [-34, -33, -33]],
])('%p fen by the weights %j are %j', (amount, weights, parts) => {
  expect(splitByLargestRemainder(fen(amount), weights)).toEqual(parts)
})

test('a split without parts is a broken invariant', () => {
  expect(() => splitByLargestRemainder(fen(1), [])).toThrow('a split needs a part')
})

test('the parts of any split sum to what was split, and none is a fen or more off its exact share', () => {
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), weights, (amount, each) => {
      const parts = splitByLargestRemainder(fen(amount), each)
      const whole = each.reduce((sum, weight) => sum + weight, 0)
      expect(addFen(...parts)).toBe(amount)
      if (whole === 0) return
      parts.forEach((part, at) =>
        expect(Math.abs(part - (amount * (each[at] ?? 0)) / whole)).toBeLessThan(1.001),
      )
    }),
  )
})

test('percentages, whole yuan and shares drop what is broken', () => {
  expect(percentOfRoundedDown(fen(99), 2)).toBe(1)
  expect(wholeYuanRoundedDown(fen(31_699))).toBe(316)
  expect(shareRoundedDown(474, 10_000, 31_670)).toBe(149)
})

test('a share is exact where the product no longer fits a number, and a share of nothing throws', () => {
  expect(shareRoundedDown(9_007_199_254_740_991, 9_007_199_254_740_990, 9_007_199_254_740_991)).toBe(
    9_007_199_254_740_990,
  )
  expect(() => shareRoundedDown(1, 1, 0)).toThrow('share of nothing')
})

test.each([
  [0, '¥0.00', '¥0'],
  [5, '¥0.05', '¥0.05'],
  [38_650, '¥386.50', '¥386.50'],
  [1_248_000, '¥12,480.00', '¥12,480'],
  [123_456_789_00, '¥123,456,789.00', '¥123,456,789'],
  [-1_250, '−¥12.50', '−¥12.50'],
])('%p fen are written %s, in short %s', (amount, long, short) => {
  expect(yuanText(fen(amount))).toBe(long)
  expect(shortYuanText(fen(amount))).toBe(short)
})

test('digits carry their minus sign, counts are grouped by thousands', () => {
  expect(yuanDigits(fen(-1_234_500))).toBe('−12,345.00')
  expect(countText(1_234_567)).toBe('1,234,567')
  expect(countText(-1_000)).toBe('−1,000')
})

test.each([
  ['386', 38_600],
  ['386.5', 38_650],
  ['386.50', 38_650],
  ['386.', 38_600],
  [' 0.01 ', 1],
  ['0', 0],
])('%j is read as %p fen', (text, amount) => expect(parseYuan(text)).toBe(amount))

test.each(['', '-1', '+1', '1.234', '1,234', '.5', '1e3', '12345678901', '¥5', '１２'])(
  '%j is not an amount',
  (text) => expect(parseYuan(text)).toBeNull(),
)

test('whatever is written without grouping is read back the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
      expect(parseYuan(yuanDigits(fen(amount)).replaceAll(',', ''))).toBe(amount)
    }),
  )
})
