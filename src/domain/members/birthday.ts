/**
 * A birthday as it is entered: by the solar or the lunar calendar, with or without the year.
 * Invariant: once set it changes at most once in twelve months, also by taking it away and setting it again.
 */
import { addMonths, yearOf, type BusinessDay } from '../time/business-day'

export interface Birthday {
  readonly calendar: 'solar' | 'lunar'
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** Born in a lunar leap month. */
  readonly leapMonth: boolean
}

const EARLIEST_YEAR = 1900
const LONGEST_LUNAR_MONTH = 30
const MONTHS_BETWEEN_CHANGES = 12

/** Days of a solar month; 29 for a February of no particular year. */
const daysOfMonth = (year: number | null, month: number): number =>
  new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()

/** Whether there is such a day, and it is not to come. A lunar month has 30 days at most; which have 29 is not asked. */
export function isPossibleBirthday(birthday: Birthday, today: BusinessDay): boolean {
  const { calendar, year, month, day, leapMonth } = birthday
  if (month < 1 || month > 12 || day < 1) return false
  if (year !== null && (year < EARLIEST_YEAR || year > yearOf(today))) return false
  if (calendar === 'lunar') return day <= LONGEST_LUNAR_MONTH
  if (leapMonth || day > daysOfMonth(year, month)) return false
  return year === null || solarDay(year, month, day) <= today
}

const two = (part: number): string => String(part).padStart(2, '0')
const solarDay = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`

export const isSameBirthday = (a: Birthday | null, b: Birthday | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.calendar === b.calendar &&
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.leapMonth === b.leapMonth)

/** The first day on which a birthday set on `setOn` may change; null when it may today. */
export function changeableFrom(setOn: BusinessDay | null, today: BusinessDay): BusinessDay | null {
  if (setOn === null) return null
  const from = addMonths(setOn, MONTHS_BETWEEN_CHANGES)
  return from > today ? from : null
}
