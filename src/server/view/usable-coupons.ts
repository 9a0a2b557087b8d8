/** What the counter is shown of the visiting member's coupons: those that can be used in this store today, and why others cannot. */
import type { AgainstUse, CounterCoupons, NotNowView, UsableCouponView } from '../../contract/counter-coupons'
import { allAgainst, limitsAgainst, nextDayOf, whyNotUsable, type Here } from '../../domain/coupons/usable'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { chosenOf, hereFor } from '../booking/coupons-in-use'
import { couponStateOn, openCoupons, type CouponDocument } from '../store/coupons'
import type { MemberDocument } from '../store/members'
import { allStores, type StoreDocument } from '../store/stores'
import { scopeWords } from './coupon'

const MOST_SHOWN = 20
const MOST_NOT_NOW = 8
const MOST_NAMED = 3
/** Some of them are for other stores or days. */
const MOST_READ = 60

export const NO_COUPONS: CounterCoupons = { coupons: [], notNow: { count: 0, coupons: [] } }

export const readOpenCoupons = (memberId: string, at: number): Promise<CouponDocument[]> =>
  openCoupons(memberId, businessDayOf(at), MOST_READ)

/** No call on a warm instance. */
export async function couponsAtCounter(
  held: readonly CouponDocument[],
  member: MemberDocument,
  storeId: string,
  programme: Programme,
  at: number,
): Promise<CounterCoupons> {
  const here = await hereFor(member, storeId, held, programme, at)
  const isUsable = (coupon: CouponDocument): boolean => whyNotUsable(coupon, coupon.terms, here) === null
  const notNow = held.filter((coupon) => !isUsable(coupon))
  const stores = notNow.length > 0 ? await allStores(at) : []
  return {
    coupons: held.filter(isUsable).slice(0, MOST_SHOWN).map(usableView),
    notNow: {
      count: notNow.length,
      coupons: notNow.slice(0, MOST_NOT_NOW).map((coupon) => notNowView(coupon, here, { programme, stores })),
    },
  }
}

export const usableView = (coupon: CouponDocument): UsableCouponView => ({
  ...chosenOf(coupon),
  name: coupon.terms.name,
  advice: coupon.terms.advice,
  validUntil: coupon.validUntil,
})

interface Names {
  readonly programme: Programme
  readonly stores: readonly StoreDocument[]
}

function notNowView(coupon: CouponDocument, here: Here, names: Names): NotNowView {
  const { _id: couponId, terms, validUntil, lockedUntil, log } = coupon
  const by = log.at(-1)?.cause === 'gift' ? 'gift' : 'till'
  const isLocked = couponStateOn(coupon, here.at) === 'locked'
  const lock: AgainstUse[] = isLocked ? [{ kind: 'locked', by, until: lockedUntil ?? here.at }] : []
  const against = allAgainst(coupon, terms, here).map((reason) => againstUse(reason, coupon, here, names))
  return { couponId, name: terms.name, validUntil, against: [...lock, ...against] }
}

function againstUse(
  kind: ReturnType<typeof allAgainst>[number],
  coupon: CouponDocument,
  here: Here,
  names: Names,
): AgainstUse {
  const { terms } = coupon
  if (kind === 'not-today') return { kind, next: nextDayOf(coupon, terms, here.today) }
  const scope = limitsAgainst(terms.scope, here)
  const { storeNames, brands, categories, tierNames, stages } = scopeWords(scope, names)
  if (kind === 'not-for-member') return { kind, tiers: tierNames ?? [], stages: stages ?? [] }
  const places = storeNames ?? brands ?? categories ?? []
  return { kind, places: places.slice(0, MOST_NAMED), count: places.length }
}
