/**
 * Binds an old card: the account that a till opened under its number goes over to the visiting member, or to the account
 * of a phone that the customer names; where that phone has no account yet, the card's own account is given the phone.
 * Calls: card and phone looked up; start, counts read and written, both accounts read and written, the retired number,
 * entries, audit, commit.
 * Invariants: every answer is counted and audited, done or not, in the transaction that gives it; nothing that belongs to
 * somebody who proved it moves; a card bound again changes nothing.
 */
import type { BoundCardView } from '../../contract/assistant'
import { spendable } from '../../domain/points/purse'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { mergeAccountsFor } from '../booking/merge-accounts-for'
import { placeOf, type Place } from '../booking/place'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint, phoneFingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import type { Transaction } from '../store/collection'
import { cardStateOf, isClaimed, members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { retiredCards } from '../store/retired-cards'
import type { StaffDocument } from '../store/staff'
import { headView } from '../view/card'
import { countedToday } from './counted-today'
import { standingForPreview } from './preview'
import { readVisit } from './visit-token'

type StaffCall = Call & { readonly who: StaffDocument }

export interface BindInput {
  readonly card: string
  readonly to: { readonly visit: string } | { readonly phone: string }
}

/** What the audit keeps as the answer: nobody's name, no phone. */
type Told = Refused | (Omit<BoundCardView, 'visitor'> & { readonly memberId: string })

/** Ids that were looked up before the transaction; inside it they are read and checked. */
interface Looked {
  readonly cardOf: string | null
  readonly phoneOf: string | null
}

export async function bindCard(call: StaffCall, input: BindInput): Promise<Outcome<BoundCardView>> {
  const { who, at, inputHash } = call
  if (at < who.slowedUntil) return refuse('code.too-many-wrong')
  const programme = await programmeInForce()
  const _id = `audit:${fingerprint(call.openid).slice(0, 12)}:${call.operationId}`
  const told = await command<Told, Looked>(
    { inputHash, find: () => audit.get(_id) },
    async (within, looked) => {
      const visitor = visitorOf(call, input)
      if (visitor !== null && typeof visitor !== 'string') return visitor
      if (!(await countedToday('bound', programme.bindLimits, call, within)))
        return refuse('bind.too-many-today')
      const data = await bound(call, input, { ...looked, visitor }, programme, within)
      const subject = 'refused' in data ? 'nobody' : data.memberId
      await audit.insert(
        { _id, at, by: who._id, action: 'bind-card', subject, inputHash, answer: data },
        within,
      )
      return { data }
    },
    () => lookFor(input),
  )
  if ('refused' in told) return told
  if ('refused' in told.data) return told.data
  const { memberId, ...done } = told.data
  const member = 'visit' in input.to ? await members.get(memberId) : null
  const place = await placeOf(who.storeId, programme, at)
  const data: BoundCardView = { ...done, visitor: member && visitorView(member, programme, at, place) }
  return told.replayed ? { data, replayed: true } : { data }
}

const visitorView = (
  member: MemberDocument,
  programme: Programme,
  at: number,
  place: Place,
): NonNullable<BoundCardView['visitor']> => ({
  member: headView(member, programme, businessDayOf(at)),
  preview: standingForPreview(member, programme, businessDayOf(at), place),
})

/** The member of the visit; null where the card is bound to a phone. */
function visitorOf({ who, at }: StaffCall, { to }: BindInput): string | null | Refused {
  if ('phone' in to) return null
  const visit = readVisit(to.visit, who, at)
  return 'refused' in visit ? visit : visit.memberId
}

async function lookFor({ card, to }: BindInput): Promise<Looked> {
  const [cardOf, phoneOf] = await Promise.all([
    members.first({ cardNumber: card }),
    'phone' in to ? members.first({ phoneHash: phoneFingerprint(to.phone) }) : null,
  ])
  return { cardOf: cardOf?._id ?? null, phoneOf: phoneOf?._id ?? null }
}

/** The old card's account and the one that it is bound to, as they are inside the transaction. */
async function bound(
  call: StaffCall,
  { card, to }: BindInput,
  { cardOf, phoneOf, visitor }: Looked & { readonly visitor: string | null },
  programme: Programme,
  within: Transaction,
): Promise<Told> {
  const target = visitor ?? phoneOf
  const into = target === null ? null : await members.get(target, within)
  const unfit = into ? unfitTarget(into, call, to) : visitor && refuse('member.unknown')
  if (unfit) return unfit
  const from = cardOf === null ? null : await members.get(cardOf, within)
  if (from?.cardNumber !== card) {
    if (from) throw new TryAgain()
    return whyUnknown(card, into, within)
  }
  const unfitFrom = unfitCard(from, into, call)
  if (unfitFrom) return unfitFrom
  if (into) return merged(from, into, call, programme, within)
  return 'phone' in to ? named(from, to.phone, call, within) : refuse('member.unknown')
}

const MOST_BOUND = 8

function unfitTarget(into: MemberDocument, call: StaffCall, to: BindInput['to']): Refused | null {
  if (into.openid === call.openid) return refuse('bind.own-card')
  if ('phone' in to) {
    if (into.phoneHash !== phoneFingerprint(to.phone)) throw new TryAgain()
    if (isClaimed(into)) return refuse('bind.phone-taken')
  }
  const state = cardStateOf(into)
  if (state !== 'active') return state === 'frozen' ? refuse('card.frozen') : refuse('card.closed')
  return (into.boundCards ?? []).length >= MOST_BOUND ? refuse('bind.too-many-cards') : null
}

function unfitCard(from: MemberDocument, into: MemberDocument | null, call: StaffCall): Refused | null {
  if (from._id === into?._id) return refuse('bind.already')
  if (from.openid === call.openid) return refuse('bind.own-card')
  // Whoever has a phone is somebody: only a number that nobody is known by goes over.
  return isClaimed(from) || from.phone !== null ? refuse('bind.card-taken') : null
}

async function whyUnknown(card: string, into: MemberDocument | null, within: Transaction): Promise<Refused> {
  const retired = await retiredCards.get(card, within)
  if (!retired) return refuse('bind.card-unknown')
  if (retired.boundTo === undefined) return refuse('card.replaced')
  return retired.boundTo === into?._id ? refuse('bind.already') : refuse('bind.card-taken')
}

async function merged(
  from: MemberDocument,
  into: MemberDocument,
  { at, who }: StaffCall,
  programme: Programme,
  within: Transaction,
): Promise<Told> {
  const merging = { at, storeName: who.storeName }
  const { member, pointsMoved, debtMoved, tierNow } = await mergeAccountsFor(
    from,
    into,
    merging,
    programme,
    within,
  )
  await members.replace(member, within)
  const points = spendable(member.account.purse, businessDayOf(at))
  return { memberId: member._id, pointsMoved, debtMoved, points, tierNow }
}

/** The phone has no account: the card's own is found by it from now on, and taken over by whoever proves it. */
async function named(
  from: MemberDocument,
  phone: string,
  { at }: StaffCall,
  within: Transaction,
): Promise<Told> {
  await members.replace({ ...from, phone, phoneHash: phoneFingerprint(phone) }, within)
  const points = spendable(from.account.purse, businessDayOf(at))
  return { memberId: from._id, pointsMoved: 0, debtMoved: 0, points, tierNow: null }
}
