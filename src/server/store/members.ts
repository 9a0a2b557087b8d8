/**
 * One member, one document: profile, purse, standing and what the card page shows. The serialization point of a person.
 * Unique: openid, card number, phone fingerprint. What is not known yet holds a value made of the id, since a missing
 * field counts as a value in a unique index.
 */
import type { ActivityView } from '../../contract/views'
import type { CheckIns } from '../../domain/checkin/check-in'
import type { Account } from '../../domain/members/account'
import type { TierChange } from '../../domain/tiers/tier-log'
import type { BirthdayGift } from '../../domain/birthdays/birthday-gift'
import type { Birthday } from '../../domain/members/birthday'
import type { CardState } from '../../domain/members/card-life'
import type { Consents } from '../../domain/members/consent'
import type { CardContent } from '../../domain/members/client-card'
import type { ClaimCounts } from '../../domain/coupons/claim'
import type { CouponEnds } from '../../domain/coupons/ends'
import type { BenefitsUsed } from '../../domain/programme/counted'
import type { Invited } from '../../domain/referrals/friend'
import type { Inviter } from '../../domain/referrals/inviter'
import type { BusinessDay } from '../../domain/time/business-day'
import type { MessagePurse } from '../../domain/messages/gate'
import type { PointsNamed } from '../../domain/time-work/points-reminders'
import { memberDueAt } from '../../domain/time-work/time-work'
import { completenessPercent, missingParts, type BookPart } from '../../domain/members/completeness'
import { collection, type Collection, type Transaction } from './collection'
import { database } from './database'
import { overdue, putOff } from './due'

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

/** What of the book is filled, beside the card and the notes themselves: so that a list of members reads neither. */
export interface BookMarks {
  readonly sizes: boolean
  readonly preferences: boolean
  /** The newest note of a store, newest first, eight stores at most. */
  readonly notes: readonly { readonly storeId: string; readonly day: BusinessDay }[]
}

const NO_MARKS: BookMarks = { sizes: false, preferences: false, notes: [] }

/** The assistant to whom a member belongs: the first who registered a purchase while nobody owned him. */
export interface Owner {
  /** Ownership ends with it. */
  readonly employment: string
  readonly staffOpenid: string
  readonly name: string
  /** Where the assistant worked then; the store whose notes count for the completeness of the book. */
  readonly storeId: string
  readonly since: number
  /** The purchase that did it. */
  readonly because: string
}

/** What an owner's list is ordered and summed up by. Derived whenever the document is written. */
interface OwnerFigures {
  readonly listKey: string
  /** Whole percent. */
  readonly completeness: number
}

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
  /** Names the picture; absent without one. */
  readonly avatar?: string
  /** Absent while nothing was chosen. */
  readonly consents?: Consents
  /** Absent while nothing was noted. */
  readonly book?: BookMarks
  /** Absent while nobody has registered a purchase by hand. */
  readonly owner?: Owner & Partial<OwnerFigures>
  /** Absent while the card is active. */
  readonly card?: { readonly state: CardState; readonly since: number }
  /** Numbers of old cards that lead here. */
  readonly boundCards?: readonly string[]
  /** Accounts that went over to this one: their documents stay where they were. */
  readonly absorbed?: readonly string[]
  /** Set for good once the account went over to another one, which answers for its purchases since. */
  readonly merged?: { readonly into: string; readonly at: number }
  /** What was claimed of offers that can still be claimed. */
  readonly claims?: ClaimCounts
  /** Of counted benefits, in their last month or year; absent while none was used. */
  readonly benefitsUsed?: BenefitsUsed
  /** How many of each reward of which only some may be taken; absent while none was. */
  readonly exchanged?: Readonly<Record<string, number>>
  /** The store of who is staff, as it was last named. */
  readonly worksAt?: string
  /** Absent while never checked in. */
  readonly checkIns?: CheckIns
  /** Whose invitation the member accepted before joining, and what came of it; absent without one. */
  readonly invited?: Invited
  /** Absent while the member has not begun to invite. */
  readonly inviter?: Inviter
  /** The birthday that is to come, or of which something is still open; absent without a birthday. */
  readonly birthdayOn?: BusinessDay
  /** The last gift of choice; absent while there was none. */
  readonly birthdayGift?: BirthdayGift
  /** The anniversary of joining that is to come; absent where the programme keeps none. */
  readonly anniversaryOn?: BusinessDay
  readonly account: Account
  /** Newest first, bounded; missing in a document from before it was kept. */
  readonly tierLog?: readonly TierChange[]
  /** Newest first, five at most. */
  readonly recent: readonly ActivityView[]
  /** The day of the last gift for reaching a tier; absent while none was given. */
  readonly upgradeGifts?: Readonly<Record<string, BusinessDay>>
  /** Last days of coupons that are still to be told; absent before the first coupon. */
  readonly couponEnds?: CouponEnds
  /** What reminders of points have named of the weeks to come; absent before the first. */
  readonly pointsNamed?: PointsNamed
  /** Absent while nothing was told or allowed. */
  readonly messages?: MessagePurse
  /** The last day of which time's work was done; absent: the day of opening. */
  readonly timeDoneOn?: BusinessDay
  /** When time has something to do next; absent when nothing. Derived whenever the document is written. */
  readonly dueAt?: number
}

/** A member whose day has come, and how often time's step failed since the last change. */
export type DueMember = MemberDocument & { readonly dueAt: number; readonly failures?: number }

const documents = collection<MemberDocument>('members', [
  { name: 'openid', unique: true, fields: [['openid', 1]] },
  { name: 'cardNumber', unique: true, fields: [['cardNumber', 1]] },
  { name: 'phoneHash', unique: true, fields: [['phoneHash', 1]] },
  { name: 'phoneTail', fields: [['phoneTail', 1]] },
  { name: 'due', fields: [['dueAt', 1]] },
  {
    name: 'owned',
    fields: [
      ['owner.employment', 1],
      ['owner.listKey', -1],
    ],
  },
  { name: 'inviteCode', fields: [['inviter.code', 1]] },
  { name: 'board', fields: [['inviter.boardKey', -1]] },
  {
    name: 'invitedBy',
    fields: [
      ['invited.by', 1],
      ['invited.listKey', -1],
    ],
  },
  {
    name: 'inReview',
    fields: [
      ['invited.review', 1],
      ['invited.listKey', 1],
    ],
  },
])

export const members: Collection<MemberDocument> = {
  ...documents,
  insert: (member, within) => documents.insert(withDerived(member), within),
  replace: (member, within) => documents.replace(withDerived(member), within),
}

function withDerived(member: MemberDocument & { readonly failures?: number }): MemberDocument {
  const { dueAt: _due, failures: _failures, ...rest } = member
  const dueAt = memberDueAt(rest)
  return withOwnerFigures(dueAt === null ? rest : { ...rest, dueAt })
}

function withOwnerFigures(member: MemberDocument): MemberDocument {
  const { _id, owner, account } = member
  if (!owner) return member
  const completeness = completenessPercent(missingIn(member, owner.storeId))
  return { ...member, owner: { ...owner, completeness, listKey: `${account.visits.lastDay ?? ''}:${_id}` } }
}

/** What a store's book of the member lacks. */
export const missingIn = (member: MemberDocument, storeId: string): BookPart[] => {
  const { sizes, preferences, notes } = member.book ?? NO_MARKS
  return missingParts({
    name: member.name !== null,
    birthday: (member.profile?.birthday ?? null) !== null,
    sizes,
    preferences,
    notedOn: notes.find((note) => note.storeId === storeId)?.day ?? null,
    visits: member.account.visits,
  })
}

const STORES_MARKED = 8

/** After a note in this store. */
export function withNote(member: MemberDocument, storeId: string, day: BusinessDay): MemberDocument {
  const { book = NO_MARKS } = member
  const others = book.notes.filter((note) => note.storeId !== storeId)
  return { ...member, book: { ...book, notes: [{ storeId, day }, ...others].slice(0, STORES_MARKED) } }
}

/** After the card was changed to this. */
export function withMarks(member: MemberDocument, { sizes, preferences }: CardContent): MemberDocument {
  const { book = NO_MARKS } = member
  return {
    ...member,
    book: { ...book, sizes: sizes.length > 0, preferences: preferences.length > 0 },
  }
}

const RECENT_KEPT = 5

export const withActivity = (recent: readonly ActivityView[], activity: ActivityView): ActivityView[] =>
  [activity, ...recent].slice(0, RECENT_KEPT)

/** What happened lately to two accounts that are one now. */
export const mergedActivities = (
  one: readonly ActivityView[],
  other: readonly ActivityView[],
): ActivityView[] => [...one, ...other].sort((a, b) => b.at - a.at).slice(0, RECENT_KEPT)

export const unclaimedOpenid = (memberId: string): string => `unclaimed:${memberId}`
export const noPhoneHash = (memberId: string): string => `none:${memberId}`
export const cardStateOf = (member: MemberDocument): CardState => member.card?.state ?? 'active'
/** The ids under which documents of a member stand, as a query asks for them: of accounts that went over to this one too. */
export const idsOf = ({ _id, absorbed = [] }: MemberDocument): unknown =>
  absorbed.length === 0 ? _id : database.command.in([_id, ...absorbed])

/** Whether a document stands under this member, or under an account that went over to it. */
export const isOf = (
  document: { readonly memberId: string },
  { _id, absorbed = [] }: MemberDocument,
): boolean => document.memberId === _id || absorbed.includes(document.memberId)

/** Whose a document of this member's id is now. One call, or two when the account went over to another. */
export async function ownerOf(memberId: string, within?: Transaction): Promise<MemberDocument | null> {
  const member = await members.get(memberId, within)
  return member?.merged ? members.get(member.merged.into, within) : member
}

/** Members for whom time has something to do by now, the longest overdue first. One call. */
export const dueMembers = (at: number, limit: number): Promise<DueMember[]> =>
  overdue(documents, 'dueAt', at, limit)

/** What somebody did with the member meanwhile stands. One call. */
export const putOffMember = (due: DueMember, at: number): Promise<void> => putOff(documents, 'dueAt', due, at)

export const isClaimed = (member: MemberDocument): boolean => member.joinedAt !== null
