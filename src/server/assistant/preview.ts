/** What a price settles to, by the server's own figures: asked when the total on the phone turned out to be another. */
import type { SettlementView } from '../../contract/views'
import { fen } from '../../domain/money/fen'
import { previewPurchase } from '../../domain/purchases/preview'
import { windowSpend } from '../../domain/tiers/spend-by-day'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import type { Programme } from '../../domain/programme/programme'
import { readVisit } from './visit-token'

export async function preview(
  call: Call & { who: StaffDocument },
  input: { visit: string; priceFen: number },
): Promise<Outcome<SettlementView>> {
  const visit = readVisit(input.visit, call.who, call.at)
  if ('refused' in visit) return visit
  const programme = await programmeInForce(call.at)
  if (input.priceFen > programme.largestPurchaseFen)
    return refuse('purchase.amount-out-of-range', { largestFen: programme.largestPurchaseFen })
  const member = await members.get(visit.memberId)
  return member
    ? { data: settlementFor(member, input.priceFen, programme, call.at) }
    : refuse('member.unknown')
}

/** The same figures that booking this price now would give. */
export const settlementFor = (
  member: MemberDocument,
  priceFen: number,
  programme: Programme,
  at: number,
): SettlementView =>
  previewPurchase(
    fen(priceFen),
    {
      tierId: member.account.standing.tierId,
      windowFen: windowSpend(member.account.spendByDay, businessDayOf(at), programme.windowMonths),
    },
    programme.ladder,
  )
