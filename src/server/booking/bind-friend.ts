/**
 * Binds who joins to the referrer whose invitation was accepted before. Calls: what was accepted; then the referrer, the
 * phone, the referrer's role, the acceptance written, and where nothing is against it the referrer, the phone and the coupon.
 * Invariant: a person and a phone are bound once; the referrer's counts, by which the caps are kept, move with it.
 */
import type { JoinedByInvitationView } from '../../contract/referral-views'
import { daysFrom } from '../../domain/coupons/claim'
import type { Invited } from '../../domain/referrals/friend'
import { figuresOf, joinedOn, withJoined, type Inviter } from '../../domain/referrals/inviter'
import { needsReview, refusalOf, type BindingFacts } from '../../domain/referrals/refusals'
import type { ReferralRules } from '../../domain/referrals/rules'
import { seasonOf } from '../../domain/referrals/season'
import { businessDayOf, type BusinessDay } from '../../domain/time/business-day'
import { newTicketNumber } from '../run/chance'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import { coupons, NEW_COUPON, termsOf, type CouponDocument } from '../store/coupons'
import { invitedPhones } from '../store/invited-phones'
import { members, type MemberDocument } from '../store/members'
import type { OfferDocument } from '../store/offers'
import { listKey } from '../store/purchases'
import { referralOfCaller, referrals, type ReferralDocument } from '../store/referrals'
import { staff } from '../store/staff'
import { offerName } from '../view/referral'

export interface Binding {
  readonly rules: ReferralRules
  /** Of the friend's coupon; null while it is not published. */
  readonly offer: OfferDocument | null
  /** The account that is taken over; null for a new one. */
  readonly takenOver: MemberDocument | null
}

export interface Bound {
  readonly invited: Invited
  /** The last day of the coupon that was issued. */
  readonly couponUntil?: BusinessDay
  readonly view: JoinedByInvitationView
}

/** @returns null for who accepted no invitation, or was bound before. */
export async function bindFriend(
  friend: MemberDocument,
  { rules, offer, takenOver }: Binding,
  call: Call,
  within: Transaction,
): Promise<Bound | null> {
  const { at, openid } = call
  const accepted = await referrals.get(referralOfCaller(openid), within)
  if (accepted?.state !== 'accepted') return null
  const today = businessDayOf(at)
  const referrer = await members.get(accepted.referrerId, within)
  const inviter = referrer?.inviter
  const facts: BindingFacts = {
    referrerGone: !inviter,
    isSelf: false,
    isMember: false,
    phoneKnown: await isKnown(friend, takenOver, accepted, within),
    isStaff: referrer !== null && (await staff.get(referrer.openid, within))?.active === true,
    isLoop: false,
    sameDevice: false,
    joinedToday: inviter ? joinedOn(inviter, today) : 0,
    joinedInSeason: inviter ? figuresOf(inviter, seasonOf(today)).joined : 0,
  }
  const why = refusalOf(facts, rules)
  await referrals.replace({ ...accepted, state: 'joined' }, within)
  const base = { by: accepted.referrerId, at, listKey: listKey(at, friend._id) }
  const from = referrer?.name ?? null
  if (why) return { invited: { ...base, state: 'refused', why }, view: { from, coupon: null, why } }
  await countFriend(referrer, inviter, at, within)
  await invitedPhones.insert({ _id: friend.phoneHash, at }, within)
  const coupon = offer && couponFor(friend, offer, call)
  if (coupon) await coupons.insert(coupon, within)
  const review = needsReview(facts, rules)
  return {
    invited: { ...base, state: 'joined', ...(review && { review: 'waiting' as const }) },
    ...(coupon && { couponUntil: coupon.validUntil }),
    view: { from, coupon: offer && offerName(offer, call.language) },
  }
}

async function countFriend(
  referrer: MemberDocument | null,
  inviter: Inviter | undefined,
  at: number,
  within: Transaction,
): Promise<void> {
  if (!referrer || !inviter) throw new Error('a friend is bound to nobody')
  await members.replace({ ...referrer, inviter: withJoined(inviter, businessDayOf(at)) }, within)
}

/** Bound before, or a customer from before the invitation. */
const isKnown = async (
  { phoneHash }: MemberDocument,
  takenOver: MemberDocument | null,
  accepted: ReferralDocument,
  within: Transaction,
): Promise<boolean> =>
  (takenOver !== null && takenOver.openedAt < accepted.at) ||
  (await invitedPhones.get(phoneHash, within)) !== null

const invitedCouponOf = (memberId: string): string => `invited:${memberId}`

function couponFor(friend: MemberDocument, offer: OfferDocument, { at, inputHash }: Call): CouponDocument {
  return {
    ...NEW_COUPON,
    _id: invitedCouponOf(friend._id),
    memberId: friend._id,
    number: newTicketNumber(),
    terms: { ...termsOf(offer), giftable: false },
    from: 'invitation',
    source: offer._id,
    at,
    ...daysFrom(offer.validity, businessDayOf(at)),
    inputHash,
    answer: null,
  }
}
