/**
 * Coupons that the programme gives without being asked: with a tier, with a run of days, with a target.
 * Invariant: the id names what it was given for, so it is given once; of an offer that can be claimed or runs out none is given.
 */
import { isGiftOffer, offersOfGifts } from '../../domain/gifts/gift'
import type { Programme } from '../../domain/programme/programme'
import { newTicketNumber } from '../run/chance'
import { NEW_COUPON, termsOf, type CouponDocument } from '../store/coupons'
import { allOffers, type OfferDocument } from '../store/offers'

/** The offers that the programme gives coupons of. No call where it gives none or the instance has them, else one. */
export async function giftOffers(programme: Programme, at: number): Promise<readonly OfferDocument[]> {
  const named = offersOfGifts(programme)
  if (named.length === 0) return []
  return (await allOffers(at)).filter((offer) => named.includes(offer._id) && isGiftOffer(offer))
}

type Given = Pick<CouponDocument, '_id' | 'memberId' | 'at' | 'validFrom' | 'validUntil'> & {
  readonly from: 'upgrade' | 'streak' | 'target' | 'anniversary'
  /** Absent: the offer. */
  readonly source?: string
  readonly inputHash?: string
}

/** What may have to be taken back stays with whom it was given to. */
export const giftCoupon = (offer: OfferDocument, { inputHash = '', ...given }: Given): CouponDocument => ({
  ...NEW_COUPON,
  ...given,
  number: newTicketNumber(),
  terms: { ...termsOf(offer), giftable: offer.giftable && given.from !== 'target' },
  source: given.source ?? offer._id,
  inputHash,
  answer: null,
})
