/**
 * Check-in: once a day from anywhere, with more for days in a row, and once a day at each place where one is.
 * Invariant: a place gives points once on a business day, whichever command asks; what it gives is the programme's.
 */
import { giftFaults, type Gift } from '../gifts/gift'
import { addDays, type BusinessDay } from '../time/business-day'
import { streakOn, withSignIn, type SignIns } from './days-in-row'

/** For so many days in a row, once in each run of days. */
export interface StreakGift extends Gift {
  readonly days: number
}

export interface CheckInRules {
  /** For the first sign-in of a day. */
  readonly dailyPoints: number
  /** On every so many days in a row … */
  readonly streakEvery: number
  /** … so many more. */
  readonly streakPoints: number
  /** What long runs bring beside it; absent: nothing. */
  readonly streakGifts?: readonly StreakGift[]
  /** For being at a place. */
  readonly placePoints: number
  /** Places that give points on one day: a code that was photographed is of use to nobody twenty times. */
  readonly placesPerDay: number
}

/** The place of a sign-in, which is none. */
export const DAILY = 'daily'

/** What a member has of check-ins. */
export interface CheckIns {
  /** Absent while never signed in. */
  readonly signIns?: SignIns
  /** The last day of any check-in: at which places, and which command did each. */
  readonly last: { readonly day: BusinessDay; readonly by: Readonly<Record<string, string>> }
}

export interface CheckedIn {
  readonly next: CheckIns
  /** All of it. */
  readonly points: number
  /** Part of the points that the run of days added. */
  readonly extra: number
  /** Days in a row, today included; null at a place. */
  readonly streak: number | null
  /** Of a long run: the offer of which a coupon comes with it, and the first day of the run. */
  readonly coupon?: { readonly offerId: string; readonly days: number; readonly runFrom: BusinessDay }
}

/** Names the coupon of a long run of days: once in each run. */
export const streakGiftOf = (
  memberId: string,
  { runFrom, days }: Pick<NonNullable<CheckedIn['coupon']>, 'runFrom' | 'days'>,
): string => `streak:${memberId}:${runFrom}:${days}`

export type CheckInRefusal = 'done-today' | 'enough-today'

/** Signs in today, by a command. */
export function signIn(
  before: CheckIns | undefined,
  rules: CheckInRules,
  today: BusinessDay,
  by: string,
): CheckedIn | CheckInRefusal {
  const signIns = withSignIn(before?.signIns, today)
  if (!signIns) return 'done-today'
  const { streak } = signIns
  const gift = rules.streakGifts?.find(({ days }) => days === streak)
  const extra = (streak % rules.streakEvery === 0 ? rules.streakPoints : 0) + (gift?.points ?? 0)
  const next = { signIns, last: lastWith(before, DAILY, today, by) }
  const { offerId } = gift ?? {}
  const coupon = offerId === undefined ? null : { offerId, days: streak, runFrom: addDays(today, 1 - streak) }
  return { next, points: rules.dailyPoints + extra, extra, streak, ...(coupon && { coupon }) }
}

/** Is at a place today, by a command. */
export function arriveAt(
  before: CheckIns | undefined,
  place: string,
  rules: CheckInRules,
  today: BusinessDay,
  by: string,
): CheckedIn | CheckInRefusal {
  const places = placesOn(before, today)
  if (places.includes(place)) return 'done-today'
  if (places.length >= rules.placesPerDay) return 'enough-today'
  const next = { ...before, last: lastWith(before, place, today, by) }
  return { next, points: rules.placePoints, extra: 0, streak: null }
}

const byOn = (checkIns: CheckIns | undefined, today: BusinessDay): Readonly<Record<string, string>> =>
  checkIns?.last.day === today ? checkIns.last.by : {}

const lastWith = (
  before: CheckIns | undefined,
  place: string,
  today: BusinessDay,
  by: string,
): CheckIns['last'] => ({ day: today, by: { ...byOn(before, today), [place]: by } })

/** The places of today. */
const placesOn = (checkIns: CheckIns | undefined, today: BusinessDay): string[] =>
  Object.keys(byOn(checkIns, today)).filter((place) => place !== DAILY)

/** What a command did, while it is of the last day; null when it did nothing. */
export function checkInBy(
  checkIns: CheckIns | undefined,
  by: string,
): { readonly place: string; readonly day: BusinessDay } | null {
  const found = Object.entries(checkIns?.last.by ?? {}).find(([, each]) => each === by)
  return found && checkIns ? { place: found[0], day: checkIns.last.day } : null
}

/** Sign-ins that are missing to the next that gives more, today's included while it is not done. */
export const daysToMore = (
  signIns: SignIns | undefined,
  { streakEvery }: CheckInRules,
  today: BusinessDay,
): number => streakEvery - (streakOn(signIns, today) % streakEvery)

/** The next gift of this run of days, and how many sign-ins are missing to it; null when none is to come. */
export function nextStreakGift(
  signIns: SignIns | undefined,
  { streakGifts = [] }: CheckInRules,
  today: BusinessDay,
): (StreakGift & { readonly missing: number }) | null {
  const streak = streakOn(signIns, today)
  const [next] = streakGifts.filter(({ days }) => days > streak).sort((a, b) => a.days - b.days)
  return next ? { ...next, missing: next.days - streak } : null
}

const MOST_POINTS = 10_000
const MOST_STREAK_GIFTS = 6
const LONGEST_RUN = 3_660

/** What is wrong with a programme's check-in, in words. */
export function checkInFaults(rules: CheckInRules | undefined): string[] {
  if (!rules) return []
  const faults = []
  // At least one point: the entry of the points is what remembers the check-in.
  for (const name of ['dailyPoints', 'placePoints'] as const)
    if (!wholeWithin(rules[name], 1, MOST_POINTS)) faults.push(`checkIn.${name} must be 1 to ${MOST_POINTS}`)
  if (!wholeWithin(rules.streakPoints, 0, MOST_POINTS))
    faults.push(`checkIn.streakPoints must be 0 to ${MOST_POINTS}`)
  if (!wholeWithin(rules.streakEvery, 2, 366)) faults.push('checkIn.streakEvery must be 2 to 366')
  if (!wholeWithin(rules.placesPerDay, 1, 20)) faults.push('checkIn.placesPerDay must be 1 to 20')
  return [...faults, ...streakGiftFaults(rules.streakGifts)]
}

function streakGiftFaults(gifts: readonly StreakGift[] = []): string[] {
  const faults = gifts.flatMap((gift) => [
    ...(wholeWithin(gift.days, 2, LONGEST_RUN) ? [] : [`days must be 2 to ${LONGEST_RUN}`]),
    ...giftFaults(gift),
  ])
  if (gifts.length > MOST_STREAK_GIFTS || new Set(gifts.map(({ days }) => days)).size !== gifts.length)
    faults.push(`there are at most ${MOST_STREAK_GIFTS}, each for other days`)
  return faults.map((fault) => `checkIn.streakGifts: ${fault}`)
}

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
