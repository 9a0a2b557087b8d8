/** The member's door: what a person does with the own card. The caller is who WeChat says; no input names a person. */
import * as v from 'valibot'
import { command, query } from './envelope'
import type { GrowthView, PointsView, UpgradeView, WhyView } from './points-and-growth'
import { NoInput, PersonName } from './shapes'
import type { ActivityView, CardView, ProgressView, TierView } from './views'

/** `YYYY-MM` */
const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))

export const memberActions = {
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
      kind: v.optional(v.picklist(['earned', 'spent', 'expired', 'reversed'])),
      search: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))),
      after: v.optional(v.pipe(v.string(), v.regex(/^\d{14}:[A-Za-z0-9:._-]{1,160}$/))),
    }),
  ),
  /** Why one entry of the own history is what it is. */
  entry: query(v.strictObject({ id: v.pipe(v.string(), v.regex(/^entry:[A-Za-z0-9:._-]{1,160}$/)) })),
  /** Tier, term and what every tier gives. */
  growth: query(NoInput),
  /** What happened to the codes shown since the code page opened. */
  'code-status': query(v.strictObject({ since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })),
} as const

export interface JoinView {
  readonly card: CardView
  /** True when an account with purchases was waiting for this phone. */
  readonly tookOver: boolean
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
      /** Null on the highest tier. */
      readonly progress: ProgressView | null
      /** Days on which something was bought. */
      readonly visitCount: number
      /** Points that the next earnings repay first; 0 for nearly everybody. */
      readonly debt: number
      /** The soonest lot to expire within 30 days. */
      readonly expiringSoon: { readonly points: number; readonly expiresOn: string } | null
      /** Newest first, five at most. */
      readonly recent: readonly ActivityView[]
      readonly benefits: readonly string[]
      readonly upgrade: UpgradeView | null
      readonly serverNow: number
    }

export interface CodeView {
  /** 18 digits. */
  readonly code: string
  /** The instant from which another code is due, and the server's clock now: the phone's clock is not trusted. */
  readonly renewAt: number
  readonly serverNow: number
  readonly periodSeconds: number
  readonly card: CardView
  readonly mallName: string
  /** Last four digits, said aloud when the screen is broken. */
  readonly phoneTail: string | null
}

export interface CodeStatusView {
  /** A scan since then that is still open, by the store where it happened. */
  readonly scanned: { readonly storeName: string; readonly at: number } | null
  /** The newest purchase or refund since then. */
  readonly activity: ActivityView | null
  readonly points: number
  readonly tierName: string
}

export interface MemberOutputs {
  join: JoinView
  home: HomeView
  code: CodeView
  points: PointsView
  entry: WhyView
  growth: GrowthView
  'code-status': CodeStatusView
}
