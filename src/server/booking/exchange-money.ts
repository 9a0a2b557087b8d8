/**
 * The money of an exchange: booked when the cashier says that it was paid, given back when the exchange ended.
 * Invariant: what is believed is what the cashier answers, never who tells of a payment; each step may be taken again.
 */
import { afterStep, lastHoldDay } from '../../domain/rewards/exchange'
import { businessDayOf } from '../../domain/time/business-day'
import { closeOrder, giveBack, isPaid } from '../run/cashier'
import { command } from '../run/command'
import { refuse } from '../run/outcome'
import { fingerprint } from '../run/secret'
import { exchanges, type ExchangeDocument } from '../store/exchanges'

/** The number of an exchange at the cashier. */
export const tradeNumberOf = (exchangeId: string): string => fingerprint(exchangeId)

/** How long nothing is tried after the cashier gave no money back. */
const TRY_AGAIN_MS = 10 * 60_000

/** Books the payment of an exchange, if there was one. @returns whether it is paid; null when the cashier cannot be asked. */
export async function bookPayment({ _id, priceFen }: ExchangeDocument, at: number): Promise<boolean | null> {
  const paid = await isPaid(tradeNumberOf(_id), priceFen)
  if (paid) await changeExchange(_id, (exchange) => withPayment(exchange, at))
  return paid
}

function withPayment(exchange: ExchangeDocument, at: number): ExchangeDocument | null {
  if (exchange.payment?.state !== 'waiting') return null
  const state = afterStep(exchange.state, 'pay')
  // It ended before the money came: then the money goes back.
  if (!state) return { ...exchange, payment: { state: 'due-back', nextTryAt: null } }
  const { way, reward } = exchange
  const holdUntil = way === 'pickup' ? lastHoldDay(businessDayOf(at), reward.holdDays) : null
  return { ...exchange, state, since: at, holdUntil, payment: { state: 'paid', nextTryAt: null } }
}

/** After an exchange ended: nobody can pay it any more, and what was paid goes back. */
export async function settleMoneyOf(exchangeId: string, at: number): Promise<void> {
  const exchange = await exchanges.get(exchangeId)
  if (!exchange?.payment) return
  const { _id, payment, priceFen } = exchange
  const isOver = afterStep(exchange.state, 'pay') === null
  if (payment.state === 'waiting' && isOver && !(await closeOrder(tradeNumberOf(_id)))) {
    // It was paid, and the message has not come: then the money is due back now.
    if (await bookPayment(exchange, at)) await settleMoneyOf(exchangeId, at)
    return
  }
  if (payment.state !== 'due-back') return
  const isBack = await giveBack(tradeNumberOf(_id), priceFen)
  const next = isBack
    ? ({ state: 'back', nextTryAt: null } as const)
    : { ...payment, nextTryAt: at + TRY_AGAIN_MS }
  await changeExchange(_id, (now) => (now.payment?.state === 'due-back' ? { ...now, payment: next } : null))
}

/** One exchange by itself, in a transaction; nothing is written for null. */
async function changeExchange(
  id: string,
  change: (exchange: ExchangeDocument) => ExchangeDocument | null,
): Promise<void> {
  const outcome = await command({ inputHash: '', find: async () => null }, async (within) => {
    const exchange = await exchanges.get(id, within)
    const changed = exchange && change(exchange)
    if (!changed) return refuse('exchange.unknown')
    await exchanges.replace(changed, within)
    return { data: null }
  })
  if ('refused' in outcome && outcome.refused === 'server.busy')
    throw new Error(`${id} is being written all the time`)
}
