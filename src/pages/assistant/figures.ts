/** How the assistant's pages write days, rates, discounts and names. */
import { dayText } from '../../components/day-words'
import { businessDay, businessDayOf, daysBetween, mallClockText } from '../../domain/time/business-day'

/** `5 月 2 日`, with the year when it is another one; today and yesterday by name. */
export function visitDayText(day: string, nowMs: number): string {
  const today = businessDayOf(nowMs)
  const ago = daysBetween(businessDay(day), today)
  if (ago < 2) return ago === 1 ? '昨天' : '今天'
  return dayText(businessDay(day), today)
}

export const clockText = mallClockText

/** Hundredths → `1.5`. */
export const rateText = (rate: number): string => String(rate / 100)

/** 5 % off → `9.5 折`. */
export const discountText = (discountPercent: number): string => `${(100 - discountPercent) / 10} 折`

/** The surname stays: `沈清和` → `沈＊＊`. A list on a counter is read by whoever stands there. */
export function maskedName(name: string): string {
  const letters = Array.from(name.trim())
  return letters.length < 2 ? name : `${letters[0]}${'＊'.repeat(Math.min(2, letters.length - 1))}`
}
