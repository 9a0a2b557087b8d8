/**
 * A visit without a code: the member says the last digits of the phone and the birthday. Calls: member, start, counts read
 * and written, visit, audit, commit, coupons.
 * Invariants: every answer is counted and audited, found or not, in the transaction that gives it; above the limit nothing
 * is looked at any more; who is not found learns nothing of which part was wrong.
 */
import type { VisitView } from '../../contract/assistant'
import type { Said } from '../../domain/members/said'
import { command } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { saidVisitIdOf, visits, type VisitDocument } from '../store/visits'
import { countedToday } from './counted-today'
import { couponsAtCounter, readOpenCoupons } from '../view/usable-coupons'
import { visitView } from './open-visit'

type StaffCall = Call & { readonly who: StaffDocument }

/** What the audit keeps as the answer: no name, no number, no birthday. */
interface Told {
  readonly outcome: 'opened' | 'no-match' | 'own-card' | 'frozen'
}

export async function findByPhoneTail(call: StaffCall, input: Said): Promise<Outcome<VisitView>> {
  const { who, at, operationId } = call
  if (at < who.slowedUntil) return refuse('code.too-many-wrong')
  const programme = await programmeInForce()
  const assistant = fingerprint(call.openid).slice(0, 12)
  const _id = `audit:${assistant}:${operationId}`
  const visitId = saidVisitIdOf(assistant, operationId)
  let opened: Opened | null = null
  const told = await command<Told, MemberDocument | null>(
    { inputHash: call.inputHash, find: () => audit.get(_id) },
    async (within, member) => {
      if (!(await countedToday('said', programme.saidLimits, call, within)))
        return refuse('said.too-many-today')
      const data = toldOf(member, call)
      if (member && data.outcome === 'opened') {
        opened = { visit: visitOf(visitId, member, call), member }
        await visits.insert(opened.visit, within)
      }
      const subject = member?._id ?? 'nobody'
      const { inputHash } = call
      await audit.insert({ _id, at, by: who._id, action: 'said', subject, inputHash, answer: data }, within)
      return { data }
    },
    () => onlyOneWho(input),
  )
  if ('refused' in told) return told
  const refused = REFUSALS[told.data.outcome]
  if (refused) return refused
  const now = told.replayed ? await openedBefore(visitId) : opened
  if (!now) return refuse('member.unknown')
  const held = await readOpenCoupons(now.member._id, at)
  const usable = await couponsAtCounter(held, now.member, who.storeId, programme, at)
  const data = await visitView(now.visit, now.member, programme, who, at, usable)
  return told.replayed ? { data, replayed: true } : { data }
}

interface Opened {
  readonly visit: VisitDocument
  readonly member: MemberDocument
}

const REFUSALS: Readonly<Record<Told['outcome'], Refused | null>> = {
  opened: null,
  'no-match': refuse('said.no-match'),
  'own-card': refuse('visit.own-card'),
  frozen: refuse('card.frozen'),
}

/** The one claimed account that answers to both parts; null when there is none or more than one. */
async function onlyOneWho({ phoneTail, birthday }: Said): Promise<MemberDocument | null> {
  const found = await members.page(
    {
      phoneTail,
      'profile.birthday.calendar': birthday.calendar,
      'profile.birthday.month': birthday.month,
      'profile.birthday.day': birthday.day,
    },
    'openedAt',
    2,
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

const toldOf = (member: MemberDocument | null, call: StaffCall): Told => {
  if (!member) return { outcome: 'no-match' }
  if (member.openid === call.openid) return { outcome: 'own-card' }
  return { outcome: cardStateOf(member) === 'frozen' ? 'frozen' : 'opened' }
}

const visitOf = (_id: string, member: MemberDocument, { who, at }: StaffCall): VisitDocument => ({
  _id,
  memberId: member._id,
  openid: member.openid,
  assistantOpenid: who._id,
  storeId: who.storeId,
  storeName: who.storeName,
  purpose: 'service',
  at,
  way: 'said',
})

/** For a command that is repeated: the member as he stands now, in the visit as it was opened. */
async function openedBefore(visitId: string): Promise<Opened | null> {
  const visit = await visits.get(visitId)
  const member = visit && (await members.get(visit.memberId))
  return visit && member && { visit, member }
}
