/** The points' history, newest first, by cursor, and on the first page what there is now. Two calls: the member, then the entries. */
import type { PointsView } from '../../contract/points-and-growth'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { entriesOf, type HistoryWish } from '../store/entry-history'
import { members } from '../store/members'
import { balanceView, entryView } from '../view/entry'

const PAGE = 20

export async function points(call: Call, wish: HistoryWish): Promise<Outcome<PointsView>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const found = await entriesOf(member._id, wish, PAGE + 1)
  const shown = found.slice(0, PAGE)
  return {
    data: {
      balance: wish.after === undefined ? balanceView(member, businessDayOf(call.at)) : null,
      entries: shown.map((each) => entryView(each, call.language)),
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: call.at,
    },
  }
}
