/**
 * A counted benefit is used, and its use taken back. Nothing is stored of it until it is used: a use is a coupon that was
 * issued used. Calls: the coupon, the member; taken back: the member read too.
 * Invariant: what the member's document counts of a period is how many of its coupons are in state used.
 */
import { take } from '../../domain/coupons/coupon'
import type { Worth } from '../../domain/coupons/offer'
import {
  leftOfBenefit,
  nextPlace,
  periodEndsOn,
  periodOf,
  withoutUse,
  withUse,
} from '../../domain/programme/counted'
import { tierById, type CountedBenefit, type Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { newTicketNumber } from '../run/chance'
import { refuse, type Refused } from '../run/outcome'
import type { Transaction } from '../store/collection'
import { coupons, type CouponDocument, type CouponUse } from '../store/coupons'
import { cardStateOf, members, ownerOf, type MemberDocument } from '../store/members'
import { standingOn } from '../view/standing'
import { plateFor, type HandOver } from './hand-over'

export interface BenefitUsed {
  readonly couponId: string
  readonly name: string
  readonly worth: Worth
}

export async function useBenefit(
  benefitId: string,
  member: MemberDocument,
  { by, plate: typed, ref }: Omit<HandOver, 'heldFor'>,
  programme: Programme,
  at: number,
  within: Transaction,
): Promise<BenefitUsed | Refused> {
  const today = businessDayOf(at)
  const { counted = [] } = tierById(programme, standingOn(member, programme, today).tierId)
  const benefit = counted.find(({ id }) => id === benefitId)
  if (!benefit) return refuse('benefit.unknown', { benefitId })
  const { name, worth } = benefit
  const used = member.benefitsUsed ?? {}
  if (leftOfBenefit(benefit, used, today) < 1) return refuse('benefit.used-up', { benefitId, benefit: name })
  const plate = plateFor(worth, typed)
  if (plate !== null && typeof plate === 'object') return plate
  const use = { ...by, at, day: today, purchaseId: null, ...(plate !== null && { plate }) }
  const coupon = usedCoupon(member, benefit, use, ref)
  await members.replace({ ...member, benefitsUsed: withUse(benefit, used, today) }, within)
  await coupons.insert(coupon, within)
  return { couponId: coupon._id, name, worth }
}

function usedCoupon(
  { _id: memberId, benefitsUsed = {} }: MemberDocument,
  benefit: CountedBenefit,
  use: CouponUse,
  ref: string,
): CouponDocument {
  const { id, name, advice, english, worth } = benefit
  const { day, at } = use
  const place = nextPlace(benefit, benefitsUsed, day)
  const stacking = { group: id, rank: 0, exclusive: false, besideDiscount: true, mostPerOrder: 1 }
  const words = { name, advice, ...(english && { english }) }
  return {
    _id: `benefit:${memberId}:${id}:${periodOf(benefit, day)}:${place}`,
    memberId,
    number: newTicketNumber(),
    terms: { offerId: id, ...words, worth, scope: {}, stacking, giftable: false },
    from: 'benefit',
    source: id,
    at,
    stockId: null,
    validFrom: day,
    validUntil: periodEndsOn(benefit, day),
    state: 'used',
    lockedUntil: null,
    log: [{ step: 'use', cause: 'handed-over', at, ref }],
    use,
    heldFor: null,
    gift: null,
    inputHash: '',
    answer: null,
  }
}

/** The count is whole again and this coupon is void: it was never one to hold. */
export async function giveBenefitBack(
  coupon: CouponDocument,
  { at, ref }: { readonly at: number; readonly ref: string },
  within: Transaction,
): Promise<void> {
  const { _id, memberId, source, use } = coupon
  const back = take(coupon, { step: 'come-back', cause: 'undo', at, ref })
  const ended = back && take(back, { step: 'void', cause: 'benefit-back', at, ref })
  if (!ended || !use) throw new Error(`${_id} cannot come back: it is ${coupon.state}`)
  const member = await ownerOf(memberId, within)
  if (!member) throw new Error(`${_id} belongs to nobody`)
  await coupons.replace({ ...ended, use: null }, within)
  // A closed account counts nothing any more.
  if (cardStateOf(member) === 'closed') return
  const benefitsUsed = withoutUse(source, member.benefitsUsed ?? {}, use.day)
  if (!benefitsUsed) throw new Error(`${_id} was not counted`)
  await members.replace({ ...member, benefitsUsed }, within)
}
