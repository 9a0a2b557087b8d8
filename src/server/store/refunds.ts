/** Refunds: the operation record and the audit record of goods that came back. Immutable. */
import type { RefundReason } from '../../contract/views'
import type { RefundQuote } from '../../domain/refunds/refund'
import { collection } from './collection'
import { database } from './database'
import type { OperationRecord } from './operation-record'

export interface RefundDocument extends OperationRecord {
  readonly _id: string
  readonly purchaseId: string
  readonly memberId: string
  readonly storeId: string
  readonly at: number
  readonly day: string
  readonly quote: RefundQuote
  readonly debtAdded: number
  readonly reason: RefundReason
  readonly tierBefore: string
  readonly tierAfter: string
  readonly staffOpenid: string | null
  readonly tillId: string | null
  readonly programmeVersion: number
}

export const refunds = collection<RefundDocument>('refunds', [
  {
    name: 'purchase',
    fields: [
      ['purchaseId', 1],
      ['at', 1],
    ],
  },
  {
    name: 'memberStoreDay',
    fields: [
      ['memberId', 1],
      ['storeId', 1],
      ['day', 1],
      ['at', -1],
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

/** Takes the person out of the answers that refunds of a closed account keep. One call, repeatable. */
export const eraseRefunded = (memberId: string): Promise<unknown> =>
  database
    .collection(refunds.name)
    .where({ memberId, tillId: null })
    .update({ data: { answer: { memberName: '' } } })
