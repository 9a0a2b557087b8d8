/** Who opened the member's data. One call: the visits by openid, newest first. A card opens one visit a minute, so an instant names one. */
import type { LookersView } from '../../contract/member'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { visits } from '../store/visits'

const PAGE = 20

export async function lookers(call: Call, { before }: { before?: number }): Promise<Outcome<LookersView>> {
  const found = await visits.page({ openid: call.openid }, 'at', PAGE + 1, before)
  const shown = found.slice(0, PAGE)
  return {
    data: {
      looks: shown.map(({ _id, at, storeName, purpose = 'service', way }) => ({
        id: _id,
        at,
        storeName,
        purpose,
        way: way ?? 'code',
      })),
      next: found.length > PAGE ? (shown.at(-1)?.at ?? null) : null,
      serverNow: call.at,
    },
  }
}
