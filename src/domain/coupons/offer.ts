/**
 * An offer: what the mall decided about one sort of coupon, as data. A coupon carries the terms of its offer for good, so
 * that a change of the offer never changes what somebody holds.
 * Invariant: `checkOffer` says what is wrong with one that cannot be used.
 */
import type { LifecycleStage } from '../members/lifecycle'
import type { Fen } from '../money/fen'
import type { BusinessDay } from '../time/business-day'

export const COUPON_KINDS = [
  'cash',
  'threshold',
  'percent',
  'buy-one-get-one',
  'exchange',
  'parking',
] as const
export type CouponKind = (typeof COUPON_KINDS)[number]

/** What a coupon is worth. The first four take something off a price; the last two are handed over for themselves. */
export type Worth =
  | { readonly kind: 'cash'; readonly offFen: Fen }
  /** "¥50 off from ¥300", measured on what is left to pay in its scope when its turn comes. */
  | { readonly kind: 'threshold'; readonly thresholdFen: Fen; readonly offFen: Fen }
  /** 15 = 15 % off, at most `mostFen` when there is a most. */
  | { readonly kind: 'percent'; readonly percentOff: number; readonly mostFen: Fen | null }
  /** One piece of a line with two or more is free: of several lines the one whose piece costs least. */
  | { readonly kind: 'buy-one-get-one' }
  | { readonly kind: 'exchange'; readonly thing: string }
  | { readonly kind: 'parking'; readonly hours: number }

/** Where, on what and for whom it can be used; an absent part limits nothing. */
export interface Scope {
  readonly storeIds?: readonly string[]
  /** Of the store. */
  readonly brands?: readonly string[]
  /** Of the store. */
  readonly categories?: readonly string[]
  /** What a line is called on the receipt. */
  readonly products?: readonly string[]
  readonly tierIds?: readonly string[]
  readonly stages?: readonly LifecycleStage[]
}

/** How it goes together with other coupons of one order. */
export interface Stacking {
  /** Of one group at most `mostPerOrder` in an order, the least of those chosen counts. */
  readonly group: string
  /** Lower ranks take their part off first. */
  readonly rank: number
  /** The only coupon of its order. */
  readonly exclusive: boolean
  /** False: the order gets no tier discount. */
  readonly besideDiscount: boolean
  readonly mostPerOrder: number
}

/** When a coupon holds: fixed days, or so many from the day of receipt, which is the first of them. */
export type Validity =
  | { readonly kind: 'window'; readonly from: BusinessDay; readonly until: BusinessDay }
  | { readonly kind: 'days'; readonly days: number }

/** What a coupon keeps of its offer. */
export interface Terms {
  readonly offerId: string
  readonly name: string
  /** How to use it, a sentence. */
  readonly advice: string
  readonly english?: { readonly name: string; readonly advice: string }
  readonly worth: Worth
  readonly scope: Scope
  /** Days of the week on which it can be used, 0 for Sunday; absent: all. */
  readonly weekdays?: readonly number[]
  readonly blackoutDays?: readonly BusinessDay[]
  readonly stacking: Stacking
  /** May be handed to a friend, once. */
  readonly giftable: boolean
}

export interface Offer extends Terms {
  readonly validity: Validity
  /** Instants between which members claim it; null for what is never claimed, only issued by a reward or a tier. */
  readonly claim: { readonly from: number; readonly until: number } | null
  /** Shown with a countdown. */
  readonly flash: boolean
  /** Null: as many as are asked for. */
  readonly stock: number | null
  /** Over how many counters the stock is spread; 1 unless many claim at the same moment. */
  readonly stockParts: number
  readonly perMember: number
  readonly perMemberADay: number
  /** Tiers that may claim it; absent: every tier. */
  readonly claimableBy?: readonly string[]
}
