/**
 * The mall's calendar. A business day is `YYYY-MM-DD` at UTC+8, whatever the zone of the server or the phone.
 * Instants are milliseconds since 1970 UTC and always come from outside.
 */
declare const dayBrand: unique symbol
export type BusinessDay = string & { readonly [dayBrand]: true }

const MALL_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The business day on which an instant falls. */
export const businessDayOf = (instantMs: number): BusinessDay =>
  new Date(instantMs + MALL_OFFSET_MS).toISOString().slice(0, 10) as BusinessDay

/** Whether a text is a day that there is. */
export function isBusinessDay(text: string): text is BusinessDay {
  const start = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(start) &&
    new Date(start).toISOString().slice(0, 10) === text
  )
}

/** Checks and marks a day. @throws when there is no such day. */
export function businessDay(text: string): BusinessDay {
  if (!isBusinessDay(text)) throw new Error(`not a day: ${text}`)
  return text
}

/** The first instant of a business day. */
export const startOfDay = (day: BusinessDay): number => Date.parse(`${day}T00:00:00Z`) - MALL_OFFSET_MS

export const addDays = (day: BusinessDay, days: number): BusinessDay =>
  businessDayOf(startOfDay(day) + days * DAY_MS)

export const daysBetween = (from: BusinessDay, to: BusinessDay): number =>
  Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS)

/** Same day of the month `months` later; where that month has no such day, its last. 31 August + 6 → end of February. */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8, 10)), lastOfMonth)
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10) as BusinessDay
}

/** Hour and minute of an instant in the mall, `14:36`. */
export const mallClockText = (instantMs: number): string =>
  new Date(instantMs + MALL_OFFSET_MS).toISOString().slice(11, 16)

export const yearOf = (day: BusinessDay): number => Number(day.slice(0, 4))

/** 0 for Sunday. */
export const weekdayOf = (day: BusinessDay): number => new Date(`${day}T00:00:00Z`).getUTCDay()
