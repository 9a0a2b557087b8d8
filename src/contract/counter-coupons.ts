/** What the counter shows of coupons: those that the visiting member can use here, and what was handed over for one. */
import type { HandOverView } from './reward-views'
import type { LifecycleStage } from '../domain/members/lifecycle'
import type { Worth } from '../domain/coupons/offer'
import type { ChosenCoupon } from '../domain/purchases/settle'
import type { BusinessDay } from '../domain/time/business-day'

/** What was scanned instead of the card. */
export type ShownView =
  { readonly kind: 'coupon'; readonly couponId: string } | ({ readonly kind: 'exchange' } & HandOverView)

/** A coupon with what the calculator needs of it, so that the phone previews as the server charges. */
export interface UsableCouponView extends ChosenCoupon {
  readonly name: string
  readonly advice: string
  /** Its last day. */
  readonly validUntil: BusinessDay
}

/** What stands against a coupon here and now, with what somebody can do about it. */
export type AgainstUse =
  /** A friend may take it until then, or a till holds it for a receipt. */
  | { readonly kind: 'locked'; readonly by: 'gift' | 'till'; readonly until: number }
  /** The next day on which it can be used; null when there is none before its end. */
  | { readonly kind: 'not-today'; readonly next: BusinessDay | null }
  /** The names of stores, brands or categories, the first few; how many there are. */
  | { readonly kind: 'not-here'; readonly places: readonly string[]; readonly count: number }
  | {
      readonly kind: 'not-for-member'
      readonly tiers: readonly string[]
      readonly stages: readonly LifecycleStage[]
    }

export interface NotNowView {
  readonly couponId: string
  readonly name: string
  readonly validUntil: BusinessDay
  /** One at least. */
  readonly against: readonly AgainstUse[]
}

/** What the member has and cannot use here now. */
export interface NotNowViews {
  readonly count: number
  /** Soonest to end first, 8 at most. */
  readonly coupons: readonly NotNowView[]
}

export interface CounterCoupons {
  /** What the member can use here today, soonest to end first, 20 at most; the one alone when its own code was shown. */
  readonly coupons: readonly UsableCouponView[]
  /** None when the card was not shown. */
  readonly notNow: NotNowViews
}

export interface RedeemedView {
  readonly couponId: string
  readonly name: string
  readonly worth: Worth
  readonly plate: string | null
  readonly at: number
}

/** One row of what a store handed over: for a coupon or a benefit, or taken for points. */
export interface RedemptionView {
  readonly kind: 'coupon' | 'exchange'
  readonly id: string
  readonly name: string
  readonly plate: string | null
  readonly at: number
  readonly servedBy: string | null
  /** Handed over today by this assistant. */
  readonly canUndo: boolean
}

export interface RedemptionsView {
  readonly day: string
  readonly redemptions: readonly RedemptionView[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}
