/**
 * The gift of choice: once in a year of age, whatever the birthday is changed to.
 * Years of age are counted from the first birthday that had a gift, so that a date moved a little each year gains nothing in
 * the long run; and no two gifts are nearer than a change of calendar explains.
 */
import { daysBetween, type BusinessDay } from '../time/business-day'

/** What was given last; the first birthday that had a gift is kept for good. */
export interface BirthdayGift {
  readonly first: BusinessDay
  /** The year of age of the last gift, counted from the first, which is 0. */
  readonly year: number
  /** The birthday to which it was given. */
  readonly on: BusinessDay
  readonly offerId: string
  readonly couponId: string
  readonly name: string
  /** Which command did it: one that is sent again is no further gift. */
  readonly by: string
}

const DAYS_OF_A_YEAR = 365.2425
/** A birthday by the other calendar, and each lunar one, lies a month at most beside its place; two of them meet here. */
const LEEWAY_DAYS = 62
const LEAST_DAYS_BETWEEN = 300

/** In which year of age, counted from the first gift, a birthday lies. */
export const yearOfGift = (given: BirthdayGift | undefined, on: BusinessDay): number =>
  given ? Math.floor((daysBetween(given.first, on) + LEEWAY_DAYS) / DAYS_OF_A_YEAR) : 0

/** Whether a birthday has no gift yet, nor its year of age. */
export const isGiftOpen = (given: BirthdayGift | undefined, on: BusinessDay): boolean =>
  !given || (daysBetween(given.on, on) >= LEAST_DAYS_BETWEEN && yearOfGift(given, on) > given.year)
