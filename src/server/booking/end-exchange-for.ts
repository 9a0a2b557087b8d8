/**
 * Ends an exchange: its points go back to the lots that they were taken from, its piece into the stock. Cancelling and
 * expiring end through here and nowhere else; the caller writes the member.
 * Calls: the counter read and written (none without a stock), exchange, entry (none when the account was closed).
 * Invariant: points and stock come back once, in one transaction with the new state; money that was paid is then due back.
 */
import { applyChange } from '../../domain/points/purse'
import { returning } from '../../domain/points/returning'
import { uncounted } from '../../domain/rewards/counts'
import type { ExchangeState } from '../../domain/rewards/exchange'
import { businessDayOf } from '../../domain/time/business-day'
import type { Transaction } from '../store/collection'
import { entries, entryIdOf } from '../store/entries'
import {
  activityOf,
  exchanges,
  returnOf,
  type ExchangeDocument,
  type ExchangePayment,
} from '../store/exchanges'
import { cardStateOf, withActivity, type MemberDocument } from '../store/members'
import { listKey } from '../store/purchases'
import { putBack } from '../store/stocks'

export interface EndedExchange {
  readonly member: MemberDocument
  readonly exchange: ExchangeDocument
}

export async function endExchangeFor(
  exchange: ExchangeDocument,
  member: MemberDocument,
  state: Extract<ExchangeState, 'cancelled' | 'expired'>,
  at: number,
  within: Transaction,
): Promise<EndedExchange> {
  const { rewardId } = exchange.reward
  const { exchanged } = member
  if (exchange.stockId !== null) await putBack(exchange.stockId, within)
  const counts = exchanged && { exchanged: uncounted(exchanged, rewardId) }
  const ended: ExchangeDocument = { ...exchange, state, since: at, payment: paymentAfter(exchange.payment) }
  // What a closed account had is void; nothing comes back to nobody.
  if (cardStateOf(member) === 'closed') {
    await exchanges.replace(ended, within)
    return { member: { ...member, ...counts }, exchange: ended }
  }
  const back = { ...ended, backOn: businessDayOf(at) }
  await exchanges.replace(back, within)
  const account = await pointsBack(exchange, member, at, within)
  const recent = withActivity(member.recent, activityOf(back, 'back', at))
  return { member: { ...member, ...counts, account, recent }, exchange: back }
}

async function pointsBack(
  exchange: ExchangeDocument,
  { _id: memberId, account }: MemberDocument,
  at: number,
  within: Transaction,
): Promise<MemberDocument['account']> {
  const { reward, programmeVersion } = exchange
  const cause = returnOf(exchange._id)
  const day = businessDayOf(at)
  const change = returning(account.purse, exchange.taken, day)
  await entries.insert(
    {
      _id: entryIdOf(cause),
      memberId,
      at,
      day,
      rule: 'reward.returned',
      programmeVersion,
      change,
      cause,
      earning: null,
      corrects: entryIdOf(exchange._id),
      about: {
        storeName: reward.storeName,
        amountFen: null,
        receipt: null,
        reason: null,
        rewardName: reward.name,
      },
      listKey: listKey(at, cause),
    },
    within,
  )
  return { ...account, purse: applyChange(account.purse, change) }
}

/** Only what was paid goes back; what was never paid is awaited no more. */
const paymentAfter = (payment: ExchangePayment | null): ExchangePayment | null =>
  payment?.state === 'paid' ? { state: 'due-back', nextTryAt: null } : payment
