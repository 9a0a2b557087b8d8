/** The words in which tests say what a coupon is: whatever is not said is what goes together with everything. */
import type { Candidate } from '../../src/domain/coupons/combine'
import type { Scope, Stacking, Worth } from '../../src/domain/coupons/offer'
import { businessDay } from '../../src/domain/time/business-day'

export interface Said {
  readonly id?: string
  readonly validUntil?: string
  readonly products?: Scope['products']
  readonly stacking?: Partial<Stacking>
}

export const ANYHOW: Stacking = {
  group: 'any',
  rank: 1,
  exclusive: false,
  besideDiscount: true,
  mostPerOrder: 4,
}

export const coupon = (
  worth: Worth,
  { id = 'coupon-1', validUntil, products, stacking }: Said = {},
): Candidate => ({
  couponId: id,
  worth,
  scope: products ? { products } : {},
  stacking: { ...ANYHOW, ...stacking },
  validUntil: businessDay(validUntil ?? '2026-12-31'),
})
