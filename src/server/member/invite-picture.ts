/** The mini-program code for the poster. A phone asks once and keeps the picture. Calls: the member, WeChat. */
import type { MemberOutputs } from '../../contract/member'
import { inviteScene } from '../../domain/referrals/scene'
import { sceneCode } from '../run/mini-program-code'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'

const PAGE = 'pages/member/invite/landing/index'

export async function invitePicture(call: Call): Promise<Outcome<MemberOutputs['invite-picture']>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  if (!member.inviter) return refuse('invitation.not-started')
  try {
    return { data: { picture: await sceneCode(PAGE, inviteScene(member.inviter.code)) } }
  } catch (error) {
    console.error(JSON.stringify({ invitePicture: error instanceof Error ? error.message : error }))
    return refuse('invitation.picture-failed')
  }
}
