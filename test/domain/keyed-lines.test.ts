/** Pieces keyed in at a counter: the discount is split over them, and what comes back by lines is exact. */
import fc from 'fast-check'
import { fen } from '../../src/domain/money/fen'
import { bookPurchase } from '../../src/domain/purchases/purchase'
import { paidLines, pricedLines } from '../../src/domain/purchases/keyed-lines'
import { settle } from '../../src/domain/purchases/settle'
import { bookRefund } from '../../src/domain/refunds/refund'
import { holderOf, mall, noonOf } from './mall'

const piece = fc.record({
  name: fc.constantFrom(null, '针织衫'),
  quantity: fc.integer({ min: 1, max: 99 }),
  unitFen: fc.nat(30_000).map(fen),
})
const pieces = fc.array(piece, { minLength: 1, maxLength: 50 })

test('what is paid for the lines sums to the total, and no line pays more than its price', () => {
  fc.assert(
    fc.property(pieces, fc.nat(99), (lines, percent) => {
      const priced = pricedLines(lines)
      const settled = settle(priced, percent)
      const { payFen } = settled
      const paid = paidLines(priced, settled)
      expect(paid.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(payFen)
      paid.forEach(({ paidFen }, place) => {
        const line = lines[place]
        expect(paidFen).toBeGreaterThanOrEqual(0)
        expect(paidFen).toBeLessThanOrEqual((line?.unitFen ?? 0) * (line?.quantity ?? 0))
      })
    }),
  )
})

test('one amount is one line that bears the whole discount', () => {
  const line = { name: null, quantity: 1, unitFen: fen(38_600) }
  const priced = pricedLines([line])
  expect(paidLines(priced, settle(priced, 5))).toEqual([
    { sku: null, kind: 'goods', quantity: 1, paidFen: 36_670 },
  ])
})

test('lines that come back piece by piece, in any order, pay back what was paid and take back what was earned', () => {
  const tier = fc.constantFrom(...mall.ladder.map(({ id }) => id))
  const few = fc.array(
    piece.map((each) => ({ ...each, quantity: 1 + (each.quantity % 4) })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(tier, few, fc.infiniteStream(fc.nat()), (tierId, lines, picks) => {
      const percent = mall.ladder.find(({ id }) => id === tierId)?.discountPercent ?? 0
      const priced = pricedLines(lines)
      const settled = settle(priced, percent)
      const { priceFen, discountFen, payFen } = settled
      const order = { lines: paidLines(priced, settled), priceFen, discountFen }
      let { account, purchase } = bookPurchase(holderOf(tierId), order, mall, noonOf('2026-03-01'))
      const { points } = purchase.earning
      const left = lines.flatMap(({ quantity }, line) => Array<number>(quantity).fill(line))
      while (left.length > 0) {
        const [line = 0] = left.splice(Number(picks.next().value) % left.length, 1)
        const booked = bookRefund(account, purchase, [{ line, quantity: 1 }], mall, noonOf('2026-03-02'))
        if ('refused' in booked) throw new Error(booked.refused)
        ;({ account, purchase } = booked)
      }
      expect(purchase).toMatchObject({ refundedFen: payFen, pointsTakenBack: points })
      expect(account.purse).toMatchObject({ reversed: points, debt: 0, lots: [] })
    }),
  )
})
