/**
 * Withdraws a grant that still waits, or takes back one that holds: what is earned is held, at once.
 * Calls: start, grant and member read and written, audit, commit.
 */
import type { ManagerOutputs } from '../../contract/manager'
import { businessDayOf } from '../../domain/time/business-day'
import { standingsOn } from '../../domain/tiers/grant'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { grants } from '../store/grants'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { audited } from '../run/audited'
import { takeTierBack } from './give-tier'

export async function revokeGrant(
  call: Call & { who: StaffDocument | null },
  { grantId, reason }: { grantId: string; reason: string },
): Promise<Outcome<ManagerOutputs['revoke-grant']>> {
  const { who, at, openid } = call
  const programme = await programmeInForce()
  const today = businessDayOf(at)
  return audited<ManagerOutputs['revoke-grant']>(
    call,
    { action: 'revoke-grant', subject: grantId, storeId: who?.storeId, reason },
    async (within) => {
      const grant = await grants.get(grantId, within)
      if (!grant) return refuse('grant.unknown')
      const member = await members.get(grant.memberId, within)
      if (!member) return refuse('member.unknown')
      if (member.openid === openid) return refuse('grant.own-card')
      if (grant.state === 'waiting') {
        await grants.replace({ ...grant, state: 'withdrawn', decidedAt: at }, within)
        return { data: { grantId, state: 'withdrawn' as const } }
      }
      const holds = standingsOn(programme, member.account, today).grant?.id === grantId
      if (grant.state !== 'given' || !holds) return refuse('grant.decided')
      await takeTierBack(member, grant, reason, programme, today, within)
      await grants.replace({ ...grant, state: 'taken-back', decidedAt: at }, within)
      return { data: { grantId, state: 'taken-back' as const } }
    },
  )
}
