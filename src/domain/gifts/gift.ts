/**
 * A gift of the programme: points, a coupon of an offer that nobody claims, or both. It comes with a tier, with a run of days,
 * with a target or with an anniversary, and is given without being asked for.
 * Invariant: a coupon goes to members alone; an account that nobody has claimed gets the points, and has no wallet.
 */
import type { Offer } from '../coupons/offer'

export interface Gift {
  readonly points?: number
  /** Of its offer a coupon is issued; a mall that has not published the offer gives none. */
  readonly offerId?: string
}

/** What a programme has of gifts, wherever it has them. */
interface Giving {
  readonly ladder: readonly { readonly upgradeGift?: Gift }[]
  readonly checkIn?: { readonly streakGifts?: readonly Gift[] }
  readonly targets?: readonly { readonly gift: Gift }[]
  readonly occasions?: readonly { readonly gift?: Gift }[]
}

/** What a coupon is called, in the languages of its offer. */
export interface GiftName {
  readonly name: string
  readonly english?: { readonly name: string }
}

export const giftNameOf = ({ name, english }: Pick<Offer, 'name' | 'english'>): GiftName => ({
  name,
  ...(english && { english: { name: english.name } }),
})

/** Nobody claims it, and it never runs out: a gift is not refused. */
export const isGiftOffer = ({ claim, stock }: Pick<Offer, 'claim' | 'stock'>): boolean =>
  claim === null && stock === null

const giftsOf = ({ ladder, checkIn, targets = [], occasions = [] }: Giving): Gift[] => [
  ...ladder.flatMap(({ upgradeGift }) => upgradeGift ?? []),
  ...(checkIn?.streakGifts ?? []),
  ...targets.map(({ gift }) => gift),
  ...occasions.flatMap(({ gift }) => gift ?? []),
]

/** Of which offers the gifts of a programme are. */
export const offersOfGifts = (programme: Giving): string[] => [
  ...new Set(giftsOf(programme).flatMap(({ offerId }) => offerId ?? [])),
]

/** What stands between a programme's gifts and the offers of the mall, in words for who puts the programme in. */
export const giftOfferFaults = (
  programme: Giving,
  offers: readonly Pick<Offer, 'offerId' | 'claim' | 'stock'>[],
): string[] =>
  offersOfGifts(programme).flatMap((offerId) => {
    const offer = offers.find((each) => each.offerId === offerId)
    if (!offer) return [`there is no offer ${offerId} to give`]
    return isGiftOffer(offer) ? [] : [`${offerId} cannot be given: it can be claimed, or runs out`]
  })

const MOST_POINTS = 1_000_000
const OFFER_ID = /^[a-z0-9][a-z0-9-]{0,31}$/

/** What is wrong with one gift, in words. */
export function giftFaults({ points, offerId }: Gift): string[] {
  if (points === undefined && offerId === undefined) return ['a gift is points, a coupon, or both']
  const faults = []
  if (points !== undefined && !(Number.isSafeInteger(points) && points >= 1 && points <= MOST_POINTS))
    faults.push(`the points of a gift must be 1 to ${MOST_POINTS}`)
  if (offerId !== undefined && !OFFER_ID.test(offerId)) faults.push(`${offerId} is no id of an offer`)
  return faults
}
