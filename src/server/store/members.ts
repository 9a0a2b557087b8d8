/**
 * One member, one document: profile, purse, standing and what the card page shows. The serialization point of a person.
 * Unique: openid, card number, phone fingerprint. What is not known yet holds a value made of the id, since a missing
 * field counts as a value in a unique index.
 */
import type { ActivityView } from '../../contract/views'
import type { Account } from '../../domain/members/account'
import type { TierChange } from '../../domain/tiers/tier-log'
import type { Birthday } from '../../domain/members/birthday'
import type { CardState } from '../../domain/members/card-life'
import type { Consents } from '../../domain/members/consent'
import type { BusinessDay } from '../../domain/time/business-day'
import { collection } from './collection'

export type Salutation = 'ms' | 'mr'

/** What a member tells about the own person beside the name. */
export interface Profile {
  readonly salutation: Salutation | null
  readonly birthday: Birthday | null
  /** The day of the last change, kept when the birthday is taken away. */
  readonly birthdaySetOn: BusinessDay | null
  readonly tags: readonly string[]
}

export const NO_PROFILE: Profile = { salutation: null, birthday: null, birthdaySetOn: null, tags: [] }

export interface MemberDocument {
  readonly _id: string
  readonly openid: string
  readonly cardNumber: string
  readonly phoneHash: string
  readonly phone: string | null
  /** Its last four digits, by which a claimed account can be looked up; absent while nobody has claimed it. */
  readonly phoneTail?: string
  readonly name: string | null
  /** When the account was opened, by joining or by a first receipt. */
  readonly openedAt: number
  /** Null while nobody has claimed it. */
  readonly joinedAt: number | null
  /** The command that joined: its id, the fingerprint of its input, and whether it took an account over. */
  readonly join: {
    readonly operationId: string
    readonly inputHash: string
    readonly tookOver: boolean
  } | null
  /** Absent while nothing was told. */
  readonly profile?: Profile
  /** Absent while nothing was chosen. */
  readonly consents?: Consents
  /** Absent while the card is active. */
  readonly card?: { readonly state: CardState; readonly since: number }
  readonly account: Account
  /** Newest first, bounded; missing in a document from before it was kept. */
  readonly tierLog?: readonly TierChange[]
  /** Newest first, five at most. */
  readonly recent: readonly ActivityView[]
}

export const members = collection<MemberDocument>('members', [
  { name: 'openid', unique: true, fields: [['openid', 1]] },
  { name: 'cardNumber', unique: true, fields: [['cardNumber', 1]] },
  { name: 'phoneHash', unique: true, fields: [['phoneHash', 1]] },
  { name: 'phoneTail', fields: [['phoneTail', 1]] },
])

const RECENT_KEPT = 5

export const withActivity = (recent: readonly ActivityView[], activity: ActivityView): ActivityView[] =>
  [activity, ...recent].slice(0, RECENT_KEPT)

export const unclaimedOpenid = (memberId: string): string => `unclaimed:${memberId}`
export const noPhoneHash = (memberId: string): string => `none:${memberId}`
export const cardStateOf = (member: MemberDocument): CardState => member.card?.state ?? 'active'
export const isClaimed = (member: MemberDocument): boolean => member.joinedAt !== null
