/** The assistant's door: scan, register, refund, the day. A visit names the member; prices come from the server. */
import * as v from 'valibot'
import type { Material, Tier } from '../domain/programme/programme'
import type { StandingForPreview } from '../domain/purchases/preview'
import { assistantRewardActions, type AssistantRewardOutputs } from './reward-actions'
import { assistantCheckInActions, type AssistantCheckInOutputs } from './check-in'
import { assistantTaskActions, type AssistantTaskOutputs } from './task-actions'
import { command, query } from './envelope'
import { SIZE_KINDS } from '../domain/members/client-card'
import {
  LONGEST_REASON,
  LONGEST_SIZE,
  type ClientCardView,
  type CompletenessView,
  type OwnMemberBookView,
  type OwnMembersView,
} from './client-book'
import type { BenefitView } from './coupon-views'
import type { CounterCoupons, RedeemedView, RedemptionsView, ShownView } from './counter-coupons'
import {
  AmountFen,
  CardNumber,
  Count,
  CouponIds,
  Day,
  Id,
  KeyedLines,
  Phone,
  Plate,
  Receipt,
  RefundLines,
  Tags,
  VisitToken,
} from './shapes'
import {
  LONGEST_NOTE,
  REFUND_REASONS,
  type MemberHeadView,
  type PurchaseView,
  type RefundReason,
  type SettlementView,
} from './views'

const PhoneTail = v.pipe(v.string(), v.regex(/^\d{4}$/))
const upTo = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most))
const SaidBirthday = v.strictObject({
  calendar: v.picklist(['solar', 'lunar']),
  month: upTo(12),
  day: upTo(31),
})
/** Words on one line: no breaks, nothing that turns the text around it. */
const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(longest),
    v.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u),
  )
/** One of a kind. */
const Sizes = v.pipe(
  v.array(v.strictObject({ kind: v.picklist(SIZE_KINDS), value: line(LONGEST_SIZE) })),
  v.maxLength(SIZE_KINDS.length),
  v.check((sizes) => new Set(sizes.map(({ kind }) => kind)).size === sizes.length),
)
/** The member of an open visit, or an own one. */
const Whose = v.union([v.strictObject({ visit: VisitToken }), v.strictObject({ memberId: Id })])
const PhoneWhy = v.union([
  v.strictObject({ reason: v.picklist(['pickup', 'after-sale', 'asked']) }),
  v.strictObject({ reason: v.literal('other'), words: line(LONGEST_REASON) }),
])
const Reason = v.picklist(REFUND_REASONS)

export const assistantActions = {
  ...assistantRewardActions,
  ...assistantCheckInActions,
  ...assistantTaskActions,
  /** Opens a visit from a scanned member code or the code of one coupon. The first scan uses the code up. */
  resolve: query(v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(128)) })),
  /** Opens a visit by what the member says: exactly one must answer to both parts; which was wrong is not told. */
  'find-by-phone-tail': command(v.strictObject({ phoneTail: PhoneTail, birthday: SaidBirthday })),
  /** What these pieces would settle to, from the server's own figures. */
  preview: query(v.strictObject({ visit: VisitToken, lines: KeyedLines, coupons: v.optional(CouponIds) })),
  /** Books a purchase for the visiting member, at the total that the assistant was shown. One amount is one line. */
  register: command(
    v.strictObject({
      visit: VisitToken,
      lines: KeyedLines,
      coupons: v.optional(CouponIds),
      shownPayFen: AmountFen,
    }),
  ),
  /** Hands over what a coupon or a counted benefit is for, or opens the car park to a plate. */
  redeem: command(
    v.strictObject({
      visit: VisitToken,
      what: v.union([v.strictObject({ couponId: Id }), v.strictObject({ benefitId: Id })]),
      plate: v.optional(Plate),
    }),
  ),
  /** Takes an own hand-over of today back. */
  'undo-redeem': command(v.strictObject({ couponId: Id })),
  /** What this store handed over on a day for coupons, benefits and points, newest first, 20 at a time. */
  redemptions: query(
    v.strictObject({ day: v.optional(Day), after: v.optional(v.pipe(v.string(), v.maxLength(160))) }),
  ),
  /**
   * Takes back lines of one purchase of this store, or undoes an own registration of today (`entry-error`). What was
   * shown as refunded before makes a second refund of a like piece another request, and a page that is behind a refusal.
   */
  refund: command(
    v.strictObject({
      purchaseId: Id,
      lines: RefundLines,
      reason: Reason,
      shownRefundFen: AmountFen,
      shownRefundedFen: AmountFen,
    }),
  ),
  /** One purchase of this store, as it stands now. */
  purchase: query(v.strictObject({ purchaseId: Id })),
  /** The purchases of this store's tills that carry a receipt number: one, or one for each till that counts alike. */
  'find-receipt': query(v.strictObject({ receipt: Receipt })),
  /** What this store knows of the visiting member: today's purchases and refunds, and the last ones before. */
  'client-book': query(v.strictObject({ visit: VisitToken })),
  /** A few words about the visiting member, for whoever of this store serves him next. */
  'write-note': command(v.strictObject({ visit: VisitToken, text: line(LONGEST_NOTE) })),
  /** Keeps the whole client card of the visiting member. `allergies` are null where the member does not let staff see them. */
  'write-card': command(
    v.strictObject({
      visit: VisitToken,
      version: Count,
      sizes: Sizes,
      preferences: Tags,
      allergies: v.nullable(Tags),
    }),
  ),
  /** Own members by their last visit, 20 at a time; searched by name or phone tail. */
  'own-members': query(
    v.strictObject({
      search: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))),
      after: v.optional(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?:[A-Za-z0-9]{1,64}$/))),
    }),
  ),
  /** The book of an own member who is not there. The member sees that it was opened. */
  'own-member': query(v.strictObject({ memberId: Id })),
  /** The full phone number, for a reason that the member sees. */
  'show-phone': command(v.strictObject({ of: Whose, why: PhoneWhy })),
  /**
   * Binds an old card to the visiting member, or to the phone of somebody who has not joined. The account that a till opened
   * under the card's number goes over, with its points, its spend and its purchases.
   */
  'bind-card': command(
    v.strictObject({
      card: CardNumber,
      to: v.union([v.strictObject({ visit: VisitToken }), v.strictObject({ phone: Phone })]),
    }),
  ),
  /** What this store did on a day, newest first, 20 at a time. */
  'day-list': query(
    v.strictObject({ day: v.optional(Day), after: v.optional(v.pipe(v.string(), v.maxLength(160))) }),
  ),
} as const

export interface VisitView extends CounterCoupons {
  readonly visit: string
  readonly until: number
  readonly storeName: string
  readonly assistantName: string
  readonly member: MemberHeadView
  /** What the phone needs to show a preview without asking at each key. */
  readonly preview: StandingForPreview
  readonly ladder: readonly Tier[]
  /** Counted benefits of the tier held now: with something left, or used up today. None when the card was not shown. */
  readonly benefits: readonly BenefitView[]
  /** What was shown instead of the card. */
  readonly shown: ShownView | null
  readonly serverNow: number
}

export interface RegisteredView {
  readonly purchaseId: string
  readonly settlement: SettlementView
  /** The day from which the points can be spent; null when that is at once. */
  readonly activatesOn: string | null
  readonly member: MemberHeadView
}

export interface RefundedView {
  readonly refundId: string
  readonly purchaseId: string
  readonly refundFen: number
  readonly pointsTakenBack: number
  /** Part of it that the member did not have any more and owes. */
  readonly debtAdded: number
  /** Set when the refund undid the upgrade that this purchase had brought. */
  readonly tierNow: string | null
  readonly reason: (typeof REFUND_REASONS)[number]
  /** As it is after the refund. */
  readonly tierName: string
  readonly material: Material
  readonly memberName: string
  readonly memberPoints: number
}

export interface BoundCardView {
  /** What went over to another account: nothing when the card's own account was given the phone. */
  readonly pointsMoved: number
  readonly debtMoved: number
  /** As it stands now. */
  readonly points: number
  /** Name of the tier that the spend of both reaches, when it is another than before. */
  readonly tierNow: string | null
  /** The visiting member as he stands now; null where the card was bound to a phone. */
  readonly visitor: { readonly member: MemberHeadView; readonly preview: StandingForPreview } | null
}

export interface FoundReceiptView {
  /** Newest first, at least one, five at most. */
  readonly purchases: readonly PurchaseView[]
}

/** A purchase as a line of the client book; the refund page asks for the rest. */
export interface BookPurchaseView {
  readonly purchaseId: string
  readonly at: number
  readonly paidFen: number
  readonly points: number
  readonly refundedFen: number
  readonly servedBy: string | null
  readonly receipt: string | null
}

export interface BookRefundView {
  readonly refundId: string
  readonly purchaseId: string
  readonly at: number
  readonly refundFen: number
  readonly pointsTakenBack: number
  readonly reason: RefundReason
}

export interface NoteView {
  readonly noteId: string
  readonly at: number
  readonly by: string
  readonly text: string
}

/** Everything newest first, and all of it of this store but the card, which is the member's in the whole mall. */
export interface ClientBookView {
  readonly storeName: string
  readonly card: ClientCardView
  readonly completeness: CompletenessView
  readonly today: {
    readonly purchases: readonly BookPurchaseView[]
    readonly refunds: readonly BookRefundView[]
  }
  /** Ten at most. */
  readonly notes: readonly NoteView[]
  /** Before today, ten at most. */
  readonly earlier: readonly BookPurchaseView[]
  readonly serverNow: number
}

export interface DayListView {
  readonly day: string
  readonly storeName: string
  readonly assistantName: string
  readonly purchases: readonly PurchaseView[]
  /** Of the whole day; null on every page but the first. */
  readonly totals: { readonly count: number; readonly keptFen: number } | null
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly serverNow: number
}

export interface AssistantOutputs
  extends AssistantRewardOutputs, AssistantCheckInOutputs, AssistantTaskOutputs {
  resolve: VisitView
  'find-by-phone-tail': VisitView
  preview: SettlementView
  register: RegisteredView
  redeem: RedeemedView
  'undo-redeem': { readonly couponId: string }
  redemptions: RedemptionsView
  refund: RefundedView
  purchase: PurchaseView
  'find-receipt': FoundReceiptView
  'client-book': ClientBookView
  'write-note': { readonly noteId: string }
  'write-card': { readonly version: number }
  'own-members': OwnMembersView
  'own-member': OwnMemberBookView
  'show-phone': { readonly phone: string }
  'bind-card': BoundCardView
  'day-list': DayListView
}
