/**
 * What a scanned coupon is, and whether it can be used at this till now. Calls: coupon, member. Writes nothing: the code is
 * not used up, since what is charged is held by a lock.
 */
import type { TillCoupon } from '../../contract/till'
import { readTicketCode, ticketStatement } from '../../domain/members/ticket-code'
import { whyCardStops, whyNotHere } from '../booking/coupons-in-use'
import { provedPeriod } from '../run/proved-period'
import { refuse, type Outcome } from '../run/outcome'
import type { TillCall } from '../run/serve-till'
import { coupons } from '../store/coupons'
import { ownerOf } from '../store/members'
import { programmeInForce } from '../store/programme'

export async function couponValidate(
  { till, at }: TillCall,
  { code }: { code: string },
): Promise<Outcome<TillCoupon>> {
  const ticket = readTicketCode(code)
  if (ticket?.kind !== 'coupon') return refuse('code.unreadable')
  const { number, proof } = ticket
  if (provedPeriod(proof, at, (period) => ticketStatement('coupon', number, period)) === undefined)
    return refuse('code.expired')
  const coupon = await coupons.first({ number })
  const member = coupon && (await ownerOf(coupon.memberId))
  if (!coupon || !member) return refuse('coupon.unknown')
  const stopped = whyCardStops(member)
  if (stopped) return stopped
  const unfit = await whyNotHere([coupon], member, till.storeId, await programmeInForce(), at)
  if (unfit) return unfit
  const { _id: couponId, terms, validUntil } = coupon
  const { name, worth } = terms
  return { data: { couponId, name, worth, validUntil, cardNumber: member.cardNumber } }
}
