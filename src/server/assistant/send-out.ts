/** Marks a thing of this store as sent, with who carries it. Calls: start, exchange read and written, audit, commit. */
import type { AssistantRewardOutputs } from '../../contract/reward-actions'
import { afterStep } from '../../domain/rewards/exchange'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchanges, stateOfExchange } from '../store/exchanges'
import type { StaffDocument } from '../store/staff'

export function sendOut(
  call: Call & { who: StaffDocument },
  { exchangeId, carrier, tracking }: { exchangeId: string; carrier: string; tracking: string },
): Promise<Outcome<AssistantRewardOutputs['send-out']>> {
  const { who, at } = call
  return audited(call, { action: 'send-out', subject: exchangeId, storeId: who.storeId }, async (within) => {
    const exchange = await exchanges.get(exchangeId, within)
    if (exchange?.reward.storeId !== who.storeId) return refuse('exchange.unknown')
    const state = stateOfExchange(exchange, at)
    if (state === 'unpaid') return refuse('exchange.not-paid')
    if (exchange.way !== 'delivery' || afterStep(state, 'send') === null)
      return refuse('exchange.step-impossible', { state })
    const sent = { carrier, tracking, staffOpenid: who._id }
    await exchanges.replace({ ...exchange, state: 'sent', since: at, sent }, within)
    return { data: { exchangeId, sentAt: at } }
  })
}
