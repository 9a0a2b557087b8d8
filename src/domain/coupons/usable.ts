/**
 * Whether a coupon can be used here and now: its state, its days, the store and the member who holds it.
 * Invariant: null means that nothing of its terms stands against it; else the first reason that a person can act on.
 */
import type { LifecycleStage } from '../members/lifecycle'
import { weekdayOf, type BusinessDay } from '../time/business-day'
import { stateOn, type CouponLife } from './coupon'
import type { Terms, Worth } from './offer'

/** Where somebody stands who wants to use a coupon, and who it is. */
export interface Here {
  readonly storeId: string
  /** Of the store; null when nobody has said. */
  readonly brand: string | null
  readonly category: string | null
  readonly tierId: string
  readonly stage: LifecycleStage
  readonly today: BusinessDay
  readonly at: number
}

export type NotUsable = 'not-usable' | 'locked' | 'expired' | 'not-here' | 'not-today' | 'not-for-member'

/** What decides where and when; a coupon keeps it from its offer. */
export type UseTerms = Pick<Terms, 'scope' | 'weekdays' | 'blackoutDays'>

export function whyNotUsable(life: CouponLife, terms: UseTerms, here: Here): NotUsable | null {
  const state = stateOn(life, here.today, here.at)
  if (state === 'expired' || state === 'locked') return state
  if (state !== 'issued') return 'not-usable'
  return whyNotByTerms(life, terms, here)
}

/** The same for a coupon that is held for this very purchase: its state is known. */
export function whyNotByTerms(
  { validFrom }: Pick<CouponLife, 'validFrom'>,
  { scope, weekdays, blackoutDays }: UseTerms,
  here: Here,
): NotUsable | null {
  const isOpenDay = (weekdays?.includes(weekdayOf(here.today)) ?? true) && !blackoutDays?.includes(here.today)
  if (here.today < validFrom || !isOpenDay) return 'not-today'
  const isHere =
    isAmong(scope.storeIds, here.storeId) &&
    isAmong(scope.brands, here.brand) &&
    isAmong(scope.categories, here.category)
  if (!isHere) return 'not-here'
  return isAmong(scope.tierIds, here.tierId) && isAmong(scope.stages, here.stage) ? null : 'not-for-member'
}

const isAmong = (limit: readonly string[] | undefined, value: string | null): boolean =>
  limit === undefined || (value !== null && limit.includes(value))

/** Takes something off a price; any other is handed over for itself. */
export const takesOff = ({ kind }: Worth): boolean => kind !== 'exchange' && kind !== 'parking'
