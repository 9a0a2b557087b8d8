/** What staff see of a coupon that was handed over for itself. */
import type { RedemptionView } from '../../contract/counter-coupons'
import { businessDayOf } from '../../domain/time/business-day'
import type { CouponDocument } from '../store/coupons'

export function redemptionView(coupon: CouponDocument, staffOpenid: string, at: number): RedemptionView[] {
  const { _id: couponId, terms, use } = coupon
  if (!use) return []
  const { name, worth } = terms
  const { servedBy = null } = use
  const canUndo = canUndoUse(coupon, staffOpenid, at)
  return [{ couponId, name, worth, plate: use.plate || null, at: use.at, servedBy, canUndo }]
}

/** On its own day, by who handed it over. */
export const canUndoUse = ({ state, use }: CouponDocument, staffOpenid: string, at: number): boolean =>
  state === 'used' &&
  use !== null &&
  use.purchaseId === null &&
  use.staffOpenid === staffOpenid &&
  use.day === businessDayOf(at)
