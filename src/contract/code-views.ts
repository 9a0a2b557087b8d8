/** What the member's door shows while a code is on the screen: the code, and what happened to it. */
import type { CouponState } from '../domain/coupons/coupon'
import type { ActivityView, CardView } from './views'

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
  /** Whether an assistant can find the member by phone tail and birthday. */
  readonly hasBirthday: boolean
}

export interface CodeStatusView {
  /** A scan since then that is still open, by the store where it happened. */
  readonly scanned: { readonly storeName: string; readonly at: number } | null
  /** The newest of what happened since then. */
  readonly activity: ActivityView | null
  /** The own coupon that was asked about; absent when none was, or it is nobody's. */
  readonly coupon?: CouponFateView
  readonly points: number
  readonly tierName: string
}

/** What became of a coupon whose code is shown. */
export interface CouponFateView {
  readonly state: CouponState
  /** Where and when it was used; null while it is not. */
  readonly used: { readonly storeName: string; readonly at: number; readonly plate: string | null } | null
}
