/**
 * What the mall tells a member, as data: the words are found when it is read or sent, in the language of that moment.
 * A kind more: its figures here, its class below, its words in `src/text`.
 * Invariant: what a notice says was true when it was made and says its days by their date, so it may be read late.
 */
import type { Fen } from '../money/fen'
import type { GiftName } from '../gifts/gift'
import type { Honour } from '../referrals/rules'
import type { Season } from '../referrals/season'
import type { BusinessDay } from '../time/business-day'

/** What each kind of message tells. */
export interface MessageFigures {
  /** What was paid at a store, and the points that it brought. */
  readonly purchase: { readonly storeName: string; readonly paidFen: Fen; readonly points: number }
  /** What was paid back, and the points that went with it. */
  readonly refund: { readonly storeName: string; readonly refundFen: Fen; readonly points: number }
  /**
   * Points that end from the first of these days to the last, and how many of them on the first. What was told before reminders
   * were gathered has one day alone.
   */
  readonly 'points-expire': {
    readonly points: number
    readonly expiresOn: BusinessDay
    readonly to?: BusinessDay
    readonly first?: number
  }
  /** So many coupons end from this day to that; the name is the first one's. */
  readonly 'coupons-end': {
    readonly name: string
    readonly count: number
    readonly from: BusinessDay
    readonly to: BusinessDay
  }
  /** The term is over, the tier is held to this day yet. */
  readonly 'tier-grace': { readonly tierId: string; readonly until: BusinessDay }
  readonly 'tier-kept': { readonly tierId: string; readonly until: BusinessDay }
  readonly birthday: { readonly on: BusinessDay }
  /** Of joining: points, 0 for none, and the coupon that came with them or alone. */
  readonly anniversary: { readonly years: number; readonly points: number; readonly coupon?: GiftName }
  /** One can be chosen from now to this day. */
  readonly 'birthday-gift': { readonly on: BusinessDay; readonly until: BusinessDay }
  /** A reward waits to be fetched until the end of this day. */
  readonly 'exchange-waits': {
    readonly rewardName: string
    readonly storeName: string
    readonly until: BusinessDay
  }
  /** Nobody fetched it: the points are back. */
  readonly 'exchange-ended': {
    readonly rewardName: string
    readonly points: number
    readonly on: BusinessDay
  }
  /** Points, 0 for none, and the coupon that came with them or alone. */
  readonly 'upgrade-gift': {
    readonly points: number
    readonly tierId: string
    readonly coupon?: GiftName
  }
  readonly 'tier-lapsed': { readonly tierId: string; readonly from: string }
  /** For a friend, and for how many it is now. */
  readonly 'referral-reward': { readonly points: number; readonly friends: number }
  /** The friend brought the purchase back: so did the points go. */
  readonly 'referral-back': { readonly points: number }
  readonly 'season-over': { readonly season: Season; readonly honour: Honour; readonly friends: number }
}

export type MessageKind = keyof MessageFigures

/** A kind with its figures. */
export type Message = {
  readonly [Kind in MessageKind]: { readonly kind: Kind; readonly figures: MessageFigures[Kind] }
}[MessageKind]

/** Care goes before sales: `service` concerns what the member has, `care` the person, `commercial` the mall's wishes. */
export const MESSAGE_CLASSES = ['service', 'care', 'commercial'] as const
export type MessageClass = (typeof MESSAGE_CLASSES)[number]

export const CLASS_OF: Readonly<Record<MessageKind, MessageClass>> = {
  purchase: 'service',
  refund: 'service',
  'points-expire': 'service',
  // What was bought with points is among them, but most of it is what the mall wishes to be used.
  'coupons-end': 'commercial',
  'tier-grace': 'service',
  'tier-kept': 'service',
  'tier-lapsed': 'service',
  'upgrade-gift': 'service',
  'exchange-waits': 'service',
  'exchange-ended': 'service',
  'referral-reward': 'service',
  'referral-back': 'service',
  'season-over': 'care',
  birthday: 'care',
  anniversary: 'care',
  'birthday-gift': 'service',
}

/** One template of WeChat serves several kinds: few are asked for at once, and each has its own purse of permissions. */
export const TEMPLATES = ['change', 'points', 'tier', 'gift', 'pickup'] as const
export type TemplateName = (typeof TEMPLATES)[number]

export const TEMPLATE_OF: Readonly<Record<MessageKind, TemplateName>> = {
  purchase: 'change',
  refund: 'change',
  'points-expire': 'points',
  'coupons-end': 'gift',
  'tier-grace': 'tier',
  'tier-kept': 'tier',
  'tier-lapsed': 'tier',
  'upgrade-gift': 'gift',
  'exchange-waits': 'pickup',
  'exchange-ended': 'pickup',
  'referral-reward': 'points',
  'referral-back': 'points',
  'season-over': 'gift',
  birthday: 'gift',
  anniversary: 'gift',
  'birthday-gift': 'gift',
}

/** A message on its way into the notices of a member. */
export type NoticeDraft = Message & {
  /** Names the notice: what was told once is not told again. */
  readonly cause: string
  /** The instant of what it tells. */
  readonly at: number
  /** The last day on which it is worth being sent; after it, it can only be read. */
  readonly until: BusinessDay
}
