/** The members who belong to the assistant, by their last visit. Two calls, at once; a further page or a search one. */
import type { OwnMembersView, OwnMemberView } from '../../contract/client-book'
import { completenessPercent } from '../../domain/members/completeness'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { missingIn, type MemberDocument } from '../store/members'
import { ownedBy, ownedTotals } from '../store/owned-members'
import { programmeInForce } from '../store/programme'
import { employmentOf, type StaffDocument } from '../store/staff'
import { headView } from '../view/card'

const PAGE = 20

export async function ownMembers(
  call: Call & { who: StaffDocument },
  { search, after }: { search?: string | undefined; after?: string | undefined },
): Promise<Outcome<OwnMembersView>> {
  const { who, at } = call
  const employment = employmentOf(who)
  const [programme, found, totals] = await Promise.all([
    programmeInForce(),
    ownedBy(employment, { search, after }, PAGE + 1),
    search === undefined && after === undefined ? ownedTotals(employment) : null,
  ])
  const shown = found.slice(0, PAGE)
  const today = businessDayOf(at)
  return {
    data: {
      members: shown.map((member) => ownMemberView(member, programme, today)),
      totals,
      next: found.length > PAGE ? (shown.at(-1)?.owner?.listKey ?? null) : null,
      storeName: who.storeName,
      serverNow: at,
    },
  }
}

function ownMemberView(member: MemberDocument, programme: Programme, today: BusinessDay): OwnMemberView {
  const { name, phoneTail, tierName, material, stage, lastVisitDay } = headView(member, programme, today)
  const missing = missingIn(member, member.owner?.storeId ?? '')
  const completeness = completenessPercent(missing)
  return { memberId: member._id, name, phoneTail, tierName, material, stage, lastVisitDay, completeness }
}
