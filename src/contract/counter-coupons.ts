/** What the counter shows of coupons: those that the visiting member can use here, and what was handed over for one. */
import type { HandOverView } from './reward-views'
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

export interface RedeemedView {
  readonly couponId: string
  readonly name: string
  readonly worth: Worth
  readonly plate: string | null
  readonly at: number
}

export interface RedemptionView extends RedeemedView {
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
