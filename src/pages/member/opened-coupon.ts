/** The coupon that a list has just opened, so that its page stands before its code is there. */
import type { CouponView } from '../../contract/coupon-views'

let opened: CouponView | null = null

export const rememberOpened = (coupon: CouponView): void => void (opened = coupon)
export const openedCoupon = (couponId: string): CouponView | null =>
  opened?.couponId === couponId ? opened : null
