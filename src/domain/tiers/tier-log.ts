/**
 * What happened to a member's tier, newest first, as it was booked: a refund that takes a tier back is one more line,
 * nothing is crossed out. Invariant: at most `TIER_CHANGES_KEPT` lines.
 */
import type { Account } from '../members/account'
import { rankOf, type Programme } from '../programme/programme'
import type { BusinessDay } from '../time/business-day'
import { afterTermReview, termReview, type Standing } from './standing'

export interface TierChange {
  readonly day: BusinessDay
  readonly from: string
  /** The same tier when it was renewed, or when a refund took a renewal back. */
  readonly to: string
  readonly because: 'purchase' | 'refund' | 'term' | 'merge'
  /** The purchase or refund that did it; null for the end of a term. */
  readonly cause: string | null
  readonly storeName: string | null
}

export const TIER_CHANGES_KEPT = 24

/** An account and what is written down of its tiers so far. */
interface Logged {
  readonly account: Pick<Account, 'standing' | 'spendByDay'>
  readonly tierLog?: readonly TierChange[]
}

/** The log with every term that ended before `today`, written down or not. */
export function reviewedTierLog(
  { account, tierLog = [] }: Logged,
  programme: Programme,
  today: BusinessDay,
): readonly TierChange[] {
  const terms = termReview(programme, account.standing, account.spendByDay, today)
  return terms.slice(1).reduce((log, { tierId: to, since: day }, place) => {
    const from = terms[place]?.tierId ?? to
    // The lowest tier is kept for nothing: nobody needs to read that every year.
    if (from === to && rankOf(programme, to) === 0) return log
    return withChange(log, { day, from, to, because: 'term', cause: null, storeName: null })
  }, tierLog)
}

/** The log after a purchase or a refund that led to the standing `after`. */
export function tierLogAfter(
  before: Logged,
  after: Standing,
  programme: Programme,
  today: BusinessDay,
  mover: Omit<TierChange, 'day' | 'from' | 'to'>,
): readonly TierChange[] {
  const log = reviewedTierLog(before, programme, today)
  const { standing, spendByDay } = before.account
  const held = afterTermReview(programme, standing, spendByDay, today)
  if (held.tierId === after.tierId && held.graceEndsOn === after.graceEndsOn) return log
  return withChange(log, { day: today, from: held.tierId, to: after.tierId, ...mover })
}

const withChange = (log: readonly TierChange[], change: TierChange): readonly TierChange[] =>
  [change, ...log].slice(0, TIER_CHANGES_KEPT)
