/** All friends who joined by an invitation of the member, newest first. Calls: the member, then the page. */
import type { FriendsView } from '../../contract/referral-views'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { friendsOf } from '../store/invited-members'
import { members } from '../store/members'
import { friendView } from '../view/referral'

const PAGE = 20

export async function friends(
  call: Call,
  { after }: { after?: string | undefined },
): Promise<Outcome<FriendsView>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const found = await friendsOf(member._id, PAGE + 1, after)
  const shown = found.slice(0, PAGE)
  return {
    data: {
      friends: shown.map(friendView),
      next: found.length > PAGE ? (shown.at(-1)?.invited.listKey ?? null) : null,
      serverNow: call.at,
    },
  }
}
