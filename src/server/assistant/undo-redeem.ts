/**
 * Takes an own hand-over of today back, in this store. Calls: start, coupon, coupon, audit, commit; of a benefit also the
 * member, read and written.
 */
import { take } from '../../domain/coupons/coupon'
import { giveBenefitBack } from '../booking/use-benefit'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons } from '../store/coupons'
import type { StaffDocument } from '../store/staff'
import { canUndoUse } from '../view/redemption'

export function undoRedeem(
  call: Call & { who: StaffDocument },
  { couponId }: { couponId: string },
): Promise<Outcome<{ readonly couponId: string }>> {
  const { who, at, operationId } = call
  const change = { action: 'undo-redeem', subject: couponId, storeId: who.storeId }
  return audited(call, change, async (within) => {
    const coupon = await coupons.get(couponId, within)
    if (!coupon || (coupon.use && coupon.use.storeId !== who.storeId))
      return refuse('coupon.unknown', { couponId })
    if (!canUndoUse(coupon, who._id, at)) return refuse('coupon.undo-too-late')
    if (coupon.from === 'benefit') {
      await giveBenefitBack(coupon, { at, ref: operationId }, within)
      return { data: { couponId } }
    }
    const back = take(coupon, { step: 'come-back', cause: 'undo', at, ref: operationId })
    if (!back) throw new Error(`${couponId} cannot come back: it is ${coupon.state}`)
    await coupons.replace({ ...back, use: null }, within)
    return { data: { couponId } }
  })
}
