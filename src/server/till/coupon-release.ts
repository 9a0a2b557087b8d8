/** Lets go what is held for a receipt that is not paid; what is free already stays free. Calls: start, two a coupon, commit. */
import { take } from '../../domain/coupons/coupon'
import { couponsWithIds, refuseCoupon } from '../booking/coupons-in-use'
import { command } from '../run/command'
import type { Outcome } from '../run/outcome'
import type { TillCall } from '../run/serve-till'
import { coupons, couponStateOn, heldForReceipt, isHeldFor } from '../store/coupons'

export function couponRelease(
  { till, at }: TillCall,
  { receipt, coupons: ids }: { readonly receipt: string; readonly coupons: readonly string[] },
): Promise<Outcome<{ readonly receipt: string }>> {
  const heldFor = heldForReceipt(till._id, receipt)
  return command({ inputHash: '', find: async () => null }, async (within) => {
    const chosen = await couponsWithIds(ids, within)
    if ('refused' in chosen) return chosen
    for (const coupon of chosen) {
      const state = couponStateOn(coupon, at)
      if (state === 'issued' || state === 'expired') continue
      if (state !== 'locked') return refuseCoupon('not-usable', coupon)
      if (!isHeldFor(coupon, heldFor, at)) return refuseCoupon('locked', coupon)
      const free = take(coupon, { step: 'release', cause: 'till', at, ref: heldFor })
      if (!free) throw new Error(`${coupon._id} cannot be released: it is ${coupon.state}`)
      await coupons.replace({ ...free, heldFor: null }, within)
    }
    return { data: { receipt } }
  })
}
