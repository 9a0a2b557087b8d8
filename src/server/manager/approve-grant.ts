/**
 * The second manager agrees to a tier that another one asked for; whether it may be given is judged once more, on today's
 * account. Calls: start, grant and member read and written, audit, commit.
 */
import type { ManagerOutputs } from '../../contract/manager'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { grants } from '../store/grants'
import { isClaimed, members } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { audited } from '../run/audited'
import { giveTier, refusalOf } from './give-tier'

export async function approveGrant(
  call: Call & { who: StaffDocument | null },
  { grantId }: { grantId: string },
): Promise<Outcome<ManagerOutputs['approve-grant']>> {
  const { who, at, openid } = call
  const programme = await programmeInForce()
  const today = businessDayOf(at)
  return audited(
    call,
    { action: 'approve-grant', subject: grantId, storeId: who?.storeId },
    async (within) => {
      const grant = await grants.get(grantId, within)
      if (!grant) return refuse('grant.unknown')
      if (grant.state !== 'waiting') return refuse('grant.decided')
      if (grant.by === openid) return refuse('grant.same-person')
      const member = await members.get(grant.memberId, within)
      if (!member || !isClaimed(member) || member.card?.state === 'closed') return refuse('member.unknown')
      if (member.openid === openid) return refuse('grant.own-card')
      const refused = refusalOf(member, grant, programme, today)
      if (refused) return refused
      await giveTier(member, grant, programme, today, within)
      await grants.replace({ ...grant, state: 'given', approvedBy: openid, decidedAt: at }, within)
      return { data: { grantId, state: 'given' as const } }
    },
  )
}
