/** What doors show of coupons, offers and counted benefits. Amounts in fen, instants in ms UTC, days as YYYY-MM-DD at UTC+8. */
import type { CouponState } from '../domain/coupons/coupon'
import type { Scope, Worth } from '../domain/coupons/offer'

/** Where and on what a coupon can be used, by the names that people read; null: everywhere, on everything. */
export interface ScopeWords {
  readonly storeNames: readonly string[] | null
  readonly brands: readonly string[] | null
  readonly categories: readonly string[] | null
  readonly products: readonly string[] | null
  readonly tierNames: readonly string[] | null
  readonly stages: NonNullable<Scope['stages']> | null
}

/** What an offer and a coupon say alike. */
export interface TermsView {
  readonly name: string
  readonly advice: string
  readonly worth: Worth
  readonly scopeWords: ScopeWords
  readonly giftable: boolean
  /** 0 for Sunday; absent: all. */
  readonly weekdays?: readonly number[]
  readonly blackoutDays?: readonly string[]
  readonly besideDiscount: boolean
  readonly mostPerOrder: number
}

export interface CouponView extends TermsView {
  readonly couponId: string
  readonly validFrom: string
  /** Its last day. */
  readonly validUntil: string
  readonly state: CouponState
  /** What it was used for. */
  readonly usedOn?: string
  readonly usedAt?: string
  /** Offered to a friend who has not taken it yet. */
  readonly gift?: { readonly giftId: string; readonly until: number }
}

/** Something that a tier gives so many times in a month or a year. */
export interface BenefitView {
  readonly benefitId: string
  readonly name: string
  readonly advice: string
  readonly worth: Worth
  readonly times: number
  readonly left: number
  readonly per: 'month' | 'year'
  /** The last day of this month or year. */
  readonly until: string
}

export interface WalletView {
  readonly coupons: readonly CouponView[]
  /** On the first page; 100 stands for a hundred or more. */
  readonly counts: { readonly usable: number } | null
  /** On the first page of usable ones. */
  readonly benefits: readonly BenefitView[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

export type OfferState = 'open' | 'soon' | 'sold-out' | 'claimed' | 'tier-locked' | 'limit-today'

export interface OfferView extends TermsView {
  readonly offerId: string
  /** Null: as many as are asked for. */
  readonly left: number | null
  readonly startsAt: number
  readonly endsAt: number
  /** Shown with a countdown. */
  readonly flash: boolean
  readonly claimed: number
  readonly perMember: number
  readonly state: OfferState
  /** The lowest tier that may claim it; where the own one may not. */
  readonly tierName?: string
}

export interface OffersView {
  readonly offers: readonly OfferView[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

export interface ClaimedView {
  readonly couponId: string
  readonly validFrom: string
  readonly validUntil: string
  /** Of this offer, with this one. */
  readonly claimed: number
}

/** A coupon's code, as the member code: the instant from which another is due, and the server's clock. */
export interface CouponCodeView {
  /** 20 digits. */
  readonly code: string
  readonly renewAt: number
  readonly serverNow: number
  readonly periodSeconds: number
  readonly coupon: CouponView
}

export interface GivenView {
  /** Goes into the link for the friend. */
  readonly giftId: string
  readonly until: number
}

export interface AcceptedView {
  readonly couponId: string
  readonly validUntil: string
}

/** What a friend sees of a coupon that is offered. */
export interface GiftView {
  readonly giftId: string
  readonly coupon: TermsView & { readonly validFrom: string; readonly validUntil: string }
  /** The giver's name; null when there is none. */
  readonly from: string | null
  /** Null when it does not wait any more. */
  readonly until: number | null
  /** `own`: the caller's own offer; `yours`: the caller took it. */
  readonly state: 'open' | 'taken' | 'over' | 'own' | 'yours'
  /** The caller is a member already. */
  readonly joined: boolean
  readonly serverNow: number
}
