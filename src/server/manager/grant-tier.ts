/**
 * Gives a member a tier by hand, or asks for it where a second manager must agree. Calls: member by card, start, member
 * read (and written), grant, audit, commit.
 */
import type { ManagerOutputs } from '../../contract/manager'
import { businessDay, businessDayOf } from '../../domain/time/business-day'
import { needsSecond, type GrantKind } from '../../domain/tiers/grant'
import { TryAgain } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { grants, type GrantDocument } from '../store/grants'
import { isClaimed, members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { audited } from '../run/audited'
import { giveTier, refusalOf } from './give-tier'

export interface GrantTierInput {
  readonly cardNumber: string
  readonly tier: string
  readonly kind: GrantKind
  readonly until: string
  readonly reason: string
}

export async function grantTier(
  call: Call & { who: StaffDocument | null },
  input: GrantTierInput,
): Promise<Outcome<ManagerOutputs['grant-tier']>> {
  const { who, at, openid } = call
  const { cardNumber, tier: tierId, kind, reason } = input
  const _id = `grant:${fingerprint(openid).slice(0, 12)}:${call.operationId}`
  const programme = await programmeInForce()
  const today = businessDayOf(at)
  return audited<ManagerOutputs['grant-tier'], MemberDocument | null>(
    call,
    { action: 'grant-tier', subject: _id, storeId: who?.storeId, reason },
    async (within, found) => {
      const member = found && (await members.get(found._id, within))
      if (!member || !isClaimed(member)) return refuse('member.unknown')
      if (member.cardNumber !== cardNumber) throw new TryAgain()
      if (member.openid === openid) return refuse('grant.own-card')
      const wish = { kind, tierId, until: businessDay(input.until) }
      const refused = refusalOf(member, wish, programme, today)
      if (refused) return refused
      const waits = needsSecond(programme, member.account, tierId, today)
      const grant: GrantDocument = {
        _id,
        memberId: member._id,
        cardNumber,
        ...wish,
        reason,
        state: waits ? 'waiting' : 'given',
        at,
        by: openid,
        byName: who?.name ?? '',
        needsSecond: waits,
        approvedBy: null,
        decidedAt: waits ? null : at,
      }
      if (!waits) await giveTier(member, grant, programme, today, within)
      await grants.insert(grant, within)
      return { data: { grantId: _id, state: grant.state } }
    },
    () => members.first({ cardNumber }),
  )
}
