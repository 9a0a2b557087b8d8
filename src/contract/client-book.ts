/** What doors show of the client card, of own members and of who looked. Instants in ms UTC, days as YYYY-MM-DD at UTC+8. */
import type { Size } from '../domain/members/client-card'
import type { BookPart } from '../domain/members/completeness'
import type { BookPurchaseView, NoteView } from './assistant'
import type { MemberHeadView } from './views'
import type { LifecycleStage } from '../domain/members/lifecycle'
import type { Material } from '../domain/programme/programme'

/** Letters of a size, and of the reason for seeing a phone number in own words. */
export const LONGEST_SIZE = 12
export const LONGEST_REASON = 40

/** Why an assistant needs a full phone number. */
export const PHONE_REASONS = ['pickup', 'after-sale', 'asked', 'other'] as const
export type PhoneReason = (typeof PHONE_REASONS)[number]

export interface ClientCardView {
  readonly sizes: readonly Size[]
  readonly preferences: readonly string[]
  /** Null while the member has not agreed that staff see them. */
  readonly allergies: readonly string[] | null
  /** Sent along with a change: somebody else may have been faster. */
  readonly version: number
  /** Null while nothing was ever noted. */
  readonly changed: { readonly at: number; readonly storeName: string; readonly by: string } | null
}

export interface CompletenessView {
  /** Whole percent, rounded down. */
  readonly percent: number
  readonly missing: readonly BookPart[]
}

export interface OwnMemberView {
  readonly memberId: string
  readonly name: string
  readonly phoneTail: string | null
  readonly tierName: string
  readonly material: Material
  readonly stage: LifecycleStage
  readonly lastVisitDay: string | null
  /** Whole percent. */
  readonly completeness: number
}

export interface OwnMembersView {
  /** By the last visit, newest first, twenty at most. */
  readonly members: readonly OwnMemberView[]
  /** Of all own members; null on further pages and in a search. */
  readonly totals: { readonly count: number; readonly completeness: number } | null
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly storeName: string
  readonly serverNow: number
}

/** The book of an own member who is not there: to read, not to write. */
export interface OwnMemberBookView {
  readonly member: MemberHeadView
  readonly storeName: string
  readonly card: ClientCardView
  readonly completeness: CompletenessView
  /** Of this store, ten at most. */
  readonly notes: readonly NoteView[]
  /** In this store, newest first, ten at most. */
  readonly purchases: readonly BookPurchaseView[]
  readonly serverNow: number
}

/** What the member reads of the card. */
export interface OwnCardView {
  readonly sizes: readonly Size[]
  readonly preferences: readonly string[]
  readonly allergies: readonly string[]
  readonly sensitiveGiven: boolean
  readonly changed: { readonly at: number; readonly storeName: string } | null
  readonly serverNow: number
}

/** One time that somebody saw the member's data: a visit, the book of an own member, or the full phone number. */
export type LookView = {
  readonly id: string
  readonly at: number
  readonly storeName: string
} & (
  | {
      readonly purpose: 'service'
      /** By the code that was scanned, or by what the member said. */
      readonly way: 'code' | 'said'
    }
  | { readonly purpose: 'own-book' }
  | {
      readonly purpose: 'phone'
      readonly reason: PhoneReason
      /** In the assistant's own words; null unless the reason is another one. */
      readonly words: string | null
    }
)
