/** The points ledger: one entry per change of a purse, append-only. A correction is a new entry that names what it corrects. */
import type { RefundReason } from '../../contract/views'
import type { Earning } from '../../domain/points/earning'
import type { PurseChange } from '../../domain/points/purse'
import type { GiftName } from '../../domain/gifts/gift'
import type { EntryEffect, KeptOccasion } from '../../domain/time-work/effect'
import { collection } from './collection'

export interface EntryDocument {
  readonly _id: string
  readonly memberId: string
  readonly at: number
  readonly day: string
  readonly rule:
    | 'purchase.points'
    | 'refund.take-back'
    | 'account.closed'
    | 'account.merged'
    | 'reward.exchanged'
    | 'reward.returned'
    | EntryEffect['rule']
    | 'checkin.daily'
    | 'checkin.place'
    | 'target.reached'
    | 'target.taken-back'
    | 'referral.reward'
    | 'referral.back'
  readonly programmeVersion: number
  readonly change: PurseChange
  /** The document that caused it. */
  readonly cause: string
  /** How the points came about; null for what takes points away. */
  readonly earning: Earning | null
  /** The entry that this one corrects. */
  readonly corrects: string | null
  /** What its owner reads of the cause, kept here so that a page of history is one read; missing in old entries. */
  readonly about?: {
    readonly storeName: string
    /** What was paid or paid back; null when no money moved. */
    readonly amountFen: number | null
    /** The till's receipt of the purchase. */
    readonly receipt: string | null
    readonly reason: RefundReason | null
    /** The event at which the member was. */
    readonly eventName?: string
    /** What points were spent on. */
    readonly rewardName?: string
    /** The target that was reached, or is not any more. */
    readonly target?: { readonly name: string; readonly english?: { readonly name: string } }
  }
  /** Of an anniversary: its name then, and of how many years. */
  readonly occasion?: KeptOccasion
  /** Of a check-in: what the run of days added, and how long it was; null at a place. */
  readonly checkIn?: { readonly extra: number; readonly streak: number | null }
  /** The coupon that came with a gift of points. */
  readonly coupon?: GiftName
  /** Of a check-in, which has no other document: the operation record. */
  readonly inputHash?: string
  readonly answer?: unknown
  /** Orders a member's history: instant, then cause. */
  readonly listKey?: string
}

export const entries = collection<EntryDocument>('entries', [
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
  {
    name: 'memberList',
    fields: [
      ['memberId', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'memberKind',
    fields: [
      ['memberId', 1],
      ['change.kind', 1],
      ['listKey', -1],
    ],
  },
])

/** What a merge moved, as the cause of an entry: the account that went over, and which part of it. */
export const mergingOf = (memberId: string, part: string): string => `merging:${memberId}:${part}`
/** A check-in, as the cause of its entry: once for a member, a place and a day. */
export const checkInOf = (memberId: string, place: string, day: string): string =>
  `checkin:${memberId}:${place}:${day}`
/** What a friend brought, and what took it back, as causes of entries of the referrer. */
export const referralOfFriend = (friendId: string): string => `referral:${friendId}`
export const referralBackOf = (friendId: string): string => `referral-back:${friendId}`
/** What ended an account, as the cause of an entry. */
export const closingOf = (memberId: string): string => `closing:${memberId}`
/** What moved a target, as the cause of an entry: the target, and the purchase or refund. */
export const targetMoveOf = (targetId: string, by: string): string => `target:${targetId}:${by}`
/** The purchase or refund behind such a cause; any other cause as it is. */
export const moverOf = (cause: string): string => cause.replace(/^target:[a-z0-9-]+:/, '')
export const entryIdOf = (cause: string): string => `entry:${cause}`
/** The document that an entry of this id names. */
export const causeOf = (entryId: string): string => entryId.replace(/^entry:/, '')
