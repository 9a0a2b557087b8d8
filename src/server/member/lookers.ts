/** Who opened the member's data: visits and looks beside them, newest first. Two calls, at once. */
import type { LookView } from '../../contract/client-book'
import type { LookersView } from '../../contract/member'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { looks, type LookDocument } from '../store/looks'
import { visits, type VisitDocument } from '../store/visits'

const PAGE = 20

export async function lookers(call: Call, { before }: { before?: number }): Promise<Outcome<LookersView>> {
  const mine = { openid: call.openid }
  const [visited, looked] = await Promise.all([
    visits.page(mine, 'at', PAGE + 1, before),
    looks.page(mine, 'at', PAGE + 1, before),
  ])
  const found = [...visited.map(visitView), ...looked.map(lookView)].sort((a, b) => b.at - a.at)
  const last = found[PAGE]
  // A page ends between two instants, never within one.
  const between = last ? found.slice(0, PAGE).filter(({ at }) => at > last.at) : found
  const shown = between.length > 0 ? between : found.slice(0, PAGE)
  return {
    data: {
      looks: shown,
      next: last ? (shown.at(-1)?.at ?? null) : null,
      serverNow: call.at,
    },
  }
}

const visitView = ({ _id, at, storeName, purpose = 'service', way }: VisitDocument): LookView => ({
  id: _id,
  at,
  storeName,
  purpose,
  way: way ?? 'code',
})

const lookView = ({ _id, at, storeName, purpose, reason, words }: LookDocument): LookView => {
  const look = { id: _id, at, storeName }
  return purpose === 'phone' && reason
    ? { ...look, purpose, reason, words }
    : { ...look, purpose: 'own-book' }
}
