/** The points ledger: one entry per change of a purse, append-only. A correction is a new entry that names what it corrects. */
import type { Earning } from '../../domain/points/earning'
import type { PurseChange } from '../../domain/points/purse'
import { collection } from './collection'

export interface EntryDocument {
  readonly _id: string
  readonly memberId: string
  readonly at: number
  readonly day: string
  readonly rule: 'purchase.points' | 'refund.take-back'
  readonly programmeVersion: number
  readonly change: PurseChange
  /** The document that caused it. */
  readonly cause: string
  /** How the points came about; null for what takes points away. */
  readonly earning: Earning | null
  /** The entry that this one corrects. */
  readonly corrects: string | null
}

export const entries = collection<EntryDocument>('entries', [
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
])

export const entryIdOf = (cause: string): string => `entry:${cause}`
