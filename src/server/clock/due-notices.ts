/**
 * The outbox: notices that wait are sent, one permission for each. Calls: start, notice, member, notice, member, commit; then
 * the message itself, and what became of it.
 * Invariant: the permission is taken before the message leaves, so a run that was killed in between leaves a notice that is
 * found to be `sending`: nobody knows whether it arrived, it is not sent again, and it can be read.
 */
import { afterSending, withoutPermission } from '../../domain/messages/gate'
import { TEMPLATE_OF } from '../../domain/messages/kinds'
import { fen } from '../../domain/money/fen'
import { yuanDigits } from '../../domain/money/yuan-text'
import { businessDayOf } from '../../domain/time/business-day'
import { MESSAGE_TEXT } from '../../text/zh-cn/messages'
import { command } from '../run/command'
import { sendMessage, type MessageWords } from '../run/messenger'
import type { Programme } from '../../domain/programme/programme'
import type { Job } from '../run/serve-clock'
import type { Transaction } from '../store/collection'
import { cardStateOf, members, ownerOf, type MemberDocument } from '../store/members'
import {
  dueNotices,
  messagesOf,
  notices,
  notSent,
  putOffNotice,
  settleNotice,
  verdictOn,
  withoutTurn,
  type DueNotice,
  type NoticeDocument,
} from '../store/notices'
import { programmeInForce } from '../store/programme'
import { noticeFigures } from '../view/notice'

export const dueNoticesJob: Job<DueNotice> = {
  name: 'notices',
  look: dueNotices,
  step: sendOne,
  putOff: putOffNotice,
}

const NOTICES_PAGE = 'pages/member/statement/notices/index'
/** Longer than any run: nobody else takes it meanwhile. */
const CLAIMED_MS = 10 * 60_000
const FIRST_WAIT_MS = 60_000
const WAIT_GROWS = 5
const MOST_ATTEMPTS = 5

interface Claimed {
  readonly notice: NoticeDocument
  readonly openid: string
}

async function sendOne({ _id }: DueNotice, at: number): Promise<undefined> {
  const programme = await programmeInForce()
  const outcome = await command<Claimed | null>(
    { inputHash: '', find: async () => null },
    async (within) => ({
      data: await claim(_id, at, within),
    }),
  )
  if ('refused' in outcome) throw new Error(`${_id} is busy`)
  if (!outcome.data) return
  const { notice, openid } = outcome.data
  const sending = await sendMessage(
    openid,
    TEMPLATE_OF[notice.kind],
    wordsOf(notice, programme),
    NOTICES_PAGE,
  )
  if (sending === 'no-permission') await noPermission(notice)
  await settleNotice(
    sending === 'sent'
      ? { ...withoutTurn(notice), state: 'sent' }
      : sending === 'unreachable'
        ? again(notice, at)
        : notSent(notice, sending),
  )
}

/** Takes the permission and the notice, or writes why it stays; null when there is nothing to send. */
async function claim(id: string, at: number, within: Transaction): Promise<Claimed | null> {
  const notice = await notices.get(id, within)
  if (notice?.state !== 'waiting' || (notice.sendAt ?? Infinity) > at) return null
  const member = await ownerOf(notice.memberId, within)
  const keep = async (why: Parameters<typeof notSent>[1]): Promise<null> => {
    await notices.replace(notSent(notice, why), within)
    return null
  }
  if (!member || cardStateOf(member) === 'closed') return keep('gone')
  if (notice.sending) return keep('unknown')
  const verdict = verdictOn(notice, holding(notice, member), at)
  if ('kept' in verdict) return keep(verdict.kept)
  if (verdict.sendAt > at) {
    await notices.replace({ ...notice, sendAt: verdict.sendAt }, within)
    return null
  }
  const claimed: NoticeDocument = { ...notice, sending: true, sendAt: at + CLAIMED_MS }
  await notices.replace(claimed, within)
  if (notice.attempts === 0) {
    const messages = afterSending(messagesOf(member), notice.kind, businessDayOf(at))
    await members.replace({ ...member, messages }, within)
  }
  return { notice: claimed, openid: member.openid }
}

/** What was tried before has its permission already. */
const holding = ({ kind, attempts }: NoticeDocument, member: MemberDocument): MemberDocument => {
  if (attempts === 0) return member
  const { quota, commercialOn, ...messages } = messagesOf(member)
  return {
    ...member,
    messages: {
      ...messages,
      quota: { ...quota, [TEMPLATE_OF[kind]]: 1 },
      commercialOn: commercialOn.slice(0, -1),
    },
  }
}

async function noPermission({ memberId, kind }: NoticeDocument): Promise<void> {
  await command<null>({ inputHash: '', find: async () => null }, async (within) => {
    const member = await ownerOf(memberId, within)
    if (member && cardStateOf(member) !== 'closed')
      await members.replace({ ...member, messages: withoutPermission(messagesOf(member), kind) }, within)
    return { data: null }
  })
}

/** After 1, 5, 25 and 125 minutes; then it is only kept. */
function again(notice: NoticeDocument, at: number): NoticeDocument {
  const attempts = notice.attempts + 1
  return attempts >= MOST_ATTEMPTS
    ? { ...notSent(notice, 'unreachable'), attempts }
    : { ...notice, attempts, sendAt: at + FIRST_WAIT_MS * WAIT_GROWS ** (attempts - 1) }
}

function wordsOf(notice: NoticeDocument, programme: Programme): MessageWords {
  const { points, day, to, name, fen: amount } = noticeFigures(notice, programme)
  const { title } = MESSAGE_TEXT[notice.kind]
  return {
    title,
    name: name ?? title,
    // WeChat's way to write a span of days.
    day: to === undefined ? (day ?? businessDayOf(notice.at)) : `${day}~${to}`,
    points: String(points ?? 0),
    // WeChat takes digits alone.
    amount: `¥${yuanDigits(fen(amount ?? 0)).replaceAll(',', '')}`,
  }
}
