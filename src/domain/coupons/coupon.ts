/**
 * The life of a coupon as a table: which step leads from which state to which, and what may cause it.
 * Invariant: a step that the table does not name is refused; nothing leads out of `expired`, `void` and `given`.
 * The day alone decides what is over: a coupon past its last day is expired, and a lock past its instant is none, however
 * late a job is. Read a stored coupon through `stateOn`.
 */
import type { BusinessDay } from '../time/business-day'

export type CouponState = 'issued' | 'locked' | 'used' | 'expired' | 'void' | 'given'
export const COUPON_STEPS = ['lock', 'release', 'use', 'come-back', 'give', 'expire', 'void'] as const
export type CouponStep = (typeof COUPON_STEPS)[number]

/** `lock`: held for a receipt or for a friend. `come-back`: its purchase was refunded whole, or its use undone. */
const LEADS_TO: Readonly<Record<CouponState, Readonly<Partial<Record<CouponStep, CouponState>>>>> = {
  issued: { lock: 'locked', use: 'used', expire: 'expired', void: 'void' },
  locked: { release: 'issued', use: 'used', give: 'given', expire: 'expired', void: 'void' },
  used: { 'come-back': 'issued' },
  expired: {},
  void: {},
  given: {},
}

/** What made a step happen; kept with it. */
export const CAUSES_OF: Readonly<Record<CouponStep, readonly string[]>> = {
  lock: ['till', 'gift'],
  release: ['till', 'gift-taken-back', 'lock-over'],
  use: ['purchase', 'handed-over'],
  'come-back': ['refund', 'undo'],
  give: ['gift'],
  expire: ['day-over'],
  void: ['account-closed', 'reward-cancelled', 'purchase-refunded'],
}

/** The state after a step, or null when the step is not possible. */
export const afterStep = (state: CouponState, step: CouponStep): CouponState | null =>
  LEADS_TO[state][step] ?? null

/** What decides the state of a coupon on a day. */
export interface CouponLife {
  readonly state: CouponState
  readonly validFrom: BusinessDay
  /** The last day on which it can be used. */
  readonly validUntil: BusinessDay
  /** Ms UTC; set while locked. */
  readonly lockedUntil: number | null
}

/** The state at an instant of a day: an old lock is none, a coupon past its day is expired. */
export function stateOn(coupon: CouponLife, today: BusinessDay, at: number): CouponState {
  const { state, lockedUntil, validUntil } = coupon
  const held = state === 'locked' && lockedUntil !== null && lockedUntil <= at ? 'issued' : state
  return held === 'issued' && validUntil < today ? 'expired' : held
}
