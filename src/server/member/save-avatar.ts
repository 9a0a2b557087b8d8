/**
 * Keeps a member's picture, or takes it away. The account carries a key that is new with every change, so that a phone
 * knows whether it has the picture. Calls: as every own change, and the picture.
 */
import type { MemberOutputs } from '../../contract/member'
import { avatarType } from '../../domain/members/avatar'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { avatars } from '../store/avatars'
import { ownChange, ownChangeId } from './own-change'

export function saveAvatar(
  call: Call,
  { picture }: { readonly picture: string | null },
): Promise<Outcome<MemberOutputs['save-avatar']>> {
  return ownChange(call, 'save-avatar', async (member, within) => {
    if (picture !== null && !avatarType(picture)) return refuse('avatar.unusable')
    const avatar = picture === null ? null : ownChangeId(call).slice(-12)
    await avatars.replace({ _id: member._id, picture: picture ?? '' }, within)
    const { avatar: _before, ...rest } = member
    return {
      member: avatar === null ? rest : { ...rest, avatar },
      subject: 'avatar',
      data: { avatar },
    }
  })
}
