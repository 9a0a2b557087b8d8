/**
 * Takes an own handing over of today back, in this store: it waits again, and the member reads of it no more.
 * Calls: start, exchange and member read and written, audit, commit.
 */
import type { AssistantRewardOutputs } from '../../contract/reward-actions'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchanges, handingOf, stateOfExchange, type ExchangeDocument } from '../store/exchanges'
import { members, ownerOf } from '../store/members'
import type { StaffDocument } from '../store/staff'
import { handOverView } from '../view/exchange'
import { canUndoHandOver } from '../view/redemption'

export function undoHandOver(
  call: Call & { who: StaffDocument },
  { exchangeId }: { exchangeId: string },
): Promise<Outcome<AssistantRewardOutputs['undo-hand-over']>> {
  const { who, at } = call
  const change = { action: 'undo-hand-over', subject: exchangeId, storeId: who.storeId }
  return audited(call, change, async (within) => {
    const exchange = await exchanges.get(exchangeId, within)
    const { handed } = exchange ?? {}
    if (!exchange || (handed && handed.storeId !== who.storeId)) return refuse('exchange.unknown')
    const state = stateOfExchange(exchange, at)
    if (!canUndoHandOver(exchange, who._id, at)) return refuse('exchange.step-impossible', { state })
    const held: ExchangeDocument = { ...exchange, state: 'held', since: at, handed: null }
    await exchanges.replace(held, within)
    const member = await ownerOf(exchange.memberId, within)
    if (member) {
      const recent = member.recent.filter(({ id }) => id !== handingOf(exchangeId))
      await members.replace({ ...member, recent }, within)
    }
    return { data: { exchange: handOverView(held, at), at } }
  })
}
