/**
 * Notices: each is where its state says that it is, belongs to somebody who is there, and is counted while it is unread.
 * An account that was closed has none.
 */
import type { NoticeDocument } from '../../src/server/store/notices'
import type { MemberDocument } from '../../src/server/store/members'
import { groupedBy, ownersOf, type Ledger, type Report } from './ledger'

const MOST_ATTEMPTS = 5
const MOST_UNREAD = 99

export function auditNotices(ledger: Ledger, report: Report): void {
  const { members, notices = [] } = ledger
  const ownerOf = ownersOf(ledger)
  const noticesOf = groupedBy(notices, ({ memberId }) => ownerOf(memberId))
  const known = new Map(members.map((member) => [member._id, member]))
  for (const notice of notices) {
    const { _id, memberId } = notice
    const member = known.get(memberId)
    if (!member) report('notice.member', [_id, memberId], 'tells nobody')
    else if (member.card?.state === 'closed') report('notice.closed', [_id, memberId], 'of a closed account')
    auditState(notice, report)
    if (!/^\d{14}:/.test(notice.listKey) || !notice.listKey.endsWith(`:${notice.at}:${_id}`))
      report('notice.key', [_id], `is listed as ${notice.listKey}`)
  }
  for (const member of members)
    if (!member.merged && member.card?.state !== 'closed')
      auditUnread(member, noticesOf.get(member._id) ?? [], report)
}

/** Only what waits has a turn, and only what is not sent says why. */
function auditState({ _id, state, why, sendAt, sending, attempts }: NoticeDocument, report: Report): void {
  const waits = state === 'waiting'
  const isWhy = why === undefined ? state !== 'kept' && state !== 'failed' : !waits && state !== 'sent'
  if (waits !== (sendAt !== undefined) || (sending === true && !waits))
    report('notice.turn', [_id], `is ${state}, its turn is ${sendAt ?? 'none'}`)
  if (!isWhy) report('notice.why', [_id], `is ${state} because of ${why ?? 'nothing'}`)
  if (!Number.isSafeInteger(attempts) || attempts < 0 || attempts > MOST_ATTEMPTS)
    report('notice.attempts', [_id], `was tried ${attempts} times`)
}

/** What was read meanwhile stays counted until all is read; so the count may be more than what is new, and never less. */
function auditUnread(
  { _id, messages }: MemberDocument,
  notices: readonly NoticeDocument[],
  report: Report,
): void {
  const { unread = 0, readTo = '', newest } = messages ?? {}
  const isNew = notices.filter(({ listKey }) => listKey > readTo).length
  if (unread < Math.min(MOST_UNREAD, isNew) || unread > notices.length || unread > MOST_UNREAD)
    report('notice.unread', [_id], `counts ${unread}, there are ${isNew} new of ${notices.length}`)
  else if (isNew === 0 && unread > 0) report('notice.unread', [_id], `counts ${unread}, all is read`)
  if (newest !== undefined && !notices.some(({ listKey }) => listKey === newest))
    report('notice.newest', [_id, newest], 'is not there')
}
