/**
 * The days around a birthday: from when a gift is chosen, until when, and when the next birthday takes its place.
 * Invariant: days of two birthdays never meet, since no two are nearer than 353 days.
 */
import { LONGEST_AFTER_BIRTHDAY } from '../campaigns/check-campaigns'
import type { Birthday } from '../members/birthday'
import { addDays, addMonths, businessDay, type BusinessDay } from '../time/business-day'
import { birthdayBefore, birthdayFrom } from './birthday-in'
import type { LunarCalendar } from './lunar-calendar'

const PREPARED_DAYS = 30

/** From here it is prepared, and a gift can be chosen. */
export const nearFrom = (on: BusinessDay): BusinessDay => addDays(on, -PREPARED_DAYS)

/** To the end of its month, and a week at least. */
export function nearUntil(on: BusinessDay): BusinessDay {
  const endOfMonth = addDays(addMonths(businessDay(`${on.slice(0, 7)}-01`), 1), -1)
  const aWeekLater = addDays(on, LONGEST_AFTER_BIRTHDAY)
  return endOfMonth > aWeekLater ? endOfMonth : aWeekLater
}

export const isNear = (on: BusinessDay, today: BusinessDay): boolean =>
  nearFrom(on) <= today && today <= nearUntil(on)

/** The birthday to keep in mind on a day: the last one while something of it is still open, else the next. */
export function birthdayInMind(birthday: Birthday, today: BusinessDay, calendar: LunarCalendar): BusinessDay {
  const last = birthdayBefore(birthday, today, calendar)
  return today <= nearUntil(last) ? last : birthdayFrom(birthday, today, calendar)
}
