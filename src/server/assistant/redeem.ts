/**
 * Hands over what a coupon or a counted benefit is for, or opens the car park to a plate. Calls: start, member, coupon, coupon,
 * audit, commit; of a benefit: start, member, member, coupon, audit, commit.
 * Invariant: a coupon is handed over once, a benefit as often as the tier gives it; the plate is kept with its use and
 * nowhere else.
 */
import type { RedeemedView } from '../../contract/counter-coupons'
import { readPlate } from '../../domain/coupons/plate'
import { belongsTo, whyCardStops } from '../booking/coupons-in-use'
import { handOver } from '../booking/hand-over'
import { useBenefit } from '../booking/use-benefit'
import { audited } from '../run/audited'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { coupons } from '../store/coupons'
import { members } from '../store/members'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { readVisit } from './visit-token'
import { isCardShown, whyCouponsNotShown } from './what-was-shown'

export interface RedeemInput {
  readonly visit: string
  readonly what: { readonly couponId: string } | { readonly benefitId: string }
  readonly plate?: string | undefined
}

export async function redeem(
  call: Call & { who: StaffDocument },
  { visit: token, what, plate }: RedeemInput,
): Promise<Outcome<RedeemedView>> {
  const { who, at } = call
  const { storeId, storeName } = who
  const programme = await programmeInForce()
  const subject = 'couponId' in what ? what.couponId : what.benefitId
  const change = { action: 'redeem', subject, storeId }
  const outcome = await audited<Omit<RedeemedView, 'plate'>>(call, change, async (within) => {
    const visit = readVisit(token, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    if (!member) return refuse('member.unknown')
    if (member.openid === call.openid) return refuse('visit.own-card')
    const stopped = whyCardStops(member)
    if (stopped) return stopped
    const by = { storeId, storeName, staffOpenid: who._id, servedBy: who.name }
    const handing = { by, plate, ref: call.operationId, heldFor: null }
    if ('benefitId' in what) {
      if (!isCardShown(visit)) return refuse('benefit.unknown', what)
      const used = await useBenefit(what.benefitId, member, handing, programme, at, within)
      return 'refused' in used ? used : { data: { ...used, at } }
    }
    const { couponId } = what
    const coupon = await coupons.get(couponId, within)
    if (!coupon || !belongsTo(coupon, member)) return refuse('coupon.unknown', { couponId })
    const unseen = whyCouponsNotShown(visit, [coupon])
    if (unseen) return unseen
    const handed = await handOver(coupon, member, handing, programme, at, within)
    return 'refused' in handed ? handed : { data: { couponId, ...handed, at } }
  })
  return 'refused' in outcome
    ? outcome
    : { ...outcome, data: { ...outcome.data, plate: plate === undefined ? null : readPlate(plate) } }
}
