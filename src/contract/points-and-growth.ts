/** What the member's door shows of points and of the way between the tiers. */
import type { BonusCap } from '../domain/campaigns/campaign'
import type { GrantKind } from '../domain/tiers/grant'
import type { Material } from '../domain/programme/programme'
import type {
  EntryView,
  LotView,
  OtherWayView,
  PendingDayView,
  ProgressView,
  TierChangeView,
  TierView,
} from './views'

export interface PointsView {
  /** What there is now; null on further pages. */
  readonly balance: {
    readonly points: number
    readonly debt: number
    /** By day, soonest to expire first, twelve days at most. */
    readonly lots: readonly LotView[]
    /** What expires after the last of them. */
    readonly laterPoints: number
    /** What cannot be spent yet, soonest first; in most programmes nothing. */
    readonly pending: readonly PendingDayView[]
    /** Month of the account's opening: nothing is older. */
    readonly firstMonth: string
  } | null
  readonly entries: readonly EntryView[]
  /** Cursor of the next page; null when there is none. */
  readonly next: string | null
  readonly serverNow: number
}

export interface BonusView {
  readonly name: string
  readonly rate: number
  readonly points: number
  readonly cuts: readonly { readonly by: BonusCap; readonly points: number }[]
}

/** Why an entry is what it is. */
export interface WhyView {
  readonly entry: EntryView
  readonly programmeVersion: number
  readonly receipt: string | null
  /** How the points came about; null for what takes points away. */
  readonly earning: {
    /** The part of what was paid that earns. */
    readonly qualifyingFen: number
    /** Whole yuan of it. */
    readonly base: number
    readonly rate: number
    /** The tier at which it earned. */
    readonly tierName: string
    /** What campaigns added, each with what cut it. */
    readonly bonuses: readonly BonusView[]
    readonly bonusPoints: number
    /** What refunds took back of it since. */
    readonly takenBack: number
  } | null
  /** Of a check-in: how many of its points the run of days added, and how long the run was; null at a place. */
  readonly checkIn?: { readonly extra: number; readonly streak: number | null }
  /** Name of the coupon that came with it. */
  readonly coupon?: string
  /** Days to which points were added, or from which they were taken: then negative. */
  readonly lots: readonly LotView[]
  /** Points that were to wait for a day, or were taken back while they waited: then negative. */
  readonly pending: readonly (LotView & PendingDayView)[]
  /** Points that became a debt; negative for a debt that was repaid. */
  readonly debt: number
  /** The entry that this one corrects. */
  readonly corrects: EntryView | null
  readonly serverNow: number
}

/** An upgrade of the last 30 days that still holds. */
export interface UpgradeView {
  /** Names it for good: a phone shows it once. */
  readonly key: string
  readonly day: string
  readonly storeName: string | null
  readonly rate: number
  readonly discountPercent: number
  /** What comes with it on a day, if the tier is still held then, or came with it; absent: nothing. */
  readonly gift?: UpgradeGiftView
}

export interface UpgradeGiftView {
  readonly points?: number
  /** Name of the coupon. */
  readonly coupon?: string
  readonly on: string
  /** It is there. */
  readonly came: boolean
}

/** What keeps a tier that would be lost otherwise. */
export interface LapsingView {
  readonly gapFen: number
  /** The last day of the term, or of the days of grace. */
  readonly until: string
  readonly inGrace: boolean
}

export interface GrowthView {
  readonly tierId: string
  readonly tierName: string
  readonly material: Material
  readonly since: string
  readonly termEndsOn: string
  /** Set while the term is over and the spend falls short: the last day to keep the tier. */
  readonly graceEndsOn: string | null
  /** The mall gave the tier by hand and its day is not over; then what is earned beside it. */
  readonly given: {
    readonly kind: GrantKind
    readonly until: string
    readonly earnedTierName: string
  } | null
  /** Qualifying spend of the window up to today. */
  readonly spendFen: number
  /** What else counts in that window; absent where spend is all. */
  readonly beside?: {
    readonly visits?: number
    readonly activity?: number
    /** What they are worth together in a programme that adds it to the spend. */
    readonly worthFen?: number
  }
  readonly windowMonths: number
  readonly termMonths: number
  /** Null on the highest tier. */
  readonly progress: ProgressView | null
  /** What keeps the tier at the term's end, or now while in grace; null on the lowest tier, which everybody keeps. */
  readonly keep: {
    readonly thresholdFen: number
    /** What will still count by then. */
    readonly countedFen: number
    readonly gapFen: number
    readonly or?: OtherWayView
  } | null
  /** The tier that the pace of the last 90 days leads to at the term's end. */
  readonly projected: {
    readonly tierName: string
    readonly than: 'higher' | 'same' | 'lower'
  }
  readonly ladder: readonly TierView[]
  /** Newest first. */
  readonly history: readonly TierChangeView[]
  readonly serverNow: number
}
