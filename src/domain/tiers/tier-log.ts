/**
 * What happened to a member's tier, newest first, as it was booked: a refund that takes a tier back is one more line,
 * nothing is crossed out. Invariant: at most `TIER_CHANGES_KEPT` lines.
 */
import { rankOf, tierById, type Programme } from '../programme/programme'
import { addDays, type BusinessDay } from '../time/business-day'
import { heldOn, heldReview, type GrantKind, type Held, type Standings } from './grant'
import type { Standing } from './standing'

export interface TierChange {
  readonly day: BusinessDay
  readonly from: string
  /** The same tier when it was renewed, or when a refund took a renewal back. */
  readonly to: string
  readonly because:
    | 'purchase'
    | 'activity'
    | 'refund'
    | 'term'
    | 'grace'
    | 'merge'
    | 'grant'
    | 'grant-end'
    | 'grant-taken-back'
  /** The purchase, check-in, refund or grant that did it; null for the end of a term. */
  readonly cause: string | null
  readonly storeName: string | null
  /** The day on which the gift of an upgrade is due, if the tier is held then. */
  readonly giftOn?: BusinessDay
  /** Of a grant, and of one that was taken back before its day: what its owner reads of it. */
  readonly grant?: { readonly kind: GrantKind; readonly until: BusinessDay; readonly reason: string }
}

export const TIER_CHANGES_KEPT = 24

/** An account and what is written down of its tiers so far. */
interface Logged {
  readonly account: Standings
  readonly tierLog?: readonly TierChange[]
}

/** The log with every term that ended before `today`, and the days of grace after it, written down or not. */
export function reviewedTierLog(
  { account, tierLog = [] }: Logged,
  programme: Programme,
  today: BusinessDay,
): readonly TierChange[] {
  const course = heldReview(programme, account, today)
  const [first] = course
  const graced = first && graceLine(first.held, first.day, storedOf(account, first.held))
  const begun = graced ? withChange(tierLog, graced) : tierLog
  return course.slice(1).reduce((log, { day, held }, place) => {
    const before = course[place]?.held ?? held
    const moved = changeLine(before, held, day, programme)
    const grace = graceLine(held, day, before)
    return [moved, grace].reduce((lines, line) => (line ? withChange(lines, line) : lines), log)
  }, begun)
}

/** Null where the same is held as before. */
function changeLine(before: Held, held: Held, day: BusinessDay, programme: Programme): TierChange | null {
  if (before.tierId === held.tierId && !isRenewal(held, day, programme)) return null
  const line = { day, from: before.tierId, to: held.tierId, storeName: null }
  // A floor leaves nothing; whatever else ends, ends as a term does.
  return before.by?.kind === 'floor' && day > before.by.until
    ? { ...line, because: 'grant-end', cause: before.by.id }
    : { ...line, because: 'term', cause: null }
}

/** Days of grace that begin with the end of a term; null where there are none, or they were there before. */
function graceLine(
  held: Standing,
  day: BusinessDay,
  before: Pick<Standing, 'graceEndsOn'> | undefined,
): TierChange | null {
  const { tierId, graceEndsOn, termEndsOn } = held
  if (graceEndsOn === null || before?.graceEndsOn === graceEndsOn) return null
  const began = day > termEndsOn ? day : termEndsOn
  return { day: began, from: tierId, to: tierId, because: 'grace', cause: null, storeName: null }
}

/** What is written down of that which is held. */
const storedOf = ({ standing, grant }: Standings, { by }: Held): Standing | undefined =>
  by ? grant?.gives : standing

/** An own term that begins; the lowest tier is kept for nothing, and nobody needs to read that every year. */
const isRenewal = ({ tierId, since, by }: Held, day: BusinessDay, programme: Programme): boolean =>
  by === null && since === day && rankOf(programme, tierId) > 0

/** The log after a purchase, a refund or a manager led from one account to the next. */
export function tierLogAfter(
  before: Logged,
  after: Standings,
  programme: Programme,
  today: BusinessDay,
  mover: Omit<TierChange, 'day' | 'from' | 'to'>,
): readonly TierChange[] {
  const log = reviewedTierLog(before, programme, today)
  const held = heldOn(programme, before.account, today)
  const next = heldOn(programme, after, today)
  const isSame = held.tierId === next.tierId && held.graceEndsOn === next.graceEndsOn
  if (isSame && held.by?.id === next.by?.id) return log
  const moved = { day: today, from: held.tierId, to: next.tierId, ...mover }
  const giftOn = giftDay(moved, programme)
  return withChange(log, giftOn ? { ...moved, giftOn } : moved)
}

/** After the days in which the purchase can be returned. What was given by hand or put together from two accounts brings none. */
function giftDay({ day, from, to, because }: TierChange, programme: Programme): BusinessDay | null {
  const isEarned = because === 'purchase' || because === 'activity'
  if (!isEarned || rankOf(programme, to) <= rankOf(programme, from)) return null
  return tierById(programme, to).upgradeGift ? addDays(day, programme.returnWindowDays + 1) : null
}

/** One line more: a grant that lifts nobody today is written down as well. */
export const withChange = (log: readonly TierChange[], change: TierChange): readonly TierChange[] =>
  [change, ...log].slice(0, TIER_CHANGES_KEPT)
