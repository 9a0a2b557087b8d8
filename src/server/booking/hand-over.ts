/**
 * A coupon that takes nothing off a price is handed over for itself, at the counter or by a till. One call: the coupon.
 * Invariant: only what its terms allow here and now; a car park opens to a plate and nothing else has one.
 */
import { readPlate } from '../../domain/coupons/plate'
import { takesOff } from '../../domain/coupons/usable'
import type { Worth } from '../../domain/coupons/offer'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import type { CouponDocument, CouponUse } from '../store/coupons'
import type { MemberDocument } from '../store/members'
import { useCoupon, whyNotHere } from './coupons-in-use'

export interface HandOver {
  readonly by: Pick<CouponUse, 'storeId' | 'storeName' | 'staffOpenid' | 'servedBy'>
  readonly plate: string | undefined
  /** The operation or the receipt. */
  readonly ref: string
  readonly heldFor: string | null
}

export async function handOver(
  coupon: CouponDocument,
  member: MemberDocument,
  { by, plate: typed, ref, heldFor }: HandOver,
  programme: Programme,
  at: number,
  within: Transaction,
): Promise<{ readonly name: string; readonly worth: Worth } | Refused> {
  const { _id: couponId, terms } = coupon
  const { worth, name } = terms
  if (takesOff(worth)) return refuse('coupon.for-purchase', { couponId, coupon: name })
  const unfit = await whyNotHere([coupon], member, by.storeId, programme, at, heldFor)
  if (unfit) return unfit
  const plate = plateFor(worth, typed)
  if (plate !== null && typeof plate === 'object') return plate
  const use = { ...by, at, day: businessDayOf(at), purchaseId: null }
  await useCoupon(coupon, { ...use, ...(plate !== null && { plate }) }, ref, within)
  return { name, worth }
}

/** The plate to which a car park opens, null for anything else. */
export function plateFor({ kind }: Worth, typed: string | undefined): string | null | Refused {
  const plate = typed === undefined ? null : readPlate(typed)
  return (kind === 'parking') === (plate !== null) && (plate !== null || typed === undefined)
    ? plate
    : refuse('plate.malformed')
}
