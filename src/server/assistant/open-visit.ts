/**
 * A code that was scanned becomes a visit.
 * Invariant: a code opens one visit; only the assistant who opened it gets it again, while the code lives: two minutes.
 */
import type { VisitView } from '../../contract/assistant'
import type { CounterCoupons } from '../../contract/counter-coupons'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { whyCardStops } from '../booking/coupons-in-use'
import { placeOf } from '../booking/place'
import { refuse, type Refused } from '../run/outcome'
import { isDuplicate } from '../store/collection'
import type { MemberDocument } from '../store/members'
import type { StaffDocument } from '../store/staff'
import { visits, type VisitDocument } from '../store/visits'
import { benefitsAtCounter } from '../view/benefits'
import { headView } from '../view/card'
import { standingForPreview } from './preview'
import { signVisit, VISIT_LIFE_MS } from './visit-token'

/** Why this member cannot be served by this assistant; null when nothing stands against it. */
export function whyNotServed(member: MemberDocument, who: StaffDocument): Refused | null {
  if (member.openid === who._id) return refuse('visit.own-card')
  return whyCardStops(member)
}

/** Writes the mark that uses the code up. One call, or two when somebody was earlier. */
export async function openVisit(
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
export async function visitView(
  visit: VisitDocument,
  member: MemberDocument,
  programme: Programme,
  who: StaffDocument,
  at: number,
  coupons: CounterCoupons,
  shown: VisitView['shown'] = null,
): Promise<VisitView> {
  const today = businessDayOf(at)
  const place = await placeOf(who.storeId, programme, at)
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
    preview: standingForPreview(member, programme, today, place),
    ladder: programme.ladder,
    ...coupons,
    benefits: shown ? [] : benefitsAtCounter(member, programme, today),
    shown,
    serverNow: at,
  }
}
