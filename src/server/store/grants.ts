/** Tiers given by hand: who asked, who agreed, why, and what became of it. The member's document holds what it does. */
import type { GrantKind } from '../../domain/tiers/grant'
import type { BusinessDay } from '../../domain/time/business-day'
import { collection } from './collection'

export type GrantState = 'waiting' | 'given' | 'withdrawn' | 'taken-back'

export interface GrantDocument {
  readonly _id: string
  readonly memberId: string
  /** As the member was named; the number may be another one since. */
  readonly cardNumber: string
  readonly tierId: string
  readonly kind: GrantKind
  readonly until: BusinessDay
  /** The member reads it. */
  readonly reason: string
  readonly state: GrantState
  readonly at: number
  /** The openid of who asked, and the name at that time. */
  readonly by: string
  readonly byName: string
  readonly needsSecond: boolean
  /** The openid of who agreed; null where nobody had to, or has yet. */
  readonly approvedBy: string | null
  /** When it was given, withdrawn or taken back last; null while it waits. */
  readonly decidedAt: number | null
}

export const grants = collection<GrantDocument>('grants', [
  { name: 'at', fields: [['at', -1]] },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
])
