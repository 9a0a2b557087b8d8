/**
 * The member gives an exchange back before it is handed over or sent. Calls: as every own change, exchange read and
 * written, its counter read and written, the entry of the points; then the money, where some was to be paid.
 */
import type { ExchangedView } from '../../contract/reward-views'
import { spendable } from '../../domain/points/purse'
import { afterStep } from '../../domain/rewards/exchange'
import { businessDayOf } from '../../domain/time/business-day'
import { endExchangeFor } from '../booking/end-exchange-for'
import { settleMoneyOf } from '../booking/exchange-money'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchanges, stateOfExchange } from '../store/exchanges'
import { isOf } from '../store/members'
import { exchangeView } from '../view/exchange'
import { ownChange } from './own-change'

export async function cancelExchange(
  call: Call,
  { exchangeId }: { exchangeId: string },
): Promise<Outcome<ExchangedView>> {
  const { at, language } = call
  const outcome = await ownChange<ExchangedView>(call, 'cancel-exchange', async (member, within) => {
    const found = await exchanges.get(exchangeId, within)
    if (!found || !isOf(found, member)) return refuse('exchange.unknown')
    const state = stateOfExchange(found, at)
    if (afterStep(state, 'cancel') !== 'cancelled') return refuse('exchange.step-impossible', { state })
    const { member: after, exchange } = await endExchangeFor(found, member, 'cancelled', at, within)
    const points = spendable(after.account.purse, businessDayOf(at))
    return {
      member: after,
      subject: `exchange ${found.reward.rewardId}`,
      data: { exchange: exchangeView(exchange, at, language), points },
    }
  })
  if (!('refused' in outcome) && outcome.data.exchange.priceFen > 0) await settleMoneyOf(exchangeId, at)
  return outcome
}
