/** Which occasion a day is, by the sun or the moon. Who computes the lunar calendar is handed in, and asked only where it counts. */
import type { LunarCalendar } from '../birthdays/lunar-calendar'
import { addDays, type BusinessDay } from '../time/business-day'
import type { Occasion } from './occasion'

export const keepsLunarDays = (occasions: readonly Occasion[]): boolean =>
  occasions.some(({ on }) => 'lunar' in on)

/** The first in the programme's order; null on most days. */
export function occasionOn(
  occasions: readonly Occasion[],
  today: BusinessDay,
  calendar: LunarCalendar | null,
): Occasion | null {
  const days = [...solarNames(today), ...(calendar ? lunarNames(today, calendar) : [])]
  return (
    occasions.find(({ on }) =>
      days.includes('solar' in on ? `s${on.solar}` : 'lunar' in on ? `l${on.lunar}` : ''),
    ) ?? null
  )
}

/** What a day is called by the sun: the last of February is the 29th as well. */
function solarNames(today: BusinessDay): string[] {
  const name = today.slice(5)
  const isLastOfFebruary = name === '02-28' && addDays(today, 1).endsWith('03-01')
  return [`s${name}`, ...(isLastOfFebruary ? ['s02-29'] : [])]
}

/** By the moon: the 29th is the 30th as well in a month that ends with it. */
function lunarNames(today: BusinessDay, calendar: LunarCalendar): string[] {
  const { day, ...month } = calendar.lunarDay(today)
  if (month.leap) return []
  const named = (date: number): string => `l${two(month.month)}-${two(date)}`
  const isLast = day === 29 && calendar.daysOf(month) === 29
  return [named(day), ...(isLast ? [named(30)] : [])]
}

const two = (part: number): string => String(part).padStart(2, '0')
