/** Makes the code that the own invitations carry. Who has one keeps it. Calls: as every own change. */
import type { MemberOutputs } from '../../contract/member'
import { newInviter, onBoard } from '../../domain/referrals/inviter'
import { newInviteCode } from '../run/chance'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import { ownChange } from './own-change'

export async function startInviting(
  call: Call,
  { device }: { device: string },
): Promise<Outcome<MemberOutputs['start-inviting']>> {
  if (!(await programmeInForce()).referral) return refuse('invitation.off')
  return ownChange(call, 'start-inviting', async (member) => {
    const inviter = member.inviter ?? newInviter(newInviteCode(), fingerprint(device))
    return { member: { ...member, inviter }, subject: 'invitations', data: { code: inviter.code } }
  })
}

/** Leaves the board, or comes back to it: at once, for this season and those to come. */
export async function showOnBoard(
  call: Call,
  { shown }: { shown: boolean },
): Promise<Outcome<MemberOutputs['show-on-board']>> {
  return ownChange(call, 'show-on-board', async (member) => {
    const { inviter } = member
    if (!inviter) return refuse('invitation.not-started')
    return {
      member: { ...member, inviter: onBoard(inviter, shown) },
      subject: shown ? 'on the board' : 'off the board',
      data: { shown },
    }
  })
}
