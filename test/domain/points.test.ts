/** Earning, spending, expiry and taking back: which points move, in which order. */
import type { OpenBonus } from '../../src/domain/campaigns/campaign'
import { fen } from '../../src/domain/money/fen'
import { pointsEarned } from '../../src/domain/points/earning'
import {
  applyChange,
  earning,
  EMPTY_PURSE,
  expiry,
  LOT_KINDS,
  spendable,
  spending,
  takingBack,
} from '../../src/domain/points/purse'
import { day, purseOf, yuan } from './mall'

const bonus = (rule: string, rate: number): OpenBonus => ({
  rule,
  name: rule,
  rate,
  group: rule,
  stacking: 'add',
})
const double = bonus('double-day', 100)

test.each([
  ['basic rate', '316.70', 100, [], 5_000, { base: 316, points: 316, bonusPoints: 0, cutByCap: 0 }],
  ['half points are dropped', '0.99', 300, [], 5_000, { base: 0, points: 0, bonusPoints: 0, cutByCap: 0 }],
  ['double is a bonus of 100', '100', 150, [double], 5_000, { points: 250, bonusPoints: 100, cutByCap: 0 }],
  ['two bonuses add', '100', 100, [double, double], 5_000, { points: 300, bonusPoints: 200 }],
  ['the cap cuts bonuses only', '6000', 100, [double], 5_000, { points: 11_000, cutByCap: 1_000 }],
  ['a cap used up leaves the tier points', '100', 120, [double], 0, { points: 120, cutByCap: 100 }],
  ['a cap overdrawn counts as used up', '100', 120, [double], -50, { points: 120, cutByCap: 100 }],
  ['the sum is rounded, not each rate', '5', 150, [bonus('half', 50)], 99, { points: 10 }],
] as const)('earning: %s', (_, paid, rate, bonuses, leftToday, expected) => {
  expect(pointsEarned({ qualifyingFen: yuan(paid), rate, open: { bonuses, leftToday } })).toMatchObject(
    expected,
  )
})

test('nothing paid earns nothing', () => {
  expect(
    pointsEarned({ qualifyingFen: fen(0), rate: 300, open: { bonuses: [double], leftToday: 9 } }).points,
  ).toBe(0)
})

test('points of one kind and one day are one lot, and lots stand in the order in which they are spent', () => {
  const later = applyChange(EMPTY_PURSE, earning(EMPTY_PURSE, 10, 'purchase', day('2027-01-02')))
  const other = applyChange(later, earning(later, 5, 'check-in', day('2027-01-01')))
  const same = applyChange(other, earning(other, 7, 'purchase', day('2027-01-02')))
  expect(same.lots).toEqual(purseOf(['check-in', '2027-01-01', 5], ['purchase', '2027-01-02', 17]).lots)
  expect(same.earned).toBe(22)
})

test('spending takes the soonest to expire first, then the oldest kind of the same day', () => {
  const purse = purseOf(
    ['purchase', '2026-05-01', 10],
    ['check-in', '2026-05-01', 10],
    ['purchase', '2026-06-01', 10],
  )
  expect(spending(purse, 25, day('2026-04-01'))?.lots).toEqual([
    { kind: 'purchase', expiresOn: '2026-05-01', points: -10 },
    { kind: 'check-in', expiresOn: '2026-05-01', points: -10 },
    { kind: 'purchase', expiresOn: '2026-06-01', points: -5 },
  ])
  expect(LOT_KINDS[0]).toBe('purchase')
})

test('more than can be spent is refused with null, and the last point can be spent', () => {
  const purse = purseOf(['purchase', '2026-05-01', 10])
  expect(spending(purse, 11, day('2026-05-01'))).toBeNull()
  expect(spending(purse, 10, day('2026-05-01'))?.points).toBe(10)
})

test('points can be spent to the end of their day, and never after it, however late expiry runs', () => {
  const purse = purseOf(['purchase', '2026-05-01', 10], ['purchase', '2026-05-02', 3])
  expect(spendable(purse, day('2026-05-01'))).toBe(13)
  expect(spendable(purse, day('2026-05-02'))).toBe(3)
  expect(spending(purse, 4, day('2026-05-02'))).toBeNull()
  expect(spending(purse, 3, day('2026-05-02'))?.lots).toEqual([
    { kind: 'purchase', expiresOn: '2026-05-02', points: -3 },
  ])
})

test('expiry takes what is past its day and leaves the day itself; nothing due is null', () => {
  const purse = purseOf(['purchase', '2026-05-01', 10], ['check-in', '2026-05-02', 3])
  expect(expiry(purse, day('2026-05-01'))).toBeNull()
  const change = expiry(purse, day('2026-05-02'))
  expect(change).toMatchObject({ kind: 'expired', points: 10 })
  const after = applyChange(purse, change ?? neverNull())
  expect(after).toMatchObject({ expired: 10, lots: [{ left: 3 }] })
  expect(expiry(after, day('2026-05-02'))).toBeNull()
})

test('taking back empties the own lots first, then the soonest to expire, and the rest is debt', () => {
  const purse = purseOf(
    ['check-in', '2026-05-01', 20],
    ['purchase', '2026-06-01', 30],
    ['purchase', '2026-07-01', 40],
  )
  const own = [{ kind: 'purchase', expiresOn: day('2026-07-01'), points: 40 }] as const
  const change = takingBack(purse, 100, own, day('2026-04-01'))
  expect(change.lots.map((lot) => [lot.expiresOn, lot.points])).toEqual([
    ['2026-07-01', -40],
    ['2026-05-01', -20],
    ['2026-06-01', -30],
  ])
  expect(change.debt).toBe(10)
  expect(applyChange(purse, change)).toMatchObject({ debt: 10, lots: [], reversed: 100 })
})

test('taking back leaves a lot that is past its day to expiry, before or after the job', () => {
  const purse = purseOf(['purchase', '2026-05-01', 20], ['purchase', '2026-06-01', 5])
  const today = day('2026-05-02')
  const own = [{ kind: 'purchase', expiresOn: day('2026-05-01'), points: 20 }] as const
  const late = takingBack(purse, 20, own, today)
  const expired = applyChange(purse, expiry(purse, today) ?? neverNull())
  expect(takingBack(expired, 20, own, today)).toEqual(late)
  expect(late).toMatchObject({ debt: 15, lots: [{ expiresOn: '2026-06-01', points: -5 }] })
})

test('a debt is repaid before anything new can be spent, in part where the earning is too small', () => {
  const indebted = { ...EMPTY_PURSE, reversed: 100, debt: 100 }
  const first = applyChange(indebted, earning(indebted, 60, 'purchase', day('2027-01-01')))
  expect(first).toMatchObject({ debt: 40, lots: [], earned: 60 })
  const second = applyChange(first, earning(first, 60, 'purchase', day('2027-01-01')))
  expect(second).toMatchObject({ debt: 0, lots: [{ left: 20 }], earned: 120 })
})

describe('a change that breaks the books throws', () => {
  const purse = purseOf(['purchase', '2026-05-01', 10])
  const lot = { kind: 'purchase', expiresOn: day('2026-05-01') } as const

  test.each([
    ['takes more than a lot holds', { kind: 'spent', points: 11, lots: [{ ...lot, points: -11 }], debt: 0 }],
    ['repays a debt that is not there', { kind: 'earned', points: 5, lots: [], debt: -5 }],
    ['does not add up', { kind: 'spent', points: 5, lots: [{ ...lot, points: -4 }], debt: 0 }],
    ['is negative', { kind: 'spent', points: -5, lots: [{ ...lot, points: 5 }], debt: 0 }],
    ['is broken', { kind: 'earned', points: 0.5, lots: [{ ...lot, points: 0.5 }], debt: 0 }],
  ] as const)('when it %s', (_, change) => expect(() => applyChange(purse, change)).toThrow())
})

function neverNull(): never {
  throw new Error('something was due')
}
