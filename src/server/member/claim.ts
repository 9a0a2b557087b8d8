/**
 * A member takes one coupon of an offer. Calls: member by openid, start, stock, member, stock', coupon, member', commit.
 * Invariant: the stock, the member's counts and the coupon move together; what the member's document or an empty stock
 * already refuses costs no transaction.
 */
import type { ClaimedView } from '../../contract/coupon-views'
import type { ErrorCode } from '../../contract/errors'
import {
  claimBy,
  claimedOf,
  claimRefusal,
  daysFrom,
  withClaim,
  type ClaimRefusal,
} from '../../domain/coupons/claim'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { newTicketNumber } from '../run/chance'
import { command, TryAgain } from '../run/command'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { coupons, NEW_COUPON, termsOf, withCoupons, type CouponDocument } from '../store/coupons'
import { members, type MemberDocument } from '../store/members'
import { allOffers, stockOfOffer, type OfferDocument } from '../store/offers'
import { programmeInForce } from '../store/programme'
import { isKnownSoldOut, takeOne } from '../store/take-stock'
import { standingOn } from '../view/standing'

const CODES: Record<ClaimRefusal, ErrorCode> = {
  'not-open': 'offer.not-open',
  'tier-not': 'offer.tier-not',
  'limit-reached': 'offer.limit-reached',
  'limit-today': 'offer.limit-today',
}

export async function claim(call: Call, { offerId }: { offerId: string }): Promise<Outcome<ClaimedView>> {
  const { openid, at, inputHash } = call
  const [all, programme, met] = await Promise.all([
    allOffers(at),
    programmeInForce(),
    members.first({ openid }),
  ])
  const offer = all.find(({ _id }) => _id === offerId)
  if (!met) return refuse('member.not-joined')
  if (!offer) return refuse('offer.unknown')
  const by = fingerprint(call.operationId).slice(0, 10)
  const stock = stockOfOffer(offer)
  const refusal = (member: MemberDocument): Refused | null => refusalOf(member, offer, programme, at)
  const isDone = claimBy(met.claims ?? {}, by) !== null
  if (!isDone) {
    const refused = refusal(met) ?? (stock && (await isKnownSoldOut(stock, at)) ? soldOut() : null)
    if (refused) return refused
  }
  let first: MemberDocument | null = met
  return command<ClaimedView, MemberDocument | null>(
    { inputHash, find: () => earlierClaim(openid, by) },
    async (within, found) => {
      const stockId = stock && !isDone ? await takeOne(stock, at, within) : null
      const member = found && (await members.get(found._id, within))
      if (!member) return refuse('member.not-joined')
      if (member.openid !== openid) throw new TryAgain()
      const refused = claimBy(member.claims ?? {}, by) ? soldOut() : refusal(member)
      if (refused) return refused
      if (stock && !stockId) return soldOut()
      const coupon = couponOf(offer, member, stockId, call)
      await coupons.insert(coupon, within)
      const known = (id: string) => all.some(({ _id }) => _id === id)
      const claims = withClaim(member.claims ?? {}, offerId, by, businessDayOf(at), known)
      await members.replace(withCoupons({ ...member, claims }, [coupon.validUntil], at), within)
      return { data: coupon.answer as ClaimedView }
    },
    async () => {
      const member = first ?? (await members.first({ openid }))
      first = null
      return member
    },
  )
}

const soldOut = (): Refused => refuse('offer.sold-out')

function refusalOf(
  member: MemberDocument,
  offer: OfferDocument,
  programme: Programme,
  at: number,
): Refused | null {
  const today = businessDayOf(at)
  const { tierId } = standingOn(member, programme, today)
  const refused = claimRefusal(offer, { tierId, claims: member.claims ?? {}, today, at })
  return refused && refuse(CODES[refused])
}

/** The coupon that this command issued before, should it have. */
async function earlierClaim(openid: string, by: string): Promise<CouponDocument | null> {
  const member = await members.first({ openid })
  const done = member && claimBy(member.claims ?? {}, by)
  return done ? coupons.get(claimIdOf(done.offerId, member._id, done.place)) : null
}

const claimIdOf = (offerId: string, memberId: string, place: number): string =>
  `claim:${offerId}:${memberId}:${place}`

function couponOf(
  offer: OfferDocument,
  member: MemberDocument,
  stockId: string | null,
  { at, inputHash }: Call,
): CouponDocument {
  const place = claimedOf(member.claims ?? {}, offer._id) + 1
  const _id = claimIdOf(offer._id, member._id, place)
  const days = daysFrom(offer.validity, businessDayOf(at))
  const answer: ClaimedView = { couponId: _id, ...days, claimed: place }
  return {
    ...NEW_COUPON,
    _id,
    memberId: member._id,
    number: newTicketNumber(),
    terms: termsOf(offer),
    from: 'claim',
    source: offer._id,
    at,
    stockId,
    ...days,
    inputHash,
    answer,
  }
}
