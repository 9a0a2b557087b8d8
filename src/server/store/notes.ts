/** What an assistant wrote about a visit, for this store only. The id names assistant and operation; a note is never changed. */
import { collection } from './collection'
import { database } from './database'
import type { OperationRecord } from './operation-record'

export interface NoteDocument extends OperationRecord {
  readonly _id: string
  readonly memberId: string
  readonly storeId: string
  readonly visitId: string
  readonly staffOpenid: string
  readonly by: string
  readonly at: number
  readonly text: string
}

export const notes = collection<NoteDocument>('notes', [
  {
    name: 'memberStore',
    fields: [
      ['memberId', 1],
      ['storeId', 1],
      ['at', -1],
    ],
  },
])

/** Takes what was written about the person of a closed account away. One call, repeatable. */
export const eraseNotes = (memberId: string): Promise<unknown> =>
  database
    .collection(notes.name)
    .where({ memberId })
    .update({ data: { text: '' } })
