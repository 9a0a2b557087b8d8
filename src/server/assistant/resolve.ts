/**
 * A scanned code becomes a visit: the card's, or that of one coupon or exchange. Calls for a card: member, then the used-once mark and
 * the coupons together; for a coupon or an exchange: itself, member, mark. Staff when it is not warm, and the earlier visit when the code was
 * scanned before.
 */
import type { VisitView } from '../../contract/assistant'
import { codeStatement, readCode } from '../../domain/members/member-code'
import { readTicketCode } from '../../domain/members/ticket-code'
import { refuse, type Outcome } from '../run/outcome'
import { provedPeriod } from '../run/proved-period'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import { isRetired } from '../store/retired-cards'
import type { StaffDocument } from '../store/staff'
import { visitIdOf } from '../store/visits'
import { couponsAtCounter, readOpenCoupons } from '../view/usable-coupons'
import { openVisit, visitView, whyNotServed } from './open-visit'
import { reportWrongCode } from './report-wrong-code'
import { resolveCoupon } from './resolve-coupon'
import { resolveExchange } from './resolve-exchange'

export async function resolve(
  call: Call & { who: StaffDocument },
  input: { code: string },
): Promise<Outcome<VisitView>> {
  const { who, at } = call
  if (at < who.slowedUntil) return refuse('code.too-many-wrong')
  const ticket = readTicketCode(input.code)
  if (ticket?.kind === 'coupon') return resolveCoupon(call, ticket)
  if (ticket) return resolveExchange(call, ticket)
  const scanned = readCode(input.code)
  if (!scanned) return refuse('code.unreadable')
  const period = provedPeriod(scanned.proof, at, (each) => codeStatement(scanned.cardNumber, each))
  if (period === undefined) return reportWrongCode(who, at)
  const [programme, member] = await Promise.all([
    programmeInForce(),
    members.first({ cardNumber: scanned.cardNumber }),
  ])
  if (!member) return refuse((await isRetired(scanned.cardNumber)) ? 'card.replaced' : 'member.unknown')
  const unserved = whyNotServed(member, who)
  if (unserved) return unserved
  const [visit, held] = await Promise.all([
    openVisit(visitIdOf(scanned.cardNumber, period), member, who, at),
    readOpenCoupons(member._id, at),
  ])
  if ('refused' in visit) return visit
  const coupons = await couponsAtCounter(held, member, who.storeId, programme, at)
  return { data: await visitView(visit, member, programme, who, at, coupons) }
}
