/**
 * The days on which a member signed in: a mask of bits for each month, and how many days in a row up to the last one.
 * Invariant: days only go forward; the run is what the days say, however far back the months are forgotten.
 */
import { addDays, addMonths, businessDay, weekdayOf, type BusinessDay } from '../time/business-day'

export interface SignIns {
  /** By month `YYYY-MM`; the lowest bit is the first of the month. Twelve months at most. */
  readonly months: Readonly<Record<string, number>>
  /** Days in a row up to the last one; at least 1. */
  readonly streak: number
  readonly lastDay: BusinessDay
}

const MONTHS_KEPT = 12

const monthOf = (day: BusinessDay): string => day.slice(0, 7)
const dateOf = (day: BusinessDay): number => Number(day.slice(8, 10))
const bitOf = (day: BusinessDay): number => 1 << (dateOf(day) - 1)

/** Whether a day that is still kept was signed in. */
export const isSignedIn = (signIns: SignIns | undefined, day: BusinessDay): boolean =>
  ((signIns?.months[monthOf(day)] ?? 0) & bitOf(day)) !== 0

/** Days in a row as they stand today: a day that was left out ends the run by itself, nothing has to end it. */
export const streakOn = (signIns: SignIns | undefined, today: BusinessDay): number =>
  signIns && signIns.lastDay >= addDays(today, -1) ? signIns.streak : 0

/** The oldest month that is still known. */
export const firstMonthKept = (today: BusinessDay): string =>
  monthOf(addMonths(businessDay(`${monthOf(today)}-01`), 1 - MONTHS_KEPT))

/** The days of the week of a day, as a month is kept: the lowest bit is Monday. */
export function weekOf(signIns: SignIns | undefined, today: BusinessDay): number {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  return [0, 1, 2, 3, 4, 5, 6].reduce(
    (week, place) => (isSignedIn(signIns, addDays(monday, place)) ? week | (1 << place) : week),
    0,
  )
}

/** With today; null when today, or a day after it, is signed in already. */
export function withSignIn(signIns: SignIns | undefined, today: BusinessDay): SignIns | null {
  if (signIns && signIns.lastDay >= today) return null
  const month = monthOf(today)
  const kept = Object.entries(signIns?.months ?? {}).filter(([each]) => each >= firstMonthKept(today))
  const months = Object.fromEntries(kept)
  return {
    months: { ...months, [month]: (months[month] ?? 0) | bitOf(today) },
    streak: streakOn(signIns, today) + 1,
    lastDay: today,
  }
}
