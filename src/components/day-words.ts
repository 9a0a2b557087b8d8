/** A day or an instant as people say it, seen from the mall's today, in the language that is spoken or in a given one. */
import {
  addDays,
  businessDay,
  businessDayOf,
  daysBetween,
  mallClockText,
  type BusinessDay,
} from '../domain/time/business-day'
import { DAYS } from '../text/days'
import { language } from '../text/language'

/** `5 月 16 日`, `16 May`, with its year when it is not this one. */
export function dayText(day: BusinessDay, today: BusinessDay, spoken = language()): string {
  const date = DAYS[spoken].date(Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return day.slice(0, 4) === today.slice(0, 4) ? date : DAYS[spoken].withYear(date, Number(day.slice(0, 4)))
}

/** `今天 14:36`, `Yesterday 14:36`, else the day. */
export function momentText(at: number, now: number, spoken = language()): string {
  const day = businessDayOf(at)
  const today = businessDayOf(now)
  if (day === today) return `${DAYS[spoken].today} ${mallClockText(at)}`
  if (day === addDays(today, -1)) return `${DAYS[spoken].yesterday} ${mallClockText(at)}`
  return dayText(day, today, spoken)
}

/** `今天`, `明天` or `剩 12 天`: until the end of a day. */
export function untilText(day: string, now: number): string {
  const { today, tomorrow, left } = DAYS[language()]
  const days = daysBetween(businessDayOf(now), businessDay(day))
  if (days <= 0) return today
  return days === 1 ? tomorrow : left(days)
}
