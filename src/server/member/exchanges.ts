/** What the member took for points, newest first, by cursor. Two calls: the member, then the exchanges. */
import type { ExchangesView } from '../../contract/reward-views'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchanges as documents } from '../store/exchanges'
import { idsOf, members } from '../store/members'
import { listKey } from '../store/purchases'
import { ownExchangeView } from '../view/exchange'

const PAGE = 20

export async function exchanges(
  call: Call,
  { after }: { after?: string | undefined },
): Promise<Outcome<ExchangesView>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const found = await documents.page({ memberId: idsOf(member) }, 'listKey', PAGE + 1, after)
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    data: {
      exchanges: shown.map((each) => ownExchangeView(each, call.at, call.language)),
      next: found.length > PAGE && last ? listKey(last.at, last._id) : null,
      serverNow: call.at,
    },
  }
}
