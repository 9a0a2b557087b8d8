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
  give: ['accepted'],
  expire: ['day-over'],
  void: ['account-closed', 'reward-cancelled', 'purchase-refunded', 'benefit-back'],
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

/** A step as it is kept: what caused it, when, and the receipt, purchase, gift or refund behind it. */
export interface TakenStep {
  readonly step: CouponStep
  readonly cause: string
  /** Ms UTC. */
  readonly at: number
  readonly ref: string | null
}

/** A coupon as it lives: its state is where its log leads from `issued`. */
export interface LivingCoupon extends CouponLife {
  readonly log: readonly TakenStep[]
}

const LOG_KEPT = 24

/**
 * The coupon after a step, or null when it cannot be taken. A lock that is over is released first, which is kept as well.
 * @param lockedUntil ms UTC; of a lock.
 */
export function take<Coupon extends LivingCoupon>(
  coupon: Coupon,
  taken: TakenStep,
  lockedUntil: number | null = null,
): Coupon | null {
  const { step, cause, at } = taken
  if (!CAUSES_OF[step].includes(cause)) throw new Error(`${cause} causes no ${step} of a coupon`)
  if (coupon.state === 'locked' && coupon.lockedUntil !== null && coupon.lockedUntil <= at) {
    const over: TakenStep = { step: 'release', cause: 'lock-over', at: coupon.lockedUntil, ref: null }
    return take(moved(coupon, 'issued', over, null), taken, lockedUntil)
  }
  const state = afterStep(coupon.state, step)
  return state && moved(coupon, state, taken, step === 'lock' ? lockedUntil : null)
}

const moved = <Coupon extends LivingCoupon>(
  coupon: Coupon,
  state: CouponState,
  taken: TakenStep,
  lockedUntil: number | null,
): Coupon => ({ ...coupon, state, lockedUntil, log: shortened([...coupon.log, taken]) })

/** Without the oldest steps that led back to `issued`, once there are too many: what is left still leads to the state. */
function shortened(log: readonly TakenStep[]): readonly TakenStep[] {
  if (log.length <= LOG_KEPT) return log
  const back = log.findIndex((_, index) => stateAfter(log.slice(0, index + 1)) === 'issued')
  return back < 0 ? log : log.slice(back + 1)
}

/** Where a log leads from `issued`; null when one of its steps is impossible. */
export const stateAfter = (log: readonly TakenStep[]): CouponState | null =>
  log.reduce<CouponState | null>((state, { step }) => state && afterStep(state, step), 'issued')
