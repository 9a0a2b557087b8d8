/** The code of one coupon, which proves that coupon and nothing else of the member. Calls: member and coupon, at once. */
import type { CouponCodeView } from '../../contract/coupon-views'
import { CODE_PERIOD_MS, codePeriod, periodEnd, proofDigits } from '../../domain/members/member-code'
import { ticketCode, ticketStatement } from '../../domain/members/ticket-code'
import { refuse, type Outcome } from '../run/outcome'
import { codeProof } from '../run/secret'
import type { Call } from '../run/serve'
import { coupons } from '../store/coupons'
import { cardStateOf, members } from '../store/members'
import { couponView, namesFor } from '../view/coupon'

export async function couponCode(
  call: Call,
  { couponId }: { couponId: string },
): Promise<Outcome<CouponCodeView>> {
  const { at, openid } = call
  const [names, member, coupon] = await Promise.all([
    namesFor(call),
    members.first({ openid }),
    coupons.get(couponId),
  ])
  if (!member) return refuse('member.not-joined')
  if (cardStateOf(member) === 'frozen') return refuse('card.frozen')
  if (coupon?.memberId !== member._id) return refuse('coupon.unknown')
  const view = couponView(coupon, names, at)
  if (view.state === 'expired') return refuse('coupon.expired')
  if (view.state === 'locked') return refuse('coupon.locked')
  if (view.state !== 'issued') return refuse('coupon.not-usable')
  const period = codePeriod(at)
  const proof = proofDigits(codeProof(ticketStatement('coupon', coupon.number, period)))
  return {
    data: {
      code: ticketCode('coupon', coupon.number, proof),
      renewAt: periodEnd(period),
      serverNow: at,
      periodSeconds: CODE_PERIOD_MS / 1000,
      coupon: view,
    },
  }
}
