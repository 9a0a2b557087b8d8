/**
 * The code of one exchange opens a visit of its owner, who comes to fetch it. Calls: exchange, member, the mark.
 * Invariant: what cannot be handed over here and now is refused before its code is used up.
 */
import type { VisitView } from '../../contract/assistant'
import { ticketStatement } from '../../domain/members/ticket-code'
import { refuse, type Outcome } from '../run/outcome'
import { provedPeriod } from '../run/proved-period'
import type { Call } from '../run/serve'
import { exchanges } from '../store/exchanges'
import { ownerOf } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { ticketVisitIdOf } from '../store/visits'
import { handOverView } from '../view/exchange'
import { whyNotHandedOver } from './hand-over'
import { NO_COUPONS } from '../view/usable-coupons'
import { openVisit, visitView, whyNotServed } from './open-visit'
import { reportWrongCode } from './report-wrong-code'

export async function resolveExchange(
  { who, at }: Call & { who: StaffDocument },
  { number, proof }: { readonly number: string; readonly proof: string },
): Promise<Outcome<VisitView>> {
  const period = provedPeriod(proof, at, (each) => ticketStatement('exchange', number, each))
  if (period === undefined) return reportWrongCode(who, at)
  const [programme, exchange] = await Promise.all([programmeInForce(), exchanges.first({ number })])
  if (!exchange) return refuse('exchange.unknown')
  const member = await ownerOf(exchange.memberId)
  if (!member) return refuse('member.unknown')
  const refused = whyNotServed(member, who) ?? whyNotHandedOver(exchange, who, at)
  if (refused) return refused
  const visit = await openVisit(ticketVisitIdOf('exchange', number, period), member, who, at)
  if ('refused' in visit) return visit
  const shown = { kind: 'exchange' as const, ...handOverView(exchange, at) }
  return { data: await visitView(visit, member, programme, who, at, NO_COUPONS, shown) }
}
