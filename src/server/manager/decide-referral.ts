/**
 * Lets a friend count who had to be looked at, or refuses. Neither is a friend or a referrer of who decides.
 * Calls: start, friend, referrer, friend written, audit, commit.
 */
import type { ManagerOutputs } from '../../contract/manager'
import { allowed, refused } from '../../domain/referrals/friend'
import { businessDayOf } from '../../domain/time/business-day'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import type { StaffDocument } from '../store/staff'

export async function decideReferral(
  call: Call & { who: StaffDocument | null },
  input: { friendId: string; decision: 'allow' | 'refuse'; reason: string },
): Promise<Outcome<ManagerOutputs['decide-referral']>> {
  const { who, at, openid } = call
  const { friendId, decision, reason } = input
  const about = { action: 'decide-referral', subject: friendId, storeId: who?.storeId, reason }
  return audited<ManagerOutputs['decide-referral']>(call, about, async (within) => {
    const friend = await members.get(friendId, within)
    if (!friend?.invited) return refuse('referral.unknown')
    const referrer = await members.get(friend.invited.by, within)
    if (friend.openid === openid || referrer?.openid === openid) return refuse('referral.own')
    const invited =
      decision === 'allow' ? allowed(friend.invited, businessDayOf(at)) : refused(friend.invited, 'reviewed')
    if (friend.invited.review !== 'waiting' || !invited) return refuse('referral.decided')
    await members.replace({ ...friend, invited }, within)
    return { data: { friendId, state: decision === 'allow' ? 'allowed' : 'refused' } }
  })
}
