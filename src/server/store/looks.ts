/**
 * Looks at a member's data beside a visit: an assistant opened the book of an own member, or saw a full phone number and
 * said why. A look at a number is its own operation record. Who looked by a visit is in `visits`.
 */
import type { PhoneReason } from '../../contract/client-book'
import { collection } from './collection'
import { database } from './database'
import type { OperationRecord } from './operation-record'

export interface LookDocument extends OperationRecord {
  readonly _id: string
  readonly memberId: string
  /** The member's. */
  readonly openid: string
  readonly assistantOpenid: string
  readonly storeId: string
  readonly storeName: string
  readonly at: number
  readonly purpose: 'own-book' | 'phone'
  /** Null for a book. */
  readonly reason: PhoneReason | null
  /** The assistant's own words, when the reason is another one. */
  readonly words: string | null
}

export const looks = collection<LookDocument>('looks', [
  {
    name: 'member',
    fields: [
      ['openid', 1],
      ['at', -1],
    ],
  },
  {
    name: 'assistant',
    fields: [
      ['assistantOpenid', 1],
      ['at', -1],
    ],
  },
])

/** Takes the person out of the looks of a closed account. One call, repeatable. */
export const eraseLooks = (memberId: string): Promise<unknown> =>
  database
    .collection(looks.name)
    .where({ memberId })
    .update({ data: { openid: `closed:${memberId}`, words: null } })
