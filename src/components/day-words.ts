/** A day or an instant as people say it, seen from the mall's today. */
import {
  addDays,
  businessDay,
  businessDayOf,
  daysBetween,
  mallClockText,
  type BusinessDay,
} from '../domain/time/business-day'

/** `5 月 16 日`, with its year when it is not this one. */
export function dayText(day: BusinessDay, today: BusinessDay): string {
  const date = `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
  return day.slice(0, 4) === today.slice(0, 4) ? date : `${Number(day.slice(0, 4))} 年 ${date}`
}

/** `今天 14:36`, `昨天 14:36`, else the day. */
export function momentText(at: number, now: number): string {
  const day = businessDayOf(at)
  const today = businessDayOf(now)
  if (day === today) return `今天 ${mallClockText(at)}`
  return day === addDays(today, -1) ? `昨天 ${mallClockText(at)}` : dayText(day, today)
}

/** `今天`, `明天` or `剩 12 天`: until the end of a day. */
export function untilText(day: string, now: number): string {
  const left = daysBetween(businessDayOf(now), businessDay(day))
  if (left <= 0) return '今天'
  return left === 1 ? '明天' : `剩 ${left} 天`
}
