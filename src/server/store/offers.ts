/**
 * The offers of the mall: those that are not long over, all of them remembered by a warm instance for a minute.
 * Invariant: a coupon keeps its own terms, so an offer may change at any time.
 */
import type { Offer } from '../../domain/coupons/offer'
import { collection, type Collection } from './collection'
import { database } from './database'
import type { PublishedStock } from './take-stock'
import { warm } from './warm'

export interface OfferDocument extends Offer {
  /** The offer's id. */
  readonly _id: string
  readonly publishedAt: number
}

/** The members' documents count the claims of each. */
export const MOST_OFFERS = 100

/** So long after its last claim an offer is known: a claim that is sent again is still met. */
const KNOWN_AFTER_MS = 45 * 86_400_000

const documents = collection<OfferDocument>('offers', [{ name: 'over', fields: [['over', 1]] }])

/** Derived whenever an offer is written: when nobody can claim it any more. What nobody claims is never over. */
const withEnd = (offer: OfferDocument): OfferDocument & { readonly over: number } => ({
  ...offer,
  over: offer.claim?.until ?? Number.MAX_SAFE_INTEGER,
})

export const offers: Collection<OfferDocument> = {
  ...documents,
  insert: (offer, within) => documents.insert(withEnd(offer), within),
  replace: (offer, within) => documents.replace(withEnd(offer), within),
}

/** Its stock as it was published; null: as many as are asked for. */
export const stockOfOffer = ({
  _id: of,
  stock,
  stockParts: parts,
  publishedAt: version,
}: OfferDocument): PublishedStock | null => (stock === null ? null : { of, parts, version })

/** So long over that nothing counts its claims any more. */
export const isForgotten = ({ claim }: OfferDocument, at: number): boolean =>
  claim !== null && claim.until <= at - KNOWN_AFTER_MS

const warmOffers = warm<readonly OfferDocument[]>()

/** Offers that are not long over, as they are now. One call. */
export async function offersNow(at: number): Promise<readonly OfferDocument[]> {
  const { data } = await database
    .collection(offers.name)
    .where({ over: database.command.gt(at - KNOWN_AFTER_MS) })
    .limit(MOST_OFFERS + 1)
    .get()
  return data as OfferDocument[]
}

/** The same, at most a minute old. One call, or none. */
export const allOffers = (at: number): Promise<readonly OfferDocument[]> =>
  warmOffers('all', at, () => offersNow(at))
