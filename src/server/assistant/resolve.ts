/**
 * A scanned member code becomes a visit. Calls: member, the used-once mark (and staff when it is not warm).
 * Invariant: a code opens one visit; only the assistant who opened it gets it again, while the code lives: two minutes.
 */
import type { VisitView } from '../../contract/assistant'
import { codePeriod, codeStatement, proofDigits, readCode } from '../../domain/members/member-code'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { codeProof, sameText } from '../run/secret'
import type { Call } from '../run/serve'
import { isDuplicate } from '../store/collection'
import { cardStateOf, members, type MemberDocument } from '../store/members'
import { programmeInForce } from '../store/programme'
import { isRetired } from '../store/retired-cards'
import type { StaffDocument } from '../store/staff'
import { visitIdOf, visits, type VisitDocument } from '../store/visits'
import { headView } from '../view/card'
import { standingForPreview } from './preview'
import { signVisit, VISIT_LIFE_MS } from './visit-token'
import { reportWrongCode } from './report-wrong-code'

export async function resolve(
  call: Call & { who: StaffDocument },
  input: { code: string },
): Promise<Outcome<VisitView>> {
  const { who, at } = call
  if (at < who.slowedUntil) return refuse('code.too-many-wrong')
  const scanned = readCode(input.code)
  if (!scanned) return refuse('code.unreadable')
  const period = [codePeriod(at), codePeriod(at) - 1].find((each) =>
    sameText(proofDigits(codeProof(codeStatement(scanned.cardNumber, each))), scanned.proof),
  )
  if (period === undefined) return reportWrongCode(who, at)
  const [programme, member] = await Promise.all([
    programmeInForce(),
    members.first({ cardNumber: scanned.cardNumber }),
  ])
  if (!member) return refuse((await isRetired(scanned.cardNumber)) ? 'card.replaced' : 'member.unknown')
  if (member.openid === call.openid) return refuse('visit.own-card')
  if (cardStateOf(member) === 'frozen') return refuse('card.frozen')
  const visit = await openVisit(visitIdOf(scanned.cardNumber, period), member, who, at)
  return 'refused' in visit ? visit : { data: visitView(visit, member, programme, who, at) }
}

async function openVisit(
  id: string,
  member: MemberDocument,
  who: StaffDocument,
  at: number,
): Promise<VisitDocument | Refused> {
  const visit: VisitDocument = {
    _id: id,
    memberId: member._id,
    openid: member.openid,
    assistantOpenid: who._id,
    storeId: who.storeId,
    storeName: who.storeName,
    purpose: 'service',
    at,
  }
  try {
    await visits.insert(visit)
    return visit
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const earlier = await visits.get(id)
    const mine = earlier?.assistantOpenid === who._id && earlier.storeId === who.storeId
    return mine ? earlier : refuse('code.used')
  }
}

/** What the assistant's phone gets of an open visit. */
export function visitView(
  visit: VisitDocument,
  member: MemberDocument,
  programme: Programme,
  who: StaffDocument,
  at: number,
): VisitView {
  const today = businessDayOf(at)
  const until = visit.at + VISIT_LIFE_MS
  return {
    visit: signVisit({
      id: visit._id,
      memberId: member._id,
      assistantOpenid: who._id,
      storeId: visit.storeId,
      until,
    }),
    until,
    storeName: visit.storeName,
    assistantName: who.name,
    member: headView(member, programme, today),
    preview: standingForPreview(member, programme, today),
    ladder: programme.ladder,
    serverNow: at,
  }
}
