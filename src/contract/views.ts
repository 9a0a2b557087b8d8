/** What doors show of a member, a tier and a purchase. Amounts in fen, instants in ms UTC, days as YYYY-MM-DD at UTC+8. */
import type { Bonus } from '../domain/campaigns/bonuses'
import type { ChangeKind } from '../domain/points/purse'
import type { LifecycleStage } from '../domain/members/lifecycle'
import type { Counted } from '../domain/programme/measures'
import type { Material } from '../domain/programme/programme'

export interface TierView {
  readonly id: string
  readonly name: string
  readonly material: Material
  readonly thresholdFen: number
  /** Where the programme counts them: either alone reaches the tier. */
  readonly thresholdVisits?: number
  readonly thresholdActivity?: number
  readonly rate: number
  readonly discountPercent: number
  readonly benefits: readonly string[]
}

/** Points that are earned and wait for their day. */
export interface PendingView {
  readonly points: number
  /** The first day on which some of them can be spent. */
  readonly nextOn: string
}

export interface CardView {
  readonly name: string
  readonly tierId: string
  readonly tierName: string
  readonly material: Material
  /** 8 digits. */
  readonly cardNumber: string
  /** What can be spent today. */
  readonly points: number
  /** Null for nearly everybody. */
  readonly pending: PendingView | null
  readonly memberSinceYear: number
}

/** Where a member stands between the own tier and the next. */
export interface ProgressView {
  readonly nextTierName: string
  readonly gapFen: number
  readonly insideBandFen: number
  readonly bandFen: number
  /** Where the programme has several measures: the nearest way beside spend. */
  readonly or?: OtherWayView
}

/** How many times more lead to a tier without spending the gap, and how far that is on the way to it. */
export interface OtherWayView {
  readonly measure: Counted
  readonly gap: number
  readonly inside: number
  readonly band: number
}

/** Why goods came back. `entry-error` is the undo of a registration on the same day. */
export const REFUND_REASONS = ['returned', 'exchanged', 'quality', 'price', 'entry-error'] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/** Letters of a note about a visit. */
export const LONGEST_NOTE = 120

/** Letters of what an assistant calls a piece, lines of one registration, pieces of a line. */
export const LONGEST_PIECE_NAME = 20
export const MOST_PIECE_LINES = 50
export const MOST_PIECES_OF_A_LINE = 99

/** What may happen to an exchange: points were spent on it, a desk gave it out, its points came back. */
export type ExchangeActivity = 'taken' | 'handed-over' | 'back'

/** One line of "what happened lately", as the member reads it. */
export type ActivityView =
  | {
      readonly kind: 'purchase'
      readonly id: string
      readonly at: number
      readonly storeName: string
      readonly paidFen: number
      readonly points: number
      /** The day from which the points can be spent; absent when that was at once. */
      readonly activatesOn?: string
      /** Name of the tier that this purchase reached. */
      readonly upgradedTo: string | null
    }
  | {
      readonly kind: 'refund'
      readonly id: string
      readonly at: number
      readonly storeName: string
      readonly refundFen: number
      readonly pointsTakenBack: number
      readonly reason: RefundReason
    }
  | {
      readonly kind: 'exchange'
      readonly id: string
      readonly at: number
      readonly step: ExchangeActivity
      readonly rewardName: string
      /** Where it is fetched, or was handed over. */
      readonly storeName: string
      /** Spent, or given back; none move when it is handed over. */
      readonly points: number
    }

/** One line of the points' history. */
export interface EntryView {
  readonly id: string
  readonly at: number
  readonly kind: ChangeKind
  /** Never negative; the kind says which way. */
  readonly points: number
  /** The day from which earned points can be spent; absent when that was at once. */
  readonly activatesOn?: string
  /** Null for points that came from no store. */
  readonly storeName: string | null
  /** What was paid or paid back. */
  readonly amountFen: number | null
  readonly reason: RefundReason | null
  /** The anniversary that brought it, and of how many years; absent otherwise. */
  readonly occasion?: { readonly name: string; readonly years: number }
  /** The event of a check-in; absent otherwise. */
  readonly eventName?: string
  /** What points were spent on, or came back from; absent otherwise. */
  readonly rewardName?: string
  /** Of a check-in: signed in, or at the place whose name this entry has; absent otherwise. */
  readonly checkIn?: 'daily' | 'place'
  /** The target of the first months that was reached, or is not any more; absent otherwise. */
  readonly targetName?: string
  /** True for what a friend who was invited brought, or took back; absent otherwise. */
  readonly referral?: true
  /** The gift of an upgrade. */
  readonly upgrade?: true
  /** True for what went over from an old card when it was bound; absent otherwise. */
  readonly merged?: true
}

/** Points that live to the end of one day. */
export interface LotView {
  readonly points: number
  readonly expiresOn: string
}

/** Points that wait for one day. */
export interface PendingDayView {
  readonly points: number
  readonly activatesOn: string
}

/** One line of the history of a member's tier. */
export interface TierChangeView {
  readonly day: string
  readonly what:
    | 'joined'
    | 'upgraded'
    | 'renewed'
    | 'lapsed'
    | 'taken-back'
    | 'granted'
    | 'assured'
    | 'grant-taken-back'
    | 'grant-ended'
  readonly tierName: string
  readonly material: Material
  /** The store of the purchase or refund that did it. */
  readonly storeName: string | null
  /** Of what the mall gave or took back by hand. */
  readonly grant?: { readonly until: string; readonly reason: string }
}

/** A price worked out: what the assistant reads aloud and what the member pays. */
export interface SettlementView {
  readonly priceFen: number
  /** 0 when a coupon does not go beside the tier's discount. */
  readonly discountPercent: number
  readonly discountFen: number
  /** What coupons take off. */
  readonly offFen: number
  /** In their turn; one that takes nothing is not reached, or finds nothing left. */
  readonly coupons: readonly { readonly couponId: string; readonly offFen: number }[]
  readonly payFen: number
  /** What is paid for each line. */
  readonly paidFen: readonly number[]
  /** Whole yuan that earn. */
  readonly base: number
  readonly rate: number
  readonly points: number
  /** What campaigns add to them, each with what cut it. */
  readonly bonuses: readonly Bonus[]
  /** What remains to the next tier after this purchase; null on the highest. */
  readonly next: { readonly tierName: string; readonly gapFen: number } | null
  /** Name of the tier that this purchase reaches; it counts from the next purchase. */
  readonly upgradesTo: string | null
}

export interface MemberHeadView {
  readonly name: string
  readonly tierId: string
  readonly tierName: string
  readonly material: Material
  readonly points: number
  readonly debt: number
  readonly visitCount: number
  readonly lastVisitDay: string | null
  /** By the last purchase anywhere in the mall. */
  readonly stage: LifecycleStage
  readonly phoneTail: string | null
}

export interface PurchaseLineView {
  readonly line: number
  /** What the receipt or the assistant calls it; null for an amount keyed in by hand. */
  readonly sku: string | null
  readonly quantity: number
  readonly quantityLeft: number
  readonly paidFen: number
  /** What giving back all that is left of this line pays out. */
  readonly refundableFen: number
}

export interface PurchaseView {
  readonly purchaseId: string
  readonly at: number
  readonly source: 'assistant' | 'till'
  /** Till receipt, or null when registered by hand. */
  readonly receipt: string | null
  readonly memberName: string
  readonly tierName: string
  readonly material: Material
  readonly servedBy: string | null
  readonly paidFen: number
  readonly points: number
  readonly refundedFen: number
  readonly pointsTakenBack: number
  readonly lines: readonly PurchaseLineView[]
  /** How many coupons it used; absent: none. They come back once everything came back. */
  readonly coupons?: number
  /** Registered today by this assistant and untouched since. */
  readonly canUndo: boolean
}
