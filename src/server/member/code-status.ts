/** What became of the codes that a phone shows; asked every few seconds. Two calls, together; three for a coupon. */
import type { CodeStatusView, CouponFateView } from '../../contract/code-views'
import { programmeIn } from '../../domain/programme/in-language'
import { businessDayOf } from '../../domain/time/business-day'
import { VISIT_LIFE_MS } from '../assistant/visit-token'
import { belongsTo } from '../booking/coupons-in-use'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons, couponStateOn, type CouponDocument } from '../store/coupons'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { visits } from '../store/visits'
import { activityView, cardView } from '../view/card'

export async function codeStatus(
  call: Call,
  input: { since: number; couponId?: string | undefined },
): Promise<Outcome<CodeStatusView>> {
  const [inForce, member, visit, coupon] = await Promise.all([
    programmeInForce(),
    members.first({ openid: call.openid }),
    visits.first({ openid: call.openid }, 'at'),
    input.couponId === undefined ? null : coupons.get(input.couponId),
  ])
  if (!member) return refuse('member.not-joined')
  const activity = member.recent.find((each) => each.at >= input.since) ?? null
  const isOpen = visit && visit.at >= input.since && call.at <= visit.at + VISIT_LIFE_MS
  const scanned = isOpen && (!activity || activity.at < visit.at) ? visit : null
  const card = cardView(member, programmeIn(inForce, call.language), businessDayOf(call.at))
  return {
    data: {
      scanned: scanned && { storeName: scanned.storeName, at: scanned.at },
      activity: activity && activityView(activity, inForce, call.language),
      ...(coupon && belongsTo(coupon, member) && { coupon: fateOf(coupon, call.at) }),
      points: card.points,
      tierName: card.tierName,
    },
  }
}

const fateOf = (coupon: CouponDocument, at: number): CouponFateView => ({
  state: couponStateOn(coupon, at),
  used: coupon.use && {
    storeName: coupon.use.storeName,
    at: coupon.use.at,
    plate: coupon.use.plate || null,
  },
})
