/**
 * The Chinese calendar, computed by tyme4ts: of the three libraries that are kept well, all right in every month from 1950 to
 * 2051, the smallest and the quickest to start. It is loaded when the first lunar birthday is met.
 */
import type { LunarCalendar, LunarMonth } from '../../domain/birthdays/lunar-calendar'
import { businessDay, type BusinessDay } from '../../domain/time/business-day'

let loaded: LunarCalendar | null = null

export async function lunarCalendar(): Promise<LunarCalendar> {
  loaded ??= calendarOf(await import('tyme4ts'))
  return loaded
}

function calendarOf({
  LunarMonth: Month,
  LunarYear,
  LunarDay,
  SolarDay,
}: typeof import('tyme4ts')): LunarCalendar {
  const numberOf = ({ month, leap }: LunarMonth): number => (leap ? -month : month)
  return {
    daysOf(wanted) {
      const { year, month, leap } = wanted
      if (leap && LunarYear.fromYear(year).getLeapMonth() !== month) return null
      return Month.fromYm(year, numberOf(wanted)).getDayCount()
    },
    solarDay: (month, day) => dayText(LunarDay.fromYmd(month.year, numberOf(month), day).getSolarDay()),
    lunarDay(day) {
      const [y, m, d] = day.split('-').map(Number) as [number, number, number]
      const lunar = SolarDay.fromYmd(y, m, d).getLunarDay()
      const month = lunar.getLunarMonth()
      return {
        year: lunar.getYear(),
        month: Math.abs(lunar.getMonth()),
        leap: month.isLeap(),
        day: lunar.getDay(),
      }
    },
  }
}

const dayText = (day: { getYear(): number; getMonth(): number; getDay(): number }): BusinessDay =>
  businessDay(
    [day.getYear(), String(day.getMonth()).padStart(2, '0'), String(day.getDay()).padStart(2, '0')].join('-'),
  )
