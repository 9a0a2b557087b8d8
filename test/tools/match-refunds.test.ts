/** A file's refunds find the purchases that they belong to, and never more than was bought. */
import fc from 'fast-check'
import { matchRefunds } from '../../tools/import/match-refunds'
import type { ReturnedSlip, SoldSlip } from '../../tools/import/sales-file'

const sold = (
  invoice: string,
  at: number,
  lines: [string, number, number][],
  card = '00000001',
): SoldSlip => ({
  invoice,
  card,
  at,
  lines: lines.map(([sku, quantity, paidFen]) => ({ sku, quantity, paidFen })),
})
const returned = (
  invoice: string,
  at: number,
  lines: [string, number][],
  card = '00000001',
): ReturnedSlip => ({
  invoice,
  card,
  at,
  lines: lines.map(([sku, quantity]) => ({ sku, quantity, price: '3.00' })),
})
const booked = (purchases: SoldSlip[], returns: ReturnedSlip[]) => {
  const { refunds, unmatched } = matchRefunds(purchases, returns)
  return {
    refunds: refunds.map(({ slip, purchase, lines, refundFen }) => ({
      of: `${slip.invoice}:${purchase.invoice}`,
      lines: lines.map(({ line, quantity }) => [line, quantity]),
      refundFen,
    })),
    unmatched: unmatched.map(({ sku, quantity, fen }) => [sku, quantity, fen]),
  }
}

describe('matching refunds to purchases', () => {
  test('the newest earlier purchase comes first, at the price paid there', () => {
    const purchases = [sold('1', 1, [['a', 2, 200]]), sold('2', 2, [['a', 2, 500]])]
    expect(booked(purchases, [returned('C1', 3, [['a', 1]])])).toEqual({
      refunds: [{ of: 'C1:2', lines: [[0, 1]], refundFen: 250 }],
      unmatched: [],
    })
  })

  test('a refund larger than one line is split over purchases, one booking each', () => {
    const purchases = [sold('1', 1, [['a', 2, 200]]), sold('2', 2, [['a', 2, 500]])]
    expect(booked(purchases, [returned('C1', 3, [['a', 3]])]).refunds).toEqual([
      { of: 'C1:2', lines: [[0, 2]], refundFen: 500 },
      { of: 'C1:1', lines: [[0, 1]], refundFen: 100 },
    ])
  })

  test('within a purchase the last line of the SKU comes first', () => {
    const purchase = sold('1', 1, [
      ['a', 1, 100],
      ['b', 1, 700],
      ['a', 1, 90],
    ])
    expect(booked([purchase], [returned('C1', 3, [['a', 1]])]).refunds).toEqual([
      { of: 'C1:1', lines: [[2, 1]], refundFen: 90 },
    ])
  })

  test('two lines of one refund on the same line of a purchase are one quantity', () => {
    const lines: [string, number][] = [
      ['a', 1],
      ['a', 2],
    ]
    expect(booked([sold('1', 1, [['a', 5, 500]])], [returned('C1', 3, lines)]).refunds).toEqual([
      { of: 'C1:1', lines: [[0, 3]], refundFen: 300 },
    ])
  })

  test.each([
    ['another SKU', [sold('1', 1, [['b', 9, 900]])]],
    ['another member', [sold('1', 1, [['a', 9, 900]], '00000002')]],
    ['a later purchase', [sold('1', 4, [['a', 9, 900]])]],
  ])('%s is no match: the line is listed at its own price', (_, purchases) => {
    expect(booked(purchases, [returned('C1', 3, [['a', 2]])])).toEqual({
      refunds: [],
      unmatched: [['a', 2, 600]],
    })
  })

  test('a purchase of the same minute counts as earlier', () => {
    expect(booked([sold('1', 3, [['a', 1, 100]])], [returned('C1', 3, [['a', 1]])]).refunds).toHaveLength(1)
  })

  test('what came back does not come back again', () => {
    const returns = [returned('C1', 3, [['a', 2]]), returned('C2', 4, [['a', 1]])]
    expect(booked([sold('1', 1, [['a', 2, 200]])], returns).unmatched).toEqual([['a', 1, 300]])
  })

  const sku = fc.constantFrom('a', 'b', 'c')
  const card = fc.constantFrom('00000001', '00000002')
  const slip = fc.record({
    at: fc.integer({ min: 0, max: 9 }),
    card,
    lines: fc.array(fc.tuple(sku, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 999 })), {
      minLength: 1,
      maxLength: 4,
    }),
  })

  test('whatever is bought and brought back: never more than was bought, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(slip, { maxLength: 8 }), fc.array(slip, { maxLength: 8 }), (bought, back) => {
        const inOrder = <Slip extends { at: number }>(slips: Slip[]) => slips.sort((a, b) => a.at - b.at)
        const purchases = inOrder(bought.map((each, n) => sold(`${n}`, each.at, each.lines, each.card)))
        const returns = inOrder(
          back.map((each, n) =>
            returned(
              `C${n}`,
              each.at,
              each.lines.map(([name, quantity]) => [name, quantity]),
              each.card,
            ),
          ),
        )
        const { refunds, unmatched } = matchRefunds(purchases, returns)
        for (const purchase of purchases)
          purchase.lines.forEach((line, index) => {
            const parts = refunds.filter((each) => each.purchase === purchase).flatMap((each) => each.lines)
            const quantity = parts
              .filter((each) => each.line === index)
              .reduce((sum, each) => sum + each.quantity, 0)
            expect(quantity).toBeLessThanOrEqual(line.quantity)
          })
        const moneyBack = refunds.reduce((sum, each) => sum + each.refundFen, 0)
        const paid = purchases.flatMap((each) => each.lines).reduce((sum, line) => sum + line.paidFen, 0)
        expect(moneyBack).toBeLessThanOrEqual(paid)
        const asked = returns.flatMap((each) => each.lines).reduce((sum, line) => sum + line.quantity, 0)
        const found = refunds.flatMap((each) => each.lines).reduce((sum, line) => sum + line.quantity, 0)
        expect(found + unmatched.reduce((sum, line) => sum + line.quantity, 0)).toBe(asked)
        for (const each of refunds) expect(each.purchase.at).toBeLessThanOrEqual(each.slip.at)
      }),
    )
  })
})
