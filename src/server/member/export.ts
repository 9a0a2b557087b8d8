/**
 * Everything that is kept about a member, a part at a time. Calls: the member, then one page of one collection.
 * Invariant: following `next` to its end gives every document once, also those that share an instant.
 */
import { EXPORT_CHAPTERS, type ExportChapter, type ExportView } from '../../contract/export-chapters'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import { avatars } from '../store/avatars'
import { clientCards } from '../store/client-cards'
import type { Collection } from '../store/collection'
import { coupons, type CouponDocument } from '../store/coupons'
import { entries } from '../store/entries'
import { exchanges, type ExchangeDocument } from '../store/exchanges'
import { looks } from '../store/looks'
import { idsOf, members, type MemberDocument } from '../store/members'
import { notices } from '../store/notices'
import { notes } from '../store/notes'
import { purchases } from '../store/purchases'
import { refunds } from '../store/refunds'
import { visits } from '../store/visits'

const PAGE = 100

export async function exportData(call: Call, { after }: { after?: string }): Promise<Outcome<ExportView>> {
  const [name, below] = (after ?? 'account:').split(':')
  const chapter = EXPORT_CHAPTERS.find((each) => each === name)
  if (!chapter) return refuse('request.malformed', { field: 'after' })
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const { rows, before } = await pageOf(chapter, member, below ? Number(below) : undefined)
  const following = EXPORT_CHAPTERS[EXPORT_CHAPTERS.indexOf(chapter) + 1]
  const next = before === null ? (following ? `${following}:` : null) : `${chapter}:${before}`
  return { data: { chapter, rows, next, serverNow: call.at } }
}

interface Page {
  readonly rows: readonly unknown[]
  readonly before: number | null
}

/** What is said of staff and of how the machine knows a repeated request is not about the member. */
async function pageOf(chapter: ExportChapter, member: MemberDocument, before?: number): Promise<Page> {
  const { _id, openid } = member
  const memberId = idsOf(member)
  switch (chapter) {
    case 'account': {
      const { phoneHash: _hash, join: _join, recent: _recent, owner, avatar, ...account } = member
      const ownedBy = owner && { owner: { name: owner.name, since: owner.since } }
      const kept = avatar === undefined ? null : await avatars.get(_id)
      return { rows: [{ ...account, ...ownedBy, ...(kept ? { avatar: kept.picture } : {}) }], before: null }
    }
    case 'purchases':
      return newest(purchases, { memberId }, before, (each) => without(each, 'staffOpenid'))
    case 'refunds':
      return newest(refunds, { memberId }, before, (each) => without(each, 'staffOpenid'))
    case 'entries':
      return newest(entries, { memberId }, before, (each) => each)
    case 'coupons':
      return newest(coupons, { memberId }, before, couponRow)
    case 'exchanges':
      return newest(exchanges, { memberId }, before, exchangeRow)
    case 'visits':
      return newest(visits, { openid }, before, (each) => without(each, 'assistantOpenid'))
    case 'notes':
      return newest(notes, { memberId }, before, (each) => without(each, 'staffOpenid'))
    case 'card':
      return clientCards.get(_id).then((card) => ({ rows: card ? [card] : [], before: null }))
    case 'looks':
      return newest(looks, { openid }, before, (each) => without(each, 'assistantOpenid'))
    case 'notices':
      return newest(notices, { memberId }, before, (each) => without(each, 'attempts', 'sending'))
    case 'changes':
      return newest(audit, { by: _id }, before, (each) => each)
  }
}

/** Counters and shelves are the machine's, who served is staff's. */
const couponRow = ({ use, ...coupon }: CouponDocument): object => ({
  ...without(coupon, 'stockId', 'heldFor'),
  use: use && without(use, 'staffOpenid', 'servedBy'),
})

/** With the address to which it goes. */
const exchangeRow = ({ sent, handed, payment, ...exchange }: ExchangeDocument): object => ({
  ...without(exchange, 'stockId'),
  sent: sent && without(sent, 'staffOpenid'),
  handed: handed && without(handed, 'staffOpenid'),
  payment: payment && without(payment, 'nextTryAt'),
})

/** A page ends between two instants, never within one. */
async function newest<Document extends { readonly _id: string; readonly at: number }>(
  from: Collection<Document>,
  query: Record<string, unknown>,
  before: number | undefined,
  shown: (document: Document) => object,
): Promise<Page> {
  for (let most = PAGE; ; most *= 2) {
    const found = await from.page(query, 'at', most + 1, before)
    const more = found.length > most
    const last = found.at(-1)?.at ?? 0
    const whole = more ? found.filter(({ at }) => at > last) : found
    if (more && whole.length === 0) continue
    return { rows: whole.map((each) => machineless(shown(each))), before: more ? last + 1 : null }
  }
}

const without = <Document extends object, Field extends keyof Document>(
  document: Document,
  ...fields: Field[]
): Omit<Document, Field> =>
  Object.fromEntries(
    Object.entries(document).filter(([name]) => !(fields as string[]).includes(name)),
  ) as Omit<Document, Field>

const OF_THE_MACHINE = ['inputHash', 'answer', 'listKey', 'dueAt', 'failures', 'sendAt', 'handedKey']

const machineless = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !OF_THE_MACHINE.includes(name)))
