/** What a price settles to, by the server's own figures: asked when the total on the phone turned out to be another. */
import type { SettlementView } from '../../contract/views'
import { fen } from '../../domain/money/fen'
import type { Programme } from '../../domain/programme/programme'
import { previewPurchase, type StandingForPreview } from '../../domain/purchases/preview'
import { tallyOn } from '../../domain/tiers/measure'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { standingOn } from '../view/standing'
import { readVisit } from './visit-token'

export async function preview(
  call: Call & { who: StaffDocument },
  input: { visit: string; priceFen: number },
): Promise<Outcome<SettlementView>> {
  const visit = readVisit(input.visit, call.who, call.at)
  if ('refused' in visit) return visit
  const programme = await programmeInForce()
  const member = await members.get(visit.memberId)
  if (!member) return refuse('member.unknown')
  if (input.priceFen > programme.largestPurchaseFen)
    return refuse('purchase.amount-out-of-range', { largestFen: programme.largestPurchaseFen })
  return { data: settlementFor(member, input.priceFen, programme, call.at) }
}

/** The same figures that booking this price now would give. */
export const settlementFor = (
  member: MemberDocument,
  priceFen: number,
  programme: Programme,
  at: number,
): SettlementView =>
  previewPurchase(fen(priceFen), standingForPreview(member, programme, businessDayOf(at)), programme.ladder)

/** The member's figures from which a preview is computed, here and on the assistant's phone. */
export function standingForPreview(
  member: MemberDocument,
  programme: Programme,
  today: BusinessDay,
): StandingForPreview {
  const { spendByDay, activityByDay } = member.account
  const { measures } = programme
  const { spendFen, visits, activity } = tallyOn(programme, spendByDay, today, activityByDay)
  return {
    tierId: standingOn(member, programme, today).tierId,
    windowFen: spendFen,
    ...(measures && { beside: { measures, visits, activity, visitedToday: today in spendByDay } }),
  }
}
