/**
 * Exchanges whose time is over: not paid, not fetched, arrived, or with money to give back; and a reminder on the morning before
 * the last day of what waits to be fetched. Calls for each: start, exchange,
 * member, its counter read and written, exchange, entry, member, commit.
 * Invariant: what the member or a desk did meanwhile stands; a step that was taken is not taken again.
 */
import { afterStep } from '../../domain/rewards/exchange'
import { addDays, startOfDay } from '../../domain/time/business-day'
import { endExchangeFor, type EndedExchange } from '../booking/end-exchange-for'
import { bookPayment, settleMoneyOf } from '../booking/exchange-money'
import { hasCashier } from '../run/cashier'
import { command } from '../run/command'
import { refuse } from '../run/outcome'
import type { Job } from '../run/serve-clock'
import {
  dueExchanges,
  exchanges,
  putOffExchange,
  reminderOf,
  stateOfExchange,
  type DueExchange,
  type ExchangeDocument,
} from '../store/exchanges'
import type { Transaction } from '../store/collection'
import { members, ownerOf, type MemberDocument } from '../store/members'
import { addNotice } from '../store/notices'

export const dueExchangesJob: Job<DueExchange> = {
  name: 'exchanges',
  look: dueExchanges,
  step: settle,
  putOff: putOffExchange,
}

/** So long the platform goes on telling of a payment: one that comes after the end goes back. */
const TOLD_FOR_MS = 24 * 3_600_000
/** So long the end is worth a message. */
const NEWS_DAYS = 7

async function settle(exchange: ExchangeDocument, at: number): Promise<undefined> {
  if (exchange.payment?.state === 'due-back') return void (await settleMoneyOf(exchange._id, at))
  // The message of a payment may have been lost: nothing that was paid expires for it, nor at once while the cashier does not say.
  if (exchange.state === 'unpaid') {
    const isPaid = await bookPayment(exchange, at)
    if (isPaid) return
    const isEarly = at < exchange.since + TOLD_FOR_MS
    if (isPaid === null && isEarly && hasCashier())
      throw new Error(`nobody says whether ${exchange._id} was paid`)
  }
  if (isToRemind(exchange, at)) return void (await remind(exchange._id, at))
  await expire(exchange._id, at)
  if (exchange.payment) await settleMoneyOf(exchange._id, at)
}

const isToRemind = (exchange: ExchangeDocument, at: number): boolean =>
  (reminderOf(exchange) ?? Infinity) <= at && stateOfExchange(exchange, at) === exchange.state

/** Calls: start, exchange, member, notice, member, exchange, commit. */
async function remind(id: string, at: number): Promise<void> {
  const outcome = await command({ inputHash: '', find: async () => null }, async (within) => {
    const exchange = await exchanges.get(id, within)
    if (!exchange?.holdUntil || !isToRemind(exchange, at)) return refuse('exchange.step-impossible')
    const { reward, holdUntil } = exchange
    const member = await ownerOf(exchange.memberId, within)
    if (!member) throw new Error(`${id} belongs to nobody`)
    const figures = { rewardName: reward.name, storeName: reward.storeName, until: holdUntil }
    const eve = startOfDay(addDays(holdUntil, -1))
    const notice = {
      kind: 'exchange-waits',
      figures,
      cause: `waits:${id}`,
      at: eve,
      until: holdUntil,
    } as const
    await members.replace(await addNotice(notice, member, at, within), within)
    await exchanges.replace({ ...exchange, reminded: true }, within)
    return { data: null }
  })
  if ('refused' in outcome && outcome.refused === 'server.busy') throw new Error(`${id} is busy`)
}

async function expire(id: string, at: number): Promise<void> {
  const outcome = await command({ inputHash: '', find: async () => null }, async (within) => {
    const exchange = await exchanges.get(id, within)
    if (!exchange) return refuse('exchange.unknown')
    const state = stateOfExchange(exchange, at)
    if (state === exchange.state) return refuse('exchange.step-impossible')
    if (afterStep(exchange.state, 'arrive') === state) {
      await exchanges.replace({ ...exchange, state, since: at }, within)
      return { data: null }
    }
    const member = await ownerOf(exchange.memberId, within)
    if (!member) throw new Error(`${id} belongs to nobody`)
    const ended = await endExchangeFor(exchange, member, 'expired', at, within)
    await members.replace(await toldOfEnd(ended, at, within), within)
    return { data: null }
  })
  if ('refused' in outcome && outcome.refused === 'server.busy') throw new Error(`${id} is busy`)
}

/** Nothing came back to a closed account, and nobody is told. */
async function toldOfEnd(
  { member, exchange }: EndedExchange,
  at: number,
  within: Transaction,
): Promise<MemberDocument> {
  const { _id, reward, points, backOn: on } = exchange
  if (on === null) return member
  const notice = {
    kind: 'exchange-ended',
    figures: { rewardName: reward.name, points, on },
    cause: `ended:${_id}`,
    at,
    until: addDays(on, NEWS_DAYS),
  } as const
  return addNotice(notice, member, at, within)
}
