/**
 * What a day brings beside the change of the member's own document, as values: the server writes each of them in the
 * transaction of that day. An effect more: a type here, its writer in `src/server/clock/write-effect.ts`.
 */
import type { GiftName } from '../gifts/gift'
import type { NoticeDraft } from '../messages/kinds'
import type { PurseChange } from '../points/purse'
import type { BusinessDay } from '../time/business-day'

/** An anniversary as it was kept: its name then, and of how many years. */
export interface KeptOccasion {
  readonly name: string
  readonly english?: { readonly name: string }
  readonly years: number
}

/** A line of the points ledger; the kind of event puts the same change into the purse. */
export interface EntryEffect {
  readonly does: 'entry'
  /** Names the entry, so that it is written once: `expire:<member>:<day>`. */
  readonly cause: string
  readonly rule: 'points.expired' | 'upgrade.gift' | 'anniversary.gift'
  readonly change: PurseChange
  readonly at: number
  /** That comes with it. */
  readonly coupon?: GiftName
  readonly occasion?: KeptOccasion
}

/** A coupon of an offer that nobody claims, issued to the member. */
export interface CouponEffect {
  readonly does: 'coupon'
  readonly from: 'upgrade' | 'anniversary'
  /** Names the coupon, so that it is issued once. */
  readonly id: string
  readonly offerId: string
  readonly at: number
  readonly validFrom: BusinessDay
  readonly validUntil: BusinessDay
}

export interface NoticeEffect {
  readonly does: 'notice'
  readonly notice: NoticeDraft
}

/** Coupons that end from this day to that are to be told of, if any are there still. */
export interface CouponsEndEffect {
  readonly does: 'coupons-end'
  readonly from: BusinessDay
  readonly to: BusinessDay
  readonly day: BusinessDay
}

/** Something to do for the assistant to whom the member belongs; nothing for a member who belongs to nobody. */
export interface TaskEffect {
  readonly does: 'task'
  readonly kind: 'keep-tier'
  readonly cause: string
  readonly day: BusinessDay
  /** The last day on which it can help. */
  readonly dueOn: BusinessDay
}

/** The points of who invited the member: given, or taken back. */
export interface ReferralEffect<Does> {
  readonly does: Does
  readonly on: BusinessDay
}

export type Effect =
  | EntryEffect
  | CouponEffect
  | NoticeEffect
  | CouponsEndEffect
  | TaskEffect
  | ReferralEffect<'reward-referrer'>
  | ReferralEffect<'take-reward-back'>
