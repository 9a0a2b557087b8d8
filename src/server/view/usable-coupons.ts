/** What the counter is shown of the visiting member's coupons: those that can be used in this store today. */
import type { UsableCouponView } from '../../contract/counter-coupons'
import { whyNotUsable } from '../../domain/coupons/usable'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { chosenOf, hereFor } from '../booking/coupons-in-use'
import { openCoupons, type CouponDocument } from '../store/coupons'
import type { MemberDocument } from '../store/members'

const MOST_SHOWN = 20
/** Some of them are for other stores or days. */
const MOST_READ = 60

export const readOpenCoupons = (memberId: string, at: number): Promise<CouponDocument[]> =>
  openCoupons(memberId, businessDayOf(at), MOST_READ)

export async function usableHere(
  held: readonly CouponDocument[],
  member: MemberDocument,
  storeId: string,
  programme: Programme,
  at: number,
): Promise<UsableCouponView[]> {
  const here = await hereFor(member, storeId, held, programme, at)
  return held
    .filter((coupon) => whyNotUsable(coupon, coupon.terms, here) === null)
    .slice(0, MOST_SHOWN)
    .map((coupon) => ({
      ...chosenOf(coupon),
      name: coupon.terms.name,
      advice: coupon.terms.advice,
      validUntil: coupon.validUntil,
    }))
}
