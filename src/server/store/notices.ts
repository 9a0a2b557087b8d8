/**
 * Notices: what the mall told a member. A notice is written in the transaction of the change that it tells of; it is the
 * outbox too: one that waits is sent by the clock, and one that was not sent is there to be read all the same.
 * Invariant: `_id` names the cause, so nothing is told twice; `sendAt` stands only while it waits.
 */
import { isGiven } from '../../domain/members/consent'
import { withUntold } from '../../domain/messages/untold'
import { gate, NO_MESSAGES, toldOnce, type Verdict, type WhyKept } from '../../domain/messages/gate'
import type { Message, NoticeDraft } from '../../domain/messages/kinds'
import type { BusinessDay } from '../../domain/time/business-day'
import { collection, type Transaction } from './collection'
import { database } from './database'
import { overdue, putOff } from './due'
import { cardStateOf, idsOf, type MemberDocument } from './members'
import { listKey } from './purchases'

/** `kept`: only to be read. `stale`: its moment was over before it could be sent. `failed`: WeChat would not have it. */
export type NoticeState = 'waiting' | 'sent' | 'kept' | 'stale' | 'failed'

/** `unknown`: the run was killed while it was sent; it is not sent again. `unreachable`: WeChat did not answer five times. */
export type WhyNotSent =
  Exclude<WhyKept, 'over'> | 'no-template' | 'refused' | 'unreachable' | 'unknown' | 'gone'

export type NoticeDocument = Message & {
  readonly _id: string
  readonly memberId: string
  /** The instant of what it tells. */
  readonly at: number
  /** The last day on which it is worth being sent. */
  readonly until: BusinessDay
  /** Orders a member's notices: when it was written, then the instant of what it tells, then id. */
  readonly listKey: string
  readonly state: NoticeState
  readonly why?: WhyNotSent
  /** When it is to be sent; only while it waits. */
  readonly sendAt?: number
  /** How often WeChat did not answer. */
  readonly attempts: number
  /** Set while it is being sent: its permission is taken. */
  readonly sending?: true
}

export type DueNotice = NoticeDocument & { readonly sendAt: number; readonly failures?: number }

export const notices = collection<NoticeDocument>('notices', [
  { name: 'due', fields: [['sendAt', 1]] },
  {
    name: 'member',
    fields: [
      ['memberId', 1],
      ['listKey', -1],
    ],
  },
  {
    name: 'memberTime',
    fields: [
      ['memberId', 1],
      ['at', -1],
    ],
  },
])

const noticeIdOf = (cause: string): string => `notice:${cause}`

export const messagesOf = ({ messages }: MemberDocument) => messages ?? NO_MESSAGES

/** Whether a message may leave now, by what the member's document says. */
export const verdictOn = (
  notice: Pick<NoticeDocument, 'kind' | 'until'>,
  member: MemberDocument,
  at: number,
): Verdict => gate(notice, messagesOf(member), isGiven(member.consents ?? {}, 'offers'), at)

/** Neither waits nor is being sent. */
export const withoutTurn = ({ sendAt: _at, sending: _sending, ...notice }: NoticeDocument): NoticeDocument =>
  notice

/** What becomes of a notice that is not sent. */
export const notSent = (notice: NoticeDocument, why: WhyNotSent | 'over'): NoticeDocument =>
  why === 'over'
    ? { ...withoutTurn(notice), state: 'stale' }
    : { ...withoutTurn(notice), state: why === 'refused' ? 'failed' : 'kept', why }

/** What became of one that was being sent. One that was erased meanwhile stays erased. One call. */
export const settleNotice = ({ _id, state, why, attempts, sendAt }: NoticeDocument): Promise<unknown> => {
  const nothing = database.command.remove()
  const data = { state, attempts, why: why ?? nothing, sendAt: sendAt ?? nothing, sending: nothing }
  return database
    .collection(notices.name)
    .where({ _id, sending: true })
    .update({ data: { ...data, failures: nothing } })
}

/** Tells the member, who comes back with it counted, to be written by the caller. One call; none of a closed account. */
export async function addNotice(
  { cause, ...message }: NoticeDraft,
  member: MemberDocument,
  at: number,
  within: Transaction,
): Promise<MemberDocument> {
  if (cardStateOf(member) === 'closed') return member
  const _id = noticeIdOf(cause)
  const waiting: NoticeDocument = {
    ...message,
    _id,
    memberId: member._id,
    listKey: listKey(at, `${message.at}:${_id}`),
    state: 'waiting',
    attempts: 0,
  }
  const verdict = verdictOn(message, member, at)
  await notices.insert(
    'kept' in verdict ? notSent(waiting, verdict.kept) : { ...waiting, sendAt: verdict.sendAt },
    within,
  )
  return { ...member, messages: toldOnce(messagesOf(member), waiting.listKey) }
}

/** The member as one to be told by the clock, where a message may leave; to be written by the caller. No call. */
export function toldByClock(member: MemberDocument, notice: NoticeDraft, at: number): MemberDocument {
  const before = messagesOf(member)
  const messages = withUntold(before, notice, isGiven(member.consents ?? {}, 'offers'), at)
  return messages === before ? member : { ...member, messages }
}

/** What waits to be sent by now, the longest overdue first. One call. */
export const dueNotices = (at: number, limit: number): Promise<DueNotice[]> =>
  overdue(notices, 'sendAt', at, limit)

/** What somebody did with it meanwhile stands. One call. */
export const putOffNotice = (due: DueNotice, at: number): Promise<void> => putOff(notices, 'sendAt', due, at)

/** Notices of a member, newest first. One call. */
export const noticesOf = (
  member: MemberDocument,
  limit: number,
  before: string | undefined,
): Promise<NoticeDocument[]> => notices.page({ memberId: idsOf(member) }, 'listKey', limit, before)

/** Of a closed account nobody is told anything any more. One call, repeatable. */
export const eraseNotices = (memberId: string): Promise<unknown> =>
  database.collection(notices.name).where({ memberId }).remove()
