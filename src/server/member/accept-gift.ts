/**
 * A friend takes a coupon that was offered: the giver's is given, the friend gets one with the same terms and days that is
 * not given on. Calls: coupon by gift, then as every own change, the old coupon read and written, the giver, the new one.
 * Invariant: `gift:<coupon>` is issued once, in the transaction that ends the old one.
 */
import type { AcceptedView } from '../../contract/coupon-views'
import { take } from '../../domain/coupons/coupon'
import { giftStateOn } from '../../domain/coupons/gift'
import { businessDayOf } from '../../domain/time/business-day'
import { newTicketNumber } from '../run/chance'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons, NEW_COUPON, withCoupons, type CouponDocument } from '../store/coupons'
import { cardStateOf, ownerOf, type MemberDocument } from '../store/members'
import { ownChange } from './own-change'

export async function acceptGift(call: Call, { giftId }: { giftId: string }): Promise<Outcome<AcceptedView>> {
  const { at } = call
  const offered = await coupons.first({ 'gift.id': giftId })
  return ownChange(call, 'accept-gift', async (member, within) => {
    const coupon = offered && (await coupons.get(offered._id, within))
    if (!coupon) return refuse('gift.unknown')
    if (coupon.memberId === member._id) return refuse('gift.own')
    const state = coupon.gift?.id === giftId ? giftStateOn(coupon, businessDayOf(at), at) : 'over'
    if (state === 'taken') return refuse('gift.taken')
    // A phone that was lost gives nothing away once its card is frozen, whatever it offered before.
    const giver = await ownerOf(coupon.memberId, within)
    if (!giver || cardStateOf(giver) !== 'active') return refuse('gift.over')
    const given = take(coupon, { step: 'give', cause: 'accepted', at, ref: member._id })
    if (state === 'over' || !given) return refuse('gift.over')
    await coupons.replace(given, within)
    const mine = couponFor(member, coupon, call)
    await coupons.insert(mine, within)
    // The account is written as well, so that it cannot be closed at the same moment.
    const has = withCoupons(member, [mine.validUntil], at)
    return { member: has, subject: `accepted ${mine._id}`, data: mine.answer as AcceptedView }
  })
}

function couponFor(member: MemberDocument, old: CouponDocument, { at, inputHash }: Call): CouponDocument {
  const { terms, validFrom, validUntil } = old
  const _id = `gift:${old._id}`
  const answer: AcceptedView = { couponId: _id, validUntil }
  return {
    ...NEW_COUPON,
    _id,
    memberId: member._id,
    number: newTicketNumber(),
    terms: { ...terms, giftable: false },
    from: 'gift',
    source: old._id,
    at,
    validFrom,
    validUntil,
    inputHash,
    answer,
  }
}
