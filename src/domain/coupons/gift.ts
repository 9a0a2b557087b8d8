/**
 * A coupon that waits for a friend: a day long, then it is the giver's again. Invariant: one gift has one taker, and what
 * was given is not given on.
 */
import type { BusinessDay } from '../time/business-day'
import type { LivingCoupon } from './coupon'

export const GIFT_LIFE_MS = 24 * 3_600_000

export type GiftState = 'open' | 'taken' | 'over'

/** What became of the last gift of a coupon. One past its day is over, and so is one whose time is up or that was taken back. */
export function giftStateOn(coupon: LivingCoupon, today: BusinessDay, at: number): GiftState {
  const { state, log, lockedUntil, validUntil } = coupon
  if (state === 'given') return 'taken'
  const waits = state === 'locked' && log.at(-1)?.cause === 'gift' && lockedUntil !== null && at < lockedUntil
  return waits && today <= validUntil ? 'open' : 'over'
}
