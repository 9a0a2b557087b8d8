/**
 * The offers of the mall: a few, all of them remembered by a warm instance for a minute.
 * Invariant: a coupon keeps its own terms, so an offer may change at any time.
 */
import type { Offer } from '../../domain/coupons/offer'
import { collection } from './collection'
import { warm } from './warm'

export interface OfferDocument extends Offer {
  /** The offer's id. */
  readonly _id: string
  readonly publishedAt: number
}

/** The members' document counts claims of each that is open. */
export const MOST_OFFERS = 200

export const offers = collection<OfferDocument>('offers')

const warmOffers = warm<readonly OfferDocument[]>()

/** All offers, at most a minute old. One call, or none. */
export const allOffers = (at: number): Promise<readonly OfferDocument[]> =>
  warmOffers('all', at, () => offers.page({}, '_id', MOST_OFFERS))
