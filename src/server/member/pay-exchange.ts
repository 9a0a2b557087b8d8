/**
 * What the phone needs to ask for the money of an exchange. Two calls at once, the member and the exchange, then the
 * cashier. The same order is asked for however often: an exchange can be paid once.
 */
import type { PaymentView } from '../../contract/reward-views'
import { bookPayment, tradeNumberOf } from '../booking/exchange-money'
import { placeOrder } from '../run/cashier'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchanges, stateOfExchange } from '../store/exchanges'
import { isOf, members } from '../store/members'

export async function payExchange(
  call: Call,
  { exchangeId }: { exchangeId: string },
): Promise<Outcome<PaymentView>> {
  const { at } = call
  const [member, exchange] = await Promise.all([
    members.first({ openid: call.openid }),
    exchanges.get(exchangeId),
  ])
  if (!member) return refuse('member.not-joined')
  if (!exchange || !isOf(exchange, member)) return refuse('exchange.unknown')
  const state = stateOfExchange(exchange, at)
  if (state !== 'unpaid') return refuse('exchange.step-impossible', { state })
  const payment = await placeOrder({
    tradeNumber: tradeNumberOf(exchangeId),
    what: exchange.reward.name,
    fen: exchange.priceFen,
    attach: exchangeId,
  })
  if (payment) return { data: payment }
  // The cashier takes no order that is paid: then its message was lost.
  const paid = await bookPayment(exchange, at)
  return paid ? refuse('exchange.step-impossible', { state: 'held' }) : refuse('pay.unavailable')
}
