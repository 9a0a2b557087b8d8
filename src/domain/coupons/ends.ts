/**
 * The last days of a member's coupons, as the member's document keeps them: so that time knows when to tell without a look at
 * the coupons. A day stays when its coupon was used or given away; who tells looks for what is still there.
 * Invariant: a day that is still to be told stands here, whatever else does; of days gone by nothing is kept.
 */
import { addDays, businessDay, type BusinessDay } from '../time/business-day'

/** By month `YYYY-MM`; the lowest bit is the first of the month. A coupon lives two years at most. */
export type CouponEnds = Readonly<Record<string, number>>

/**
 * So many days before it ends a coupon is told of: a weekend or a way home lies between, whatever the offer. It is the same
 * for all, so that one notice can name what several offers gave.
 */
export const TOLD_DAYS_BEFORE = 3
/** One notice names what ends within so many days. */
export const TOLD_TOGETHER_DAYS = 7

const DAYS_OF_A_MONTH = 31

const monthOf = (day: BusinessDay): string => day.slice(0, 7)
const bitOf = (day: BusinessDay): number => 1 << (Number(day.slice(8)) - 1)

/** With a coupon that ends on this day; without it when there is no time left to tell of it. */
export function withEnd(ends: CouponEnds, until: BusinessDay, today: BusinessDay): CouponEnds {
  if (addDays(until, -TOLD_DAYS_BEFORE) <= today) return ends
  const kept = Object.entries(ends).filter(([month]) => month >= monthOf(today))
  const month = monthOf(until)
  return { ...Object.fromEntries(kept), [month]: (ends[month] ?? 0) | bitOf(until) }
}

/** Without all days up to this one: they were told. */
export function withoutEnds(ends: CouponEnds, to: BusinessDay): CouponEnds {
  const later = Object.entries(ends).filter(([month]) => month >= monthOf(to))
  const cleared = later.map(([month, days]): [string, number] =>
    month === monthOf(to) ? [month, days & ~((bitOf(to) << 1) - 1)] : [month, days],
  )
  return Object.fromEntries(cleared.filter(([, days]) => days !== 0))
}

/** The first day after another one; null when none is. */
export function nextEnd(ends: CouponEnds, after: BusinessDay): BusinessDay | null {
  for (const [month, days] of Object.entries(ends).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (month < monthOf(after)) continue
    for (let date = 1; date <= DAYS_OF_A_MONTH; date += 1) {
      if ((days & (1 << (date - 1))) === 0) continue
      const day = businessDay(`${month}-${String(date).padStart(2, '0')}`)
      if (day > after) return day
    }
  }
  return null
}
