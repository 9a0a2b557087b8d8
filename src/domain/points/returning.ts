/**
 * Spent points that come back, because what they were spent on was cancelled or never fetched.
 * Invariant: they return to the lots that they were taken from, with the days that these had; only what is past its day
 * lives on, for a week, as a lot of its own kind, and never twice.
 */
import { addDays, type BusinessDay } from '../time/business-day'
import { changeOn, type LotChange, type Purse, type PurseChange } from './purse'

/** How long points live on that come back after their day. */
export const RETURNED_LIFE_DAYS = 7

/**
 * A debt is repaid first, by the soonest to expire. What the kind `returned` lost to its day goes where expiry finds it and
 * repays nothing, as if it had never been spent.
 * @param taken what the spending took.
 */
export const returning = (purse: Purse, taken: readonly LotChange[], today: BusinessDay): PurseChange =>
  changeOn(purse, today, ({ debt }) => {
    const back = taken.map(({ kind, expiresOn, points }) => ({ kind, expiresOn, points: -points }))
    const isOver = ({ kind, expiresOn }: LotChange): boolean => kind === 'returned' && expiresOn < today
    const living = back.filter((lot) => !isOver(lot)).map((lot) => livingOn(lot, today))
    const repaid = Math.min(debt, sumOf(living))
    const lots = [...withoutFirst(living, repaid), ...back.filter(isOver)]
    return { kind: 'returned', points: sumOf(back), lots, debt: 0 - repaid }
  })

const livingOn = (lot: LotChange, today: BusinessDay): LotChange =>
  lot.expiresOn >= today ? lot : { ...lot, kind: 'returned', expiresOn: addDays(today, RETURNED_LIFE_DAYS) }

/** What is left of lots of which this many points are used, those of the first lot first. */
function withoutFirst(lots: readonly LotChange[], points: number): LotChange[] {
  let missing = points
  return lots.flatMap((lot) => {
    const used = Math.min(lot.points, missing)
    missing -= used
    return used === lot.points ? [] : [{ ...lot, points: lot.points - used }]
  })
}

const sumOf = (lots: readonly LotChange[]): number => lots.reduce((sum, { points }) => sum + points, 0)
