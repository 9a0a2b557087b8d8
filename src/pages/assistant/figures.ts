/** How the assistant's pages write days, rates, discounts and names: in Chinese, whatever the phone speaks. */
import * as days from '../../components/day-words'
import {
  businessDay,
  businessDayOf,
  daysBetween,
  mallClockText,
  type BusinessDay,
} from '../../domain/time/business-day'
import { countText } from '../../domain/money/yuan-text'
import { REGISTER_TEXT, SHARED_TEXT } from '../../text/zh-cn/assistant'
import { OWN_TEXT } from '../../text/zh-cn/clients'
import { DAYS } from '../../text/zh-cn/days'

export const dayText = (day: BusinessDay, today: BusinessDay): string => days.dayText(day, today, 'zh-CN')
export const momentText = (at: number, now: number): string => days.momentText(at, now, 'zh-CN')

/** `5 月 2 日`, with the year when it is another one; today and yesterday by name. */
export function visitDayText(day: string, nowMs: number): string {
  const today = businessDayOf(nowMs)
  const ago = daysBetween(businessDay(day), today)
  if (ago < 2) return ago === 1 ? DAYS.yesterday : DAYS.today
  return dayText(businessDay(day), today)
}

const isToday = (day: string, nowMs: number): boolean => day === businessDayOf(nowMs)

/** `上次 5 月 2 日`. */
export const lastVisitText = (day: string, nowMs: number): string =>
  isToday(day, nowMs) ? OWN_TEXT.visitedToday : OWN_TEXT.lastVisit(visitDayText(day, nowMs))

/** `上次 5 月 2 日，来过 7 次`; who came today came 7 times in all. */
export function visitsText(day: string, visitCount: number, nowMs: number): string {
  const visits = countText(visitCount)
  return isToday(day, nowMs)
    ? REGISTER_TEXT.visitedToday(visits)
    : REGISTER_TEXT.lastVisit(visitDayText(day, nowMs), visits)
}

export const clockText = mallClockText

/** Hundredths → `1.5`. */
export const rateText = (rate: number): string => String(rate / 100)

/** 5 % off → `9.5 折`. */
export const discountText = (discountPercent: number): string =>
  SHARED_TEXT.discount((100 - discountPercent) / 10)

/** The surname stays: `沈清和` → `沈＊＊`. A list on a counter is read by whoever stands there. */
export function maskedName(name: string): string {
  const letters = Array.from(name.trim())
  return letters.length < 2 ? name : `${letters[0]}${'＊'.repeat(Math.min(2, letters.length - 1))}`
}

/** `13800000001` → `138 0000 0001`, as it is read aloud. */
export const phoneGroups = (phone: string): string => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
