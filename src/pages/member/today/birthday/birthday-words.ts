/** A birthday in words: how long until then, by which calendar, its gifts and its days of more points. Pure. */
import { dayText } from '../../../../components/day-words'
import type {
  BirthdayFormView,
  BirthdayGiftsView,
  BirthdayGiftView,
  KeptBirthdayView,
} from '../../../../contract/birthday-views'
import type { Birthday } from '../../../../domain/members/birthday'
import {
  addDays,
  businessDay,
  businessDayOf,
  daysBetween,
  weekdayOf,
  yearOf,
  type BusinessDay,
} from '../../../../domain/time/business-day'
import { BIRTHDAY_TEXT as text } from '../../../../text/birthday'
import { TERMS_TEXT } from '../../../../text/wallet'
import { DAYS } from '../../../../text/days'
import { language } from '../../../../text/language'
import { ME_TEXT } from '../../../../text/me'

/** Until so many days before it nobody is wished a happy birthday. */
const NEAR_DAYS = 30

export const isNear = ({ inDays }: KeptBirthdayView): boolean => inDays <= NEAR_DAYS

export function whenWords(inDays: number): string {
  if (inDays === 0) return text.today
  if (inDays === 1) return text.tomorrow
  return inDays > 0 ? text.inDays(inDays) : text.over(-inDays)
}

/** What can be done with the gifts today. */
export type GiftsState = 'none' | 'had' | 'early' | 'open' | 'chosen' | 'over'

export function giftsState(gifts: BirthdayGiftsView | null, now: number): GiftsState {
  if (!gifts) return 'none'
  if (gifts.chosen) return 'chosen'
  if (gifts.hadBefore) return 'had'
  const today = businessDayOf(now)
  if (today < gifts.from) return 'early'
  return today > gifts.until ? 'over' : 'open'
}

export const saidDay = (day: string, now: number): string => dayText(businessDay(day), businessDayOf(now))

/** The second line under the greeting. */
export function giftsWords(birthday: KeptBirthdayView, now: number): string {
  const { gifts, inDays, bonus } = birthday
  const state = giftsState(gifts, now)
  if (state === 'open') return inDays > 0 ? text.chooseAhead : text.chooseNow
  if (state === 'chosen') return text.chosenAlready
  if (state === 'early' && gifts) return text.chooseFrom(saidDay(gifts.from, now))
  return bonus ? text.morePoints : ''
}

/** `5 月 17 日`, `四月初七`. */
export function dateWords({ calendar, month, day, leapMonth }: Birthday): string {
  if (calendar === 'solar') return DAYS[language()].date(month, day)
  const named = ME_TEXT.lunarMonths[month - 1] ?? ''
  return text.calendar.lunarDate(leapMonth ? ME_TEXT.leap : '', named, ME_TEXT.lunarDay(day))
}

export const weekdayWords = (day: BusinessDay): string => TERMS_TEXT.weekdays[weekdayOf(day)] ?? ''

/** `今年的四月初七是 5 月 23 日，周六`. */
export function onWords({ birthday, on }: BirthdayFormView, now: number): string {
  const day = businessDay(on)
  const isThisYear = yearOf(day) === yearOf(businessDayOf(now))
  // Its year is said by the words around it.
  const date = dayText(day, day)
  const { thisYear, nextYear, thisYearSolar, nextYearSolar } = text.calendar
  if (birthday.calendar === 'solar')
    return (isThisYear ? thisYearSolar : nextYearSolar)(date, weekdayWords(day))
  return (isThisYear ? thisYear : nextYear)(dateWords(birthday), date, weekdayWords(day))
}

/** Rates are in hundredths: 250 → `2.5`. */
const times = (hundredths: number): string => String(hundredths / 100)

export interface BonusWords {
  readonly title: string
  readonly tag: string
  readonly span: string
}

/** "Double" is said only where it is. */
export function bonusWords(bonus: NonNullable<KeptBirthdayView['bonus']>, now: number): BonusWords {
  const { rate, withBonus, from, until } = bonus
  const isDouble = withBonus === 2 * rate
  return {
    title: isDouble ? text.bonus.double : text.bonus.title,
    tag: isDouble ? text.bonus.times('2') : text.bonus.plus(times(withBonus - rate)),
    span: text.bonus.span(saidDay(from, now), saidDay(until, now), times(withBonus)),
  }
}

export interface BonusDay {
  readonly day: BusinessDay
  readonly number: string
  readonly under: string
  readonly isBirthday: boolean
}

export function bonusDays({ from, until }: NonNullable<KeptBirthdayView['bonus']>, on: string): BonusDay[] {
  const first = businessDay(from)
  return Array.from({ length: daysBetween(first, businessDay(until)) + 1 }, (_, nth) => {
    const day = addDays(first, nth)
    const isBirthday = day === on
    return {
      day,
      number: String(Number(day.slice(8))),
      under: isBirthday ? text.bonus.birthday : weekdayWords(day),
      isBirthday,
    }
  })
}

/** What the mall's own gifts look like; of others, money off comes in a letter, and a thing as a present. */
const PICTURE_OF: Readonly<Record<string, string>> = {
  'birthday-cake': 'cake',
  'birthday-flowers': 'bouquet',
}

export function pictureOf({ offerId, worth }: BirthdayGiftView): string {
  if (worth.kind === 'parking') return 'parking'
  return PICTURE_OF[offerId] ?? (worth.kind === 'exchange' ? 'gift' : 'letter')
}
