/**
 * Whether a coupon can be used here and now: its state, its days, the store and the member who holds it.
 * Invariant: null means that nothing of its terms stands against it; else the first reason that a person can act on.
 */
import type { LifecycleStage } from '../members/lifecycle'
import { addDays, weekdayOf, type BusinessDay } from '../time/business-day'
import { stateOn, type CouponLife } from './coupon'
import type { Scope, Terms, Worth } from './offer'

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
export const whyNotByTerms = (
  life: Pick<CouponLife, 'validFrom'>,
  terms: UseTerms,
  here: Here,
): NotUsable | null => allAgainst(life, terms, here)[0] ?? null

/** All that its terms have against it here and now: who mends one of two reasons would be turned down once more. */
export function allAgainst(
  { validFrom }: Pick<CouponLife, 'validFrom'>,
  { scope, weekdays, blackoutDays }: UseTerms,
  here: Here,
): readonly Extract<NotUsable, 'not-here' | 'not-today' | 'not-for-member'>[] {
  const { storeIds, brands, categories, tierIds, stages } = limitsAgainst(scope, here)
  const isHere = !storeIds && !brands && !categories
  const isForMember = !tierIds && !stages
  return [
    ...(here.today < validFrom || !isOpenOn(here.today, { weekdays, blackoutDays })
      ? ['not-today' as const]
      : []),
    ...(isHere ? [] : ['not-here' as const]),
    ...(isForMember ? [] : ['not-for-member' as const]),
  ]
}

/** The limits of a scope that leave this place or this member out. */
export function limitsAgainst(scope: Scope, here: Here): Omit<Scope, 'products'> {
  const { storeIds, brands, categories, tierIds, stages } = scope
  return {
    ...(!isAmong(storeIds, here.storeId) && { storeIds }),
    ...(!isAmong(brands, here.brand) && { brands }),
    ...(!isAmong(categories, here.category) && { categories }),
    ...(!isAmong(tierIds, here.tierId) && { tierIds }),
    ...(!isAmong(stages, here.stage) && { stages }),
  }
}

type Days = Pick<Terms, 'weekdays' | 'blackoutDays'>

const isOpenOn = (day: BusinessDay, { weekdays, blackoutDays }: Days): boolean =>
  (weekdays?.includes(weekdayOf(day)) ?? true) && !blackoutDays?.includes(day)

/** No further ahead is looked: terms that close a whole quarter are as good as closed. */
const LOOKS_AHEAD_DAYS = 92

/** The next day, today among them, on which its days allow a coupon; null when there is none before its end. */
export function nextDayOf(
  { validFrom, validUntil }: Pick<CouponLife, 'validFrom' | 'validUntil'>,
  days: Days,
  today: BusinessDay,
): BusinessDay | null {
  const from = today < validFrom ? validFrom : today
  for (let ahead = 0; ahead < LOOKS_AHEAD_DAYS; ahead += 1) {
    const day = addDays(from, ahead)
    if (day > validUntil) return null
    if (isOpenOn(day, days)) return day
  }
  return null
}

const isAmong = (limit: readonly string[] | undefined, value: string | null): boolean =>
  limit === undefined || (value !== null && limit.includes(value))

/** Takes something off a price; any other is handed over for itself. */
export const takesOff = ({ kind }: Worth): boolean => kind !== 'exchange' && kind !== 'parking'
