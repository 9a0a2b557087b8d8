/** The member's door: what a person does with the own card. The caller is who WeChat says; no input names a person. */
import * as v from 'valibot'
import { command, query } from './envelope'
import type { BirthdayStripView, BirthdayView, ChosenGiftView } from './birthday-views'
import type { CodeStatusView, CodeView } from './code-views'
import { CatalogueId, KindShape } from './catalogue'
import { memberCheckInActions, type MemberCheckInOutputs, type TodayView } from './check-in'
import type {
  AcceptedView,
  ClaimedView,
  CouponCodeView,
  GiftView,
  GivenView,
  OffersView,
  WalletView,
} from './coupon-views'
import type { GrowthView, LapsingView, PointsView, UpgradeView, WhyView } from './points-and-growth'
import type { LookView, OwnCardView } from './client-book'
import { SIZE_KINDS } from '../domain/members/client-card'
import { PURPOSES, type Purpose } from '../domain/members/consent'
import type { Birthday } from '../domain/members/birthday'
import { memberRewardActions, type MemberRewardOutputs } from './reward-actions'
import { BirthdayShape, CardNumber, Count, Id, Instant, NoInput, PersonName, Picture, Tags } from './shapes'
import { ExportCursor, type ExportView } from './export-chapters'
import { memberMessageActions, type MemberMessageOutputs } from './message-actions'
import { memberReferralActions, type MemberReferralOutputs } from './referral-actions'
import type { JoinedByInvitationView } from './referral-views'
import type { TemplateView } from './notice-views'
import type { ActivityView, CardView, ProgressView, TierView } from './views'

/** `YYYY-MM` */
const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))

const CardLineShape = v.union([
  v.strictObject({ part: v.literal('sizes'), kind: v.picklist(SIZE_KINDS) }),
  v.strictObject({
    part: v.picklist(['preferences', 'allergies']),
    words: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  }),
])

/** `1:01779067800000:tea`: flash or not, the end, the offer. */
const OfferCursor = v.pipe(v.string(), v.regex(/^[01]:\d{14}:[a-z0-9-]{1,32}$/))

const GiftId = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/))

export const memberActions = {
  ...memberRewardActions,
  ...memberCheckInActions,
  ...memberMessageActions,
  ...memberReferralActions,
  /** Becomes a member by the phone number that the WeChat button proved; takes over an unclaimed account of that phone. */
  join: command(
    v.strictObject({ phoneCode: v.pipe(v.string(), v.minLength(1), v.maxLength(256)), name: PersonName }),
  ),
  /** The card page. */
  home: query(NoInput),
  /** A fresh member code. */
  code: query(NoInput),
  /** The points' history, newest first, by cursor; searched by store or receipt. */
  points: query(
    v.strictObject({
      month: v.optional(Month),
      kind: v.optional(v.picklist(['earned', 'spent', 'expired', 'reversed', 'returned'])),
      search: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))),
      after: v.optional(v.pipe(v.string(), v.regex(/^\d{14}:[A-Za-z0-9:._-]{1,160}$/))),
    }),
  ),
  /** Why one entry of the own history is what it is. */
  entry: query(v.strictObject({ id: v.pipe(v.string(), v.regex(/^entry:[A-Za-z0-9:._-]{1,160}$/)) })),
  /** Tier, term and what every tier gives. */
  growth: query(NoInput),
  /** The member's own page: what is known about the person, what it may be used for, how the card stands. */
  me: query(NoInput),
  /** The own birthday by both calendars, the days of more points, the gifts to choose from. */
  birthday: query(NoInput),
  /** Takes one of the gifts for the birthday that is near. */
  'choose-birthday-gift': command(v.strictObject({ offerId: CatalogueId })),
  'save-profile': command(
    v.strictObject({
      name: PersonName,
      salutation: v.nullable(v.picklist(['ms', 'mr'])),
      birthday: v.nullable(BirthdayShape),
      tags: Tags,
    }),
  ),
  /** Keeps a small PNG or JPEG of the member, or takes it away. */
  'save-avatar': command(v.strictObject({ picture: v.nullable(Picture) })),
  /** The own picture, for a phone that does not have it. */
  avatar: query(NoInput),
  'set-consent': command(
    v.strictObject({ purpose: v.picklist(PURPOSES), given: v.boolean(), policyVersion: Count }),
  ),
  /** Freezes the card when the phone is lost, unfreezes it, or gives it another number. */
  'change-card': command(v.strictObject({ step: v.picklist(['freeze', 'unfreeze', 'replace']) })),
  /** Ends the membership. Card and points as they were shown: another figure is shown before anything is lost. */
  'close-account': command(v.strictObject({ cardNumber: CardNumber, shownPoints: Count })),
  /** What assistants noted on the own client card. */
  'client-card': query(NoInput),
  /** Takes one line off the own client card; one that is gone already is gone. */
  'remove-card-line': command(v.strictObject({ line: CardLineShape })),
  /** Who opened the member's data, newest first. */
  lookers: query(v.strictObject({ before: v.optional(Instant) })),
  /** A part of everything that is kept about the member; asked until `next` is null. */
  export: query(v.strictObject({ after: v.optional(ExportCursor) })),
  /** The coupons of the member: to use, soonest to end first; used or given away, or past their day, newest first. */
  wallet: query(
    v.strictObject({
      show: v.optional(v.picklist(['usable', 'used', 'expired']), 'usable'),
      kind: v.optional(KindShape),
      after: v.optional(v.pipe(v.string(), v.regex(/^[\d-]{10,14}:[A-Za-z0-9:._-]{1,160}$/))),
    }),
  ),
  /** What can be claimed now or soon: flash offers first, then soonest to end. */
  offers: query(v.strictObject({ after: v.optional(OfferCursor) })),
  /** Takes one coupon of an offer. */
  claim: command(v.strictObject({ offerId: CatalogueId })),
  /** A fresh code of one own coupon, to be shown without the card. */
  'coupon-code': query(v.strictObject({ couponId: Id })),
  /** Offers an own coupon to a friend for a day: the answer's id goes into the link. */
  'give-coupon': command(v.strictObject({ couponId: Id })),
  'take-back-gift': command(v.strictObject({ couponId: Id })),
  /** What is offered; for anybody who has the link. */
  gift: query(v.strictObject({ giftId: GiftId })),
  /** Takes what is offered. Whoever is first has it. */
  'accept-gift': command(v.strictObject({ giftId: GiftId })),
  /** What happened to the codes shown since the code page opened. */
  'code-status': query(
    v.strictObject({
      since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      /** The coupon whose code is shown. */
      couponId: v.optional(Id),
    }),
  ),
} as const

export interface JoinView {
  readonly card: CardView
  /** True when an account with purchases was waiting for this phone. */
  readonly tookOver: boolean
  /** What came of the invitation that was accepted; absent without one. */
  readonly invited?: JoinedByInvitationView
}

export interface OccasionView {
  readonly name: string
  /** A sentence of the mall's. */
  readonly greeting?: string
  /** Name of the offer that goes with it, while it can be claimed. */
  readonly offerName?: string
}

export type HomeView =
  | {
      readonly joined: false
      readonly mallName: string
      readonly staff: boolean
      readonly tiers: readonly TierView[]
    }
  | {
      readonly joined: true
      readonly staff: boolean
      readonly mallName: string
      readonly card: CardView
      /** Names the picture; null without one. */
      readonly avatar: string | null
      /** Frozen by the member: no code is shown or taken. */
      readonly frozen: boolean
      /** Null on the highest tier. */
      readonly progress: ProgressView | null
      /** Days on which something was bought. */
      readonly visitCount: number
      /** Points that the next earnings repay first; 0 for nearly everybody. */
      readonly debt: number
      /** Set while the tier is in danger: in grace, or its term ends within 60 days and falls short so far. */
      readonly lapsing: LapsingView | null
      /** The soonest lot to expire within 30 days. */
      readonly expiringSoon: { readonly points: number; readonly expiresOn: string } | null
      /** Newest first, five at most. */
      readonly recent: readonly ActivityView[]
      readonly benefits: readonly string[]
      readonly upgrade: UpgradeView | null
      /** What can be asked for when something was gained. */
      readonly templates: readonly TemplateView[]
      /** Null where nobody signs in. */
      readonly today: TodayView | null
      /** Absent while no birthday is near. */
      readonly birthday?: BirthdayStripView
      /** What day of the year it is for everybody; absent on most days. */
      readonly occasion?: OccasionView
      readonly serverNow: number
    }

export type Salutation = 'ms' | 'mr'

export interface ConsentView {
  readonly purpose: Purpose
  readonly given: boolean
  /** Cannot be turned off while there is a card. */
  readonly needed: boolean
  /** When it was chosen; null while it is as it came. */
  readonly at: number | null
}

export interface AvatarView {
  /** Names the picture: another one has another name. */
  readonly avatar: string | null
  /** Base64 of a PNG or JPEG of at most 20 KB. */
  readonly picture: string | null
}

export interface MeView {
  readonly card: CardView
  readonly avatar: string | null
  readonly phoneTail: string | null
  readonly salutation: Salutation | null
  readonly birthday: Birthday | null
  /** The first day on which the birthday may change; null when it may today. */
  readonly birthdayChangeableFrom: string | null
  readonly tags: readonly string[]
  readonly consents: readonly ConsentView[]
  readonly policyVersion: number
  readonly frozenSince: number | null
  /** Notices that were not read yet, 99 at most. */
  readonly unread: number
  readonly mallName: string
  readonly serverNow: number
}

export interface LookersView {
  /** Newest first, twenty at most. */
  readonly looks: readonly LookView[]
  /** Sent as `before` for those that came earlier; null at the end. */
  readonly next: number | null
  readonly serverNow: number
}

export interface MemberOutputs
  extends MemberRewardOutputs, MemberCheckInOutputs, MemberReferralOutputs, MemberMessageOutputs {
  join: JoinView
  home: HomeView
  me: MeView
  birthday: BirthdayView
  'choose-birthday-gift': ChosenGiftView
  'save-profile': { readonly savedAt: number }
  'save-avatar': { readonly avatar: string | null }
  avatar: AvatarView
  'set-consent': { readonly purpose: Purpose; readonly given: boolean; readonly at: number }
  'change-card': { readonly state: 'active' | 'frozen'; readonly at: number }
  'close-account': { readonly closedAt: number; readonly voidedPoints: number }
  'client-card': OwnCardView
  'remove-card-line': { readonly removedAt: number }
  lookers: LookersView
  export: ExportView
  code: CodeView
  points: PointsView
  entry: WhyView
  growth: GrowthView
  'code-status': CodeStatusView
  wallet: WalletView
  offers: OffersView
  claim: ClaimedView
  'coupon-code': CouponCodeView
  'give-coupon': GivenView
  'take-back-gift': { readonly couponId: string }
  gift: GiftView
  'accept-gift': AcceptedView
}
