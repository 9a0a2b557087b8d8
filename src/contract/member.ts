/** The member's door: what a person does with the own card. The caller is who WeChat says; no input names a person. */
import * as v from 'valibot'
import { command, query } from './envelope'
import { NoInput, PersonName } from './shapes'
import type { ActivityView, CardView, ProgressView, TierView } from './views'

export const memberActions = {
  /** Becomes a member by the phone number that the WeChat button proved; takes over an unclaimed account of that phone. */
  join: command(
    v.strictObject({ phoneCode: v.pipe(v.string(), v.minLength(1), v.maxLength(256)), name: PersonName }),
  ),
  /** The card page. */
  home: query(NoInput),
  /** A fresh member code. */
  code: query(NoInput),
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
  'code-status': CodeStatusView
}
