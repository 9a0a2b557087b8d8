/** A receipt number as people type it. */
import { isReceipt, receiptTyped } from '../../src/pages/assistant/desk/typed-receipt'

test.each([
  ['A-1', 'A-1'],
  [' 2026 0516 0007 ', '202605160007'],
  ['Ａ－１２', 'A-12'],
  ['Ｒ．７：０１', 'R.7:01'],
])('%j is read as %j', (typed, receipt) => {
  expect(receiptTyped(typed)).toBe(receipt)
  expect(isReceipt(receiptTyped(typed))).toBe(true)
})

test.each(['', '小票 7', 'a/b', 'x'.repeat(65)])('%j is no receipt number', (typed) =>
  expect(isReceipt(receiptTyped(typed))).toBe(false),
)
