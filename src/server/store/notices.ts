/**
 * Notices: what the mall told a member. A notice is written in the transaction of the change that it tells of; it is the
 * outbox too: one that waits is sent by the clock, and one that was not sent is there to be read all the same.
 * Invariant: `_id` names the cause, so nothing is told twice; `sendAt` stands only while it waits.
 */
import { businessDayOf } from '../../domain/time/business-day'
import type { Message, NoticeDraft } from '../../domain/messages/kinds'
import { collection, type Transaction } from './collection'
import type { MemberDocument } from './members'
import { listKey } from './purchases'

/** `kept`: only to be read. `stale`: its moment was over before it could be sent. `failed`: WeChat would not have it. */
export type NoticeState = 'waiting' | 'sent' | 'kept' | 'stale' | 'failed'

export type NoticeDocument = Message & {
  readonly _id: string
  readonly memberId: string
  readonly at: number
  /** The last day on which it is worth being sent. */
  readonly until: string
  /** Orders a member's notices: instant, then id. */
  readonly listKey: string
  readonly state: NoticeState
  /** When it is to be sent; only while it waits. */
  readonly sendAt?: number
  /** How often it was tried. */
  readonly attempts: number
  readonly readAt?: number
}

export const notices = collection<NoticeDocument>('notices', [
  { name: 'due', fields: [['sendAt', 1]] },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['listKey', -1],
    ],
  },
])

export const noticeIdOf = (cause: string): string => `notice:${cause}`

/** Tells the member; the caller writes the member that comes back. One call. */
export async function addNotice(
  draft: NoticeDraft,
  member: MemberDocument,
  at: number,
  within: Transaction,
): Promise<MemberDocument> {
  const { cause, ...message } = draft
  const _id = noticeIdOf(cause)
  const isStale = draft.until < businessDayOf(at)
  const waits = isStale
    ? { state: 'stale' as const }
    : { state: 'waiting' as const, sendAt: Math.max(draft.at, at) }
  await notices.insert(
    { ...message, _id, memberId: member._id, listKey: listKey(draft.at, _id), ...waits, attempts: 0 },
    within,
  )
  return member
}
