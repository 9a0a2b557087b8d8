/**
 * On which day a birthday is kept. Born on 29 February: the 28th in common years. Born in a leap month: that leap month, and
 * the ordinary month of its number in years without it. Born on the 30th: the 29th of a month that ends with it.
 * Invariant: every solar year of the solar calendar, and every lunar year of the lunar one, has exactly one such day. So by the
 * solar calendar a lunar birthday may fall twice in a year, or in none: each of its days is kept, and none is made up.
 */
import type { Birthday } from '../members/birthday'
import { businessDay, yearOf, type BusinessDay } from '../time/business-day'
import type { LunarCalendar } from './lunar-calendar'

/** The birthday of one year, of the calendar by which it is kept. */
export function birthdayIn(birthday: Birthday, year: number, calendar: LunarCalendar): BusinessDay {
  return birthday.calendar === 'solar' ? solarIn(birthday, year) : lunarIn(birthday, year, calendar)
}

const two = (part: number): string => String(part).padStart(2, '0')

function solarIn({ month, day }: Birthday, year: number): BusinessDay {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return businessDay(`${year}-${two(month)}-${two(Math.min(day, last))}`)
}

function lunarIn({ month, day, leapMonth }: Birthday, year: number, calendar: LunarCalendar): BusinessDay {
  const ordinary = { year, month, leap: false }
  const leap = { year, month, leap: true }
  const [kept, days] =
    leapMonth && calendar.daysOf(leap) !== null
      ? [leap, calendar.daysOf(leap)]
      : [ordinary, calendar.daysOf(ordinary)]
  if (days === null) throw new Error(`no month ${month} in the lunar year ${year}`)
  return calendar.solarDay(kept, Math.min(day, days))
}

/** The first birthday on a day or after it. */
export function birthdayFrom(birthday: Birthday, day: BusinessDay, calendar: LunarCalendar): BusinessDay {
  const year = yearOf(day)
  const around = [year - 1, year, year + 1].map((each) => birthdayIn(birthday, each, calendar))
  const next = around.find((each) => each >= day)
  if (next === undefined) throw new Error(`no birthday from ${day}`)
  return next
}

/** The last birthday before a day. */
export function birthdayBefore(birthday: Birthday, day: BusinessDay, calendar: LunarCalendar): BusinessDay {
  const year = yearOf(day)
  const around = [year, year - 1, year - 2].map((each) => birthdayIn(birthday, each, calendar))
  const last = around.find((each) => each < day)
  if (last === undefined) throw new Error(`no birthday before ${day}`)
  return last
}

/** Whether there was such a day in the year that is told, and it is not to come; true without a year. */
export function isDayOfItsYear(birthday: Birthday, today: BusinessDay, calendar: LunarCalendar): boolean {
  const { year, month, day, leapMonth: leap } = birthday
  if (birthday.calendar === 'solar' || year === null) return true
  const days = calendar.daysOf({ year, month, leap })
  return days !== null && day <= days && calendar.solarDay({ year, month, leap }, day) <= today
}

/** The same day by the other calendar; null without the year, which decides it. */
export function byOtherCalendar(birthday: Birthday, calendar: LunarCalendar): Birthday | null {
  const { year, month, day, leapMonth: leap } = birthday
  if (year === null) return null
  if (birthday.calendar === 'lunar') {
    const [y, m, d] = calendar.solarDay({ year, month, leap }, day).split('-').map(Number)
    return { calendar: 'solar', year: y as number, month: m as number, day: d as number, leapMonth: false }
  }
  const lunar = calendar.lunarDay(businessDay(`${year}-${two(month)}-${two(day)}`))
  return { calendar: 'lunar', year: lunar.year, month: lunar.month, day: lunar.day, leapMonth: lunar.leap }
}
