/** A birthday as people say it, and the columns from which it is picked. Pure. */
import type { Birthday } from '../../../domain/members/birthday'
import { ME_TEXT as text } from '../../../text/me'

type Calendar = Birthday['calendar']

const FIRST_YEAR = 1920
const SOLAR_DAYS = 31
const LUNAR_DAYS = 30

const monthText = (calendar: Calendar, month: number): string =>
  calendar === 'solar' ? text.month(month) : (text.lunarMonths[month - 1] ?? '')
const dayText = (calendar: Calendar, day: number): string =>
  calendar === 'solar' ? text.day(day) : text.lunarDay(day)

/** `公历 5 月 16 日`, `农历 1990 年 闰四月 初八`. */
export function birthdayText({ calendar, year, month, day, leapMonth }: Birthday): string {
  return [
    calendar === 'solar' ? text.solar : text.lunar,
    year === null ? '' : text.year(year),
    `${leapMonth ? text.leap : ''}${monthText(calendar, month)}`,
    dayText(calendar, day),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Year (first: none), month and day, newest year last. */
export const birthdayColumns = (calendar: Calendar, thisYear: number): string[][] => [
  [text.noYear, ...Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, n) => String(FIRST_YEAR + n))],
  Array.from({ length: 12 }, (_, n) => monthText(calendar, n + 1)),
  Array.from({ length: calendar === 'solar' ? SOLAR_DAYS : LUNAR_DAYS }, (_, n) => dayText(calendar, n + 1)),
]

export const placesOf = (birthday: Birthday | null): number[] =>
  birthday
    ? [birthday.year === null ? 0 : birthday.year - FIRST_YEAR + 1, birthday.month - 1, birthday.day - 1]
    : [0, 0, 0]

export const birthdayAt = (
  calendar: Calendar,
  leapMonth: boolean,
  [year = 0, month = 0, day = 0]: readonly number[],
): Birthday => ({
  calendar,
  year: year === 0 ? null : FIRST_YEAR + year - 1,
  month: month + 1,
  day: day + 1,
  leapMonth: calendar === 'lunar' && leapMonth,
})
