/**
 * Offers an own coupon to a friend, for a day, or takes the offer back before somebody accepted it. Calls: as every own
 * change, and the coupon read and written.
 */
import type { GivenView } from '../../contract/coupon-views'
import { take } from '../../domain/coupons/coupon'
import { GIFT_LIFE_MS, giftStateOn } from '../../domain/coupons/gift'
import { businessDayOf } from '../../domain/time/business-day'
import { newId } from '../run/chance'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons, couponStateOn, type CouponDocument } from '../store/coupons'
import { cardStateOf } from '../store/members'
import { ownChange } from './own-change'

export function giveCoupon(call: Call, { couponId }: { couponId: string }): Promise<Outcome<GivenView>> {
  const { at } = call
  return ownChange(call, 'give-coupon', async (member, within) => {
    if (cardStateOf(member) === 'frozen') return refuse('card.frozen')
    const coupon = await coupons.get(couponId, within)
    if (coupon?.memberId !== member._id) return refuse('coupon.unknown')
    if (!coupon.terms.giftable) return refuse('coupon.giftless')
    const giftId = newId()
    const until = at + GIFT_LIFE_MS
    const refused = notOpen(coupon, at)
    const given = take(coupon, { step: 'lock', cause: 'gift', at, ref: giftId }, until)
    if (refused || !given) return refused ?? refuse('coupon.not-usable')
    await coupons.replace({ ...given, gift: { id: giftId, at } }, within)
    return { member, subject: `given ${couponId}`, data: { giftId, until } }
  })
}

export function takeBackGift(
  call: Call,
  { couponId }: { couponId: string },
): Promise<Outcome<{ readonly couponId: string }>> {
  const { at } = call
  return ownChange(call, 'take-back-gift', async (member, within) => {
    const coupon = await coupons.get(couponId, within)
    if (coupon?.memberId !== member._id) return refuse('coupon.unknown')
    const state = coupon.gift ? giftStateOn(coupon, businessDayOf(at), at) : 'over'
    if (state === 'taken') return refuse('gift.taken')
    const back = take(coupon, { step: 'release', cause: 'gift-taken-back', at, ref: coupon.gift?.id ?? null })
    if (state === 'over' || !back) return refuse('gift.over')
    await coupons.replace(back, within)
    return { member, subject: `taken back ${couponId}`, data: { couponId } }
  })
}

function notOpen(coupon: CouponDocument, at: number): Refused | null {
  const state = couponStateOn(coupon, at)
  if (state === 'issued') return null
  return refuse(
    state === 'expired' ? 'coupon.expired' : state === 'locked' ? 'coupon.locked' : 'coupon.not-usable',
  )
}
