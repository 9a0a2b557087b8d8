/** The mini-program code for the poster. A phone asks once and keeps the picture. Calls: the member, WeChat. */
import type { MemberOutputs } from '../../contract/member'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { invitePictureOf } from '../store/invite-pictures'
import { members } from '../store/members'

export async function invitePicture(call: Call): Promise<Outcome<MemberOutputs['invite-picture']>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  if (!member.inviter) return refuse('invitation.not-started')
  const picture = await invitePictureOf(member.inviter.code)
  return picture === null ? refuse('invitation.picture-failed') : { data: { picture } }
}
