/** The member's own picture, for a phone that does not have it. Two calls: the member, then the picture. */
import type { AvatarView } from '../../contract/member'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { avatars } from '../store/avatars'
import { members } from '../store/members'

export async function avatar(call: Call): Promise<Outcome<AvatarView>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const key = member.avatar ?? null
  const kept = key === null ? null : await avatars.get(member._id)
  return { data: { avatar: key, picture: kept?.picture ?? null } }
}
