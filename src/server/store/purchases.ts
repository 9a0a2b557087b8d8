/** Purchases: the operation record, the audit record and the state of what came back. `_id` names till and receipt, or assistant and operation. */
import type { Purchase } from '../../domain/purchases/purchase'
import { collection } from './collection'
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
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
])

export const listKey = (at: number, id: string): string => `${String(at).padStart(14, '0')}:${id}`
export const tillPurchaseId = (tillId: string, receipt: string): string => `purchase:${tillId}:${receipt}`
