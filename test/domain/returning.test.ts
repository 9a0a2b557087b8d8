/** Spent points that come back: to which lots, with which days, and what a debt takes of them. */
import fc from 'fast-check'
import {
  applyChange,
  expiry,
  spendable,
  spending,
  type LotChange,
  type Purse,
} from '../../src/domain/points/purse'
import { returning, RETURNED_LIFE_DAYS } from '../../src/domain/points/returning'
import { addDays } from '../../src/domain/time/business-day'
import { played } from './history'
import { day, purseOf } from './mall'
import { longHistory } from './random-steps'

const spent = (purse: Purse, points: number, on: string): { purse: Purse; taken: readonly LotChange[] } => {
  const change = spending(purse, points, day(on))
  if (!change) throw new Error('not enough')
  return { purse: applyChange(purse, change), taken: change.lots }
}
const back = (purse: Purse, taken: readonly LotChange[], on: string): Purse =>
  applyChange(purse, returning(purse, taken, day(on)))

test('points come back to the lots that they were taken from, with their old days', () => {
  const before = purseOf(['purchase', '2026-05-01', 10], ['check-in', '2026-06-01', 20])
  const { purse, taken } = spent(before, 25, '2026-04-01')
  const after = back(purse, taken, '2026-04-30')
  expect(after.lots).toEqual(before.lots)
  expect(after).toMatchObject({ earned: 30, spent: 25, returned: 25 })
})

test('a lot on its last day keeps it; a lot past its day lives for seven days more', () => {
  const { purse, taken } = spent(purseOf(['purchase', '2026-05-01', 10]), 10, '2026-04-01')
  expect(back(purse, taken, '2026-05-01').lots).toEqual(purseOf(['purchase', '2026-05-01', 10]).lots)
  expect(back(purse, taken, '2026-05-02').lots).toEqual(purseOf(['returned', '2026-05-09', 10]).lots)
})

test('what lived seven days more gets no more days: it is gone with the next expiry', () => {
  const first = spent(purseOf(['purchase', '2026-05-01', 10]), 10, '2026-05-01')
  const once = back(first.purse, first.taken, '2026-05-02')
  const second = spent(once, 10, '2026-05-09')
  const twice = back(second.purse, second.taken, '2026-05-10')
  expect(spendable(twice, day('2026-05-10'))).toBe(0)
  expect(expiry(twice, day('2026-05-10'))).toMatchObject({ kind: 'expired', points: 10 })
})

test('a debt is repaid first, by the soonest to expire; what is over repays nothing', () => {
  const { purse, taken } = spent(
    purseOf(['returned', '2026-05-01', 5], ['purchase', '2026-06-01', 10], ['purchase', '2026-07-01', 10]),
    25,
    '2026-05-01',
  )
  const owing: Purse = { ...purse, reversed: 12, debt: 12 }
  const change = returning(owing, taken, day('2026-05-02'))
  expect(change).toEqual({
    kind: 'returned',
    points: 25,
    debt: -12,
    lots: [
      { kind: 'purchase', expiresOn: '2026-07-01', points: 8 },
      { kind: 'returned', expiresOn: '2026-05-01', points: 5 },
    ],
  })
  expect(spendable(applyChange(owing, change), day('2026-05-02'))).toBe(8)
})

test('in any history what comes back lands where it was taken, or a week ahead, and never more of it than was taken', () => {
  fc.assert(
    fc.property(longHistory, fc.nat(400), (steps, days) => {
      const { account, spent: open, today } = played(steps)
      const [taken] = open
      if (!taken) return
      const on = addDays(today, days)
      const change = returning(account.purse, taken.lots, on)
      expect(change.points).toBe(taken.points)
      for (const lot of change.lots) {
        const from = taken.lots.filter((each) =>
          lot.expiresOn === each.expiresOn && lot.kind === each.kind
            ? each.expiresOn >= on || each.kind === 'returned'
            : lot.kind === 'returned' &&
              lot.expiresOn === addDays(on, RETURNED_LIFE_DAYS) &&
              each.expiresOn < on &&
              each.kind !== 'returned',
        )
        expect(lot.points).toBeLessThanOrEqual(from.reduce((sum, { points }) => sum - points, 0))
      }
    }),
    { numRuns: 500 },
  )
})
