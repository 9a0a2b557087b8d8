import type { PurchaseLineView, PurchaseView } from '../../src/contract/views'
import {
  choose,
  everythingLeft,
  firstChoice,
  isEverythingLeft,
  quantityOf,
  refundFigures,
} from '../../src/pages/assistant/refund-choice'

const line = (
  number: number,
  paidFen: number,
  quantity: number,
  quantityLeft = quantity,
): PurchaseLineView => ({
  line: number,
  sku: null,
  quantity,
  quantityLeft,
  paidFen,
  refundableFen: 0,
})
const purchase = (lines: readonly PurchaseLineView[], refundedFen = 0): PurchaseView => ({
  purchaseId: 'p',
  at: 0,
  source: 'till',
  receipt: null,
  memberName: '沈清和',
  tierName: '金卡',
  material: 'gold',
  servedBy: null,
  paidFen: 31_670,
  points: 474,
  refundedFen,
  pointsTakenBack: 0,
  lines,
  canUndo: false,
})
const three = line(0, 30_000, 3)
const one = line(1, 1_670, 1)

describe('choosing what comes back', () => {
  test('never goes below nothing or above what is left', () => {
    const left = line(0, 30_000, 3, 2)
    let choice = firstChoice([left, one])
    for (let press = 0; press < 5; press += 1)
      choice = choose(choice, { kind: 'quantity', line: left, by: 1 })
    expect(quantityOf(choice, left)).toBe(2)
    for (let press = 0; press < 5; press += 1)
      choice = choose(choice, { kind: 'quantity', line: left, by: -1 })
    expect(quantityOf(choice, left)).toBe(0)
  })

  test('a single piece is chosen from the start, a reason never is', () => {
    expect(firstChoice([one])).toEqual({ quantities: { 1: 1 }, reason: null })
    expect(firstChoice([three])).toEqual({ quantities: {}, reason: null })
    expect(firstChoice([three, one])).toEqual({ quantities: {}, reason: null })
  })

  test('pays ¥100.00 of ¥316.70 and takes about 149 of 474 points back', () => {
    const choice = choose(firstChoice([three, one]), { kind: 'quantity', line: three, by: 1 })
    expect(refundFigures(purchase([three, one]), choice)).toEqual({
      lines: [{ line: 0, quantity: 1 }],
      refundFen: 10_000,
      points: 149,
    })
  })

  test('undoing gives back everything that is left, and only lines that have something left', () => {
    const figures = everythingLeft(purchase([line(0, 30_000, 3, 0), one], 30_000))
    expect(figures.lines).toEqual([{ line: 1, quantity: 1 }])
    expect(figures.refundFen).toBe(1_670)
  })
})

test('everything left is every piece that is left, and none of a line that is gone', () => {
  const bought = purchase([line(0, 10_000, 2), line(1, 5_000, 1, 0)])
  const choosing = (quantity: number) => ({ quantities: { 0: quantity }, reason: null })
  const isWhole = (quantity: number) => isEverythingLeft(bought, refundFigures(bought, choosing(quantity)))
  expect([isWhole(0), isWhole(1), isWhole(2)]).toEqual([false, false, true])
})
