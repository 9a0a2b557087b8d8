/** A month as a calendar draws it. Every date is drawn in its place in every month, so that turning a page changes little. Pure. */
import {
  addDays,
  addMonths,
  businessDay,
  businessDayOf,
  weekdayOf,
} from '../../../../domain/time/business-day'

export interface MonthDay {
  readonly date: number
  readonly signed: boolean
  readonly today: boolean
  /** This month has no such date. */
  readonly gone: boolean
}

export interface MonthDays {
  /** Days of the week before the first, which begins on Monday. */
  readonly lead: number
  readonly days: readonly MonthDay[]
  readonly signed: number
}

const DATES = Array.from({ length: 31 }, (_, n) => n + 1)

/** @param mask the lowest bit is the first. */
export function monthDays(month: string, mask: number, now: number): MonthDays {
  const first = businessDay(`${month}-01`)
  const length = Number(addDays(addMonths(first, 1), -1).slice(8))
  const today = businessDayOf(now)
  const days = DATES.map((date) => {
    const day = addDays(first, date - 1)
    const signed = ((mask >>> (date - 1)) & 1) === 1
    return { date, signed, today: day === today, gone: date > length }
  })
  return { lead: (weekdayOf(first) + 6) % 7, days, signed: days.filter((each) => each.signed).length }
}

/** The dates of sign-ins as a person says them: `3`, `5–9`. */
export function signedRuns(days: readonly MonthDay[]): readonly string[] {
  const runs: [first: number, last: number][] = []
  for (const { date, signed } of days) {
    const run = runs.at(-1)
    if (!signed) continue
    if (run?.[1] === date - 1) run[1] = date
    else runs.push([date, date])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
}

/** The month before or after; null where there is none to see. */
export function monthBeside(month: string, by: 1 | -1, first: string, now: number): string | null {
  const beside = addMonths(businessDay(`${month}-01`), by).slice(0, 7)
  return beside < first || beside > businessDayOf(now).slice(0, 7) ? null : beside
}
