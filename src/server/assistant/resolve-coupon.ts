/**
 * The code of one coupon opens a visit of its holder, who shows this coupon and no other. Calls: coupon, member, the mark.
 * Invariant: a coupon that cannot be used here is refused before its code is used up.
 */
import type { VisitView } from '../../contract/assistant'
import { whyNotUsable } from '../../domain/coupons/usable'
import { ticketStatement } from '../../domain/members/ticket-code'
import { hereFor, refuseCoupon } from '../booking/coupons-in-use'
import { refuse, type Outcome } from '../run/outcome'
import { provedPeriod } from '../run/proved-period'
import type { Call } from '../run/serve'
import { coupons } from '../store/coupons'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { ticketVisitIdOf } from '../store/visits'
import { NO_COUPONS, usableView } from '../view/usable-coupons'
import { openVisit, visitView, whyNotServed } from './open-visit'
import { reportWrongCode } from './report-wrong-code'

export async function resolveCoupon(
  { who, at }: Call & { who: StaffDocument },
  { number, proof }: { readonly number: string; readonly proof: string },
): Promise<Outcome<VisitView>> {
  const period = provedPeriod(proof, at, (each) => ticketStatement('coupon', number, each))
  if (period === undefined) return reportWrongCode(who, at)
  const [programme, coupon] = await Promise.all([programmeInForce(), coupons.first({ number })])
  if (!coupon) return refuse('coupon.unknown')
  const member = await members.get(coupon.memberId)
  if (!member) return refuse('member.unknown')
  const unserved = whyNotServed(member, who)
  if (unserved) return unserved
  const here = await hereFor(member, who.storeId, [coupon], programme, at)
  const reason = whyNotUsable(coupon, coupon.terms, here)
  if (reason) return refuseCoupon(reason, coupon)
  const visit = await openVisit(ticketVisitIdOf('coupon', number, period), member, who, at)
  if ('refused' in visit) return visit
  const alone = { ...NO_COUPONS, coupons: [usableView(coupon)] }
  const shown = { kind: 'coupon' as const, couponId: coupon._id }
  return { data: await visitView(visit, member, programme, who, at, alone, shown) }
}
