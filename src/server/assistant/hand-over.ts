/**
 * Hands a thing to the member of the visit. Calls: start, member and exchange read and written, audit, commit.
 * Invariant: a thing is handed over once, by a store that has it, while it is held.
 */
import type { AssistantRewardOutputs } from '../../contract/reward-actions'
import { afterStep } from '../../domain/rewards/exchange'
import { businessDayOf } from '../../domain/time/business-day'
import { audited } from '../run/audited'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import { activityOf, exchanges, stateOfExchange, type ExchangeDocument } from '../store/exchanges'
import { cardStateOf, isOf, members, withActivity } from '../store/members'
import type { StaffDocument } from '../store/staff'
import { handOverView } from '../view/exchange'
import { readVisit } from './visit-token'
import { isExchangeShown } from './what-was-shown'

export function handOver(
  call: Call & { who: StaffDocument },
  { visit: token, exchangeId }: { visit: string; exchangeId: string },
): Promise<Outcome<AssistantRewardOutputs['hand-over']>> {
  const { who, at } = call
  const { storeId, storeName } = who
  return audited(call, { action: 'hand-over', subject: exchangeId, storeId }, async (within) => {
    const visit = readVisit(token, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    if (!member) return refuse('member.unknown')
    if (member.openid === call.openid) return refuse('visit.own-card')
    const card = cardStateOf(member)
    if (card !== 'active') return refuse(card === 'frozen' ? 'card.frozen' : 'card.closed')
    const exchange = await exchanges.get(exchangeId, within)
    if (!exchange || !isOf(exchange, member) || !isExchangeShown(visit, exchange))
      return refuse('exchange.unknown')
    const refused = whyNotHandedOver(exchange, who, at)
    if (refused) return refused
    const handed = {
      at,
      day: businessDayOf(at),
      staffOpenid: who._id,
      storeId,
      storeName,
      servedBy: who.name,
    }
    const settled: ExchangeDocument = { ...exchange, state: 'settled', since: at, handed }
    await exchanges.replace(settled, within)
    const recent = withActivity(member.recent, activityOf(settled, 'handed-over', at))
    await members.replace({ ...member, recent }, within)
    return { data: { exchange: handOverView(settled, at), at } }
  })
}

/** Null when this store can hand it over now. */
export function whyNotHandedOver(exchange: ExchangeDocument, who: StaffDocument, at: number): Refused | null {
  const { storeId, storeName } = exchange.reward
  const state = stateOfExchange(exchange, at)
  if (state === 'unpaid') return refuse('exchange.not-paid')
  if (exchange.way !== 'pickup' || afterStep(state, 'hand-over') === null)
    return refuse('exchange.step-impossible', { state })
  if (storeId !== null && storeId !== who.storeId) return refuse('exchange.other-store', { storeName })
  return null
}
