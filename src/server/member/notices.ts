/** What the mall told the member, newest first, by cursor. Two calls: the member, then the notices. */
import type { NoticesView } from '../../contract/notice-views'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { members } from '../store/members'
import { messagesOf, noticesOf } from '../store/notices'
import { programmeFor } from '../store/programme'
import { noticeView } from '../view/notice'
import { templatesView } from '../view/templates'

const PAGE = 20

export async function notices(
  call: Call,
  { after }: { after?: string | undefined },
): Promise<Outcome<NoticesView>> {
  const [programme, member] = await Promise.all([programmeFor(call), members.first({ openid: call.openid })])
  if (!member) return refuse('member.not-joined')
  const found = await noticesOf(member, PAGE + 1, after)
  const shown = found.slice(0, PAGE)
  const { stopped, unread, readTo = '' } = messagesOf(member)
  return {
    data: {
      notices: shown.map((notice) => noticeView(notice, programme, readTo, call.language)),
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      newest: shown[0]?.listKey ?? null,
      unread,
      templates: templatesView(member),
      stopped,
      serverNow: call.at,
    },
  }
}
