/**
 * Exchanges: what a member took for points, kept as it was offered then. `_id` names member and operation, so nothing is
 * taken twice; it is the operation record too.
 * Invariant: what is due, and when, is derived whenever the document is written; points and stock come back once.
 */
import type { ActivityView, ExchangeActivity } from '../../contract/views'
import type { LotChange } from '../../domain/points/purse'
import {
  dueAt,
  exchangeStateAt,
  remindAt,
  type ExchangeLife,
  type ExchangeState,
} from '../../domain/rewards/exchange'
import type { Reward } from '../../domain/rewards/reward'
import type { BusinessDay } from '../../domain/time/business-day'
import { collection, type Collection } from './collection'
import { database } from './database'
import { overdue, putOff } from './due'
import type { OperationRecord } from './operation-record'
import { listKey } from './purchases'

/** The money beside the points. `due-back`: the exchange ended and the money has not gone back yet. */
export interface ExchangePayment {
  readonly state: 'waiting' | 'paid' | 'due-back' | 'back'
  /** Not before this instant is it tried again to give it back. */
  readonly nextTryAt: number | null
}

export interface ExchangeDocument extends ExchangeLife, OperationRecord {
  readonly _id: string
  readonly memberId: string
  /** Nine digits, unique: what an exchange's code names. */
  readonly number: string
  readonly at: number
  readonly day: BusinessDay
  readonly reward: Pick<
    Reward,
    'rewardId' | 'name' | 'advice' | 'english' | 'storeId' | 'storeName' | 'picture' | 'gives' | 'holdDays'
  >
  readonly points: number
  readonly priceFen: number
  readonly programmeVersion: number
  /** The lots that the points were taken from: they come back to them. */
  readonly taken: readonly LotChange[]
  /** The counter that it was taken from; null without one. */
  readonly stockId: string | null
  readonly address: { readonly name: string; readonly phone: string; readonly text: string } | null
  readonly sent: { readonly carrier: string; readonly tracking: string; readonly staffOpenid: string } | null
  readonly handed: {
    readonly at: number
    readonly day: BusinessDay
    readonly staffOpenid: string
    readonly storeId: string
    readonly storeName: string
    /** The name of who did it. */
    readonly servedBy?: string
  } | null
  /** Null where points are all. */
  readonly payment: ExchangePayment | null
  /** The coupon that it became. */
  readonly couponId: string | null
  /** Set once its member was told that it waits for its last day. */
  readonly reminded?: true
  /** The day on which the points came back; null while they did not. */
  readonly backOn: BusinessDay | null
}

interface Listed {
  readonly listKey: string
  /** The instant of what time has to do next; absent when nothing. */
  readonly dueAt?: number
  /** How often time's step failed since the last change. */
  readonly failures?: number
  /** By the instant at which it was handed over; absent while it was not. */
  readonly handedKey?: string
}

export type DueExchange = ExchangeDocument & { readonly dueAt: number; readonly failures?: number }

function withListing(exchange: ExchangeDocument): ExchangeDocument & Listed {
  const { _id, at, payment, since, handed } = exchange
  const due =
    payment?.state === 'due-back' ? (payment.nextTryAt ?? since) : (reminderOf(exchange) ?? dueAt(exchange))
  return {
    ...exchange,
    listKey: listKey(at, _id),
    ...(due !== null && { dueAt: due }),
    ...(handed && { handedKey: listKey(handed.at, _id) }),
  }
}

/** When its member is to be told that it waits; null when never, or told already. It comes before the end. */
export const reminderOf = (exchange: ExchangeDocument): number | null =>
  exchange.reminded ? null : remindAt(exchange)

const documents = collection<ExchangeDocument>('exchanges', [
  { name: 'number', unique: true, fields: [['number', 1]] },
  { name: 'due', fields: [['dueAt', 1]] },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'memberTime',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
  {
    name: 'handedDay',
    fields: [
      ['handed.storeId', 1],
      ['handed.day', 1],
      ['handedKey', -1],
    ],
  },
  {
    name: 'toSend',
    fields: [
      ['reward.storeId', 1],
      ['way', 1],
      ['state', 1],
      ['listKey', 1],
    ],
  },
])

const lean = ({
  dueAt: _due,
  failures: _failures,
  handedKey: _handedKey,
  ...exchange
}: ExchangeDocument & Partial<Listed>): ExchangeDocument => exchange

export const exchanges: Collection<ExchangeDocument> = {
  ...documents,
  insert: (exchange, within) => documents.insert(withListing(lean(exchange)), within),
  replace: (exchange, within) => documents.replace(withListing(lean(exchange)), within),
}

export const exchangeIdOf = (memberId: string, operationId: string): string =>
  `exchange:${memberId}:${operationId}`
/** Its handing over, as something that happened. */
export const handingOf = (exchangeId: string): string => `handed:${exchangeId}`
/** What gave points back, as the cause of an entry. */
export const returnOf = (exchangeId: string): string => `returned:${exchangeId}`

/** What its member reads of a step, lately. */
export const activityOf = (
  { _id, reward, points, handed }: ExchangeDocument,
  step: ExchangeActivity,
  at: number,
): ActivityView => ({
  kind: 'exchange',
  id: { taken: _id, 'handed-over': handingOf(_id), back: returnOf(_id) }[step],
  at,
  step,
  rewardName: reward.name,
  storeName: handed?.storeName ?? reward.storeName,
  points: step === 'handed-over' ? 0 : points,
})

export const stateOfExchange = (exchange: ExchangeDocument, at: number): ExchangeState =>
  exchangeStateAt(exchange, at)

/** What is due at an instant, the longest overdue first. One call. */
export const dueExchanges = (at: number, limit: number): Promise<DueExchange[]> =>
  overdue(documents, 'dueAt', at, limit)

/** What somebody did to it meanwhile stands. One call. */
export const putOffExchange = (due: DueExchange, at: number): Promise<void> =>
  putOff(documents, 'dueAt', due, at)

/** What a store handed over on a day, newest first. One call. */
export const handedOnDay = (
  storeId: string,
  day: string,
  limit: number,
  after?: string,
): Promise<(ExchangeDocument & { readonly handedKey: string })[]> =>
  exchanges.page({ 'handed.storeId': storeId, 'handed.day': day }, 'handedKey', limit, after) as Promise<
    (ExchangeDocument & { readonly handedKey: string })[]
  >

/** What a store has to send, oldest first. One call. */
export async function exchangesToSend(
  storeId: string,
  limit: number,
  after: string | undefined,
): Promise<(ExchangeDocument & Listed)[]> {
  const { data } = await database
    .collection(exchanges.name)
    .where({
      'reward.storeId': storeId,
      way: 'delivery',
      state: 'held',
      ...(after === undefined ? {} : { listKey: database.command.gt(after) }),
    })
    .orderBy('listKey', 'asc')
    .limit(limit)
    .get()
  return data as (ExchangeDocument & Listed)[]
}

/** Takes the person out of the exchanges of a closed account: what was to be sent falls due at once. Two calls, repeatable. */
export function eraseAddresses(memberId: string, at: number): Promise<unknown> {
  const own = (more: object) =>
    database.collection(exchanges.name).where({ memberId, way: 'delivery', ...more })
  return Promise.all([
    own({ state: 'held' }).update({ data: { address: null, dueAt: at } }),
    own({ state: database.command.in(['sent', 'settled', 'unpaid', 'cancelled', 'expired']) }).update({
      data: { address: null },
    }),
  ])
}
