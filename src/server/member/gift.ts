/** What a friend sees of a coupon that is offered, also before joining. Calls: coupon and caller at once, then the giver. */
import type { GiftView } from '../../contract/coupon-views'
import { giftStateOn } from '../../domain/coupons/gift'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons, type CouponDocument } from '../store/coupons'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { namesFor, termsView } from '../view/coupon'

export async function gift(call: Call, { giftId }: { giftId: string }): Promise<Outcome<GiftView>> {
  const [names, member, coupon] = await Promise.all([
    namesFor(call),
    members.first({ openid: call.openid }),
    coupons.first({ 'gift.id': giftId }),
  ])
  if (!coupon) return refuse('gift.unknown')
  const giver = member?._id === coupon.memberId ? member : await members.get(coupon.memberId)
  const { terms, validFrom, validUntil, lockedUntil } = coupon
  return {
    data: {
      giftId,
      coupon: { ...termsView(terms, names), validFrom, validUntil },
      from: giver?.name ?? null,
      until: lockedUntil,
      state: stateFor(member, giver, coupon, call.at),
      joined: member !== null,
      serverNow: call.at,
    },
  }
}

function stateFor(
  member: MemberDocument | null,
  giver: MemberDocument | null,
  coupon: CouponDocument,
  at: number,
): GiftView['state'] {
  const now = giftStateOn(coupon, businessDayOf(at), at)
  const isStopped = now === 'open' && (!giver || cardStateOf(giver) !== 'active')
  const state = isStopped ? 'over' : now
  if (state === 'taken' && member && coupon.log.at(-1)?.ref === member._id) return 'yours'
  return member?._id === coupon.memberId && state === 'open' ? 'own' : state
}
