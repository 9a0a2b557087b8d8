/** Purchases: the operation record, the audit record and the state of what came back. `_id` names till and receipt, or assistant and operation. */
import type { Purchase } from '../../domain/purchases/purchase'
import { collection } from './collection'
import { database } from './database'
import type { OperationRecord } from './operation-record'

export interface PurchaseDocument extends Purchase, OperationRecord {
  readonly _id: string
  readonly source: 'assistant' | 'till'
  readonly memberId: string
  readonly memberName: string | null
  readonly storeId: string
  readonly storeName: string
  readonly staffOpenid: string | null
  readonly servedBy: string | null
  readonly tillId: string | null
  readonly receipt: string | null
  /** Orders the day's list: instant, then id. */
  readonly listKey: string
}

export const purchases = collection<PurchaseDocument>('purchases', [
  {
    name: 'storeDay',
    fields: [
      ['storeId', 1],
      ['day', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'receipt',
    fields: [
      ['receipt', 1],
      ['storeId', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'memberStore',
    fields: [
      ['memberId', 1],
      ['storeId', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
])

/** How many purchases a store had on a day, and what was kept of them after refunds. One call. */
export async function dayTotals(storeId: string, day: string): Promise<{ count: number; keptFen: number }> {
  const sum = (value: unknown) => ({ $sum: value })
  const { list } = await database
    .collection(purchases.name)
    .aggregate()
    .match({ storeId, day })
    .group({ _id: null, count: sum(1), paidFen: sum('$paidFen'), refundedFen: sum('$refundedFen') })
    .end()
  const [found] = list as { count: number; paidFen: number; refundedFen: number }[]
  return found ? { count: found.count, keptFen: found.paidFen - found.refundedFen } : { count: 0, keptFen: 0 }
}

/** Takes the person out of the purchases of a closed account, and out of the answers that they keep. Two calls, repeatable. */
export function eraseBuyer(memberId: string): Promise<unknown> {
  const bought = (source: PurchaseDocument['source']) =>
    database.collection(purchases.name).where({ memberId, source })
  return Promise.all([
    bought('assistant').update({
      data: { memberName: null, answer: { member: { name: '', phoneTail: null } } },
    }),
    bought('till').update({ data: { memberName: null, answer: { cardNumber: '' } } }),
  ])
}

export const listKey = (at: number, id: string): string => `${String(at).padStart(14, '0')}:${id}`
export const tillPurchaseId = (tillId: string, receipt: string): string => `purchase:${tillId}:${receipt}`
