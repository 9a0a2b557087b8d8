/** What doors show of terms, coupons and offers, in the words of who reads. */
import type { CouponView, OfferState, OfferView, ScopeWords, TermsView } from '../../contract/coupon-views'
import { claimedOf, claimRefusal, type Claimant } from '../../domain/coupons/claim'
import type { Scope, Terms } from '../../domain/coupons/offer'
import type { Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { businessDayOf } from '../../domain/time/business-day'
import { couponStateOn, type CouponDocument } from '../store/coupons'
import type { OfferDocument } from '../store/offers'
import { programmeFor } from '../store/programme'
import { allStores, type StoreDocument } from '../store/stores'

/** By which names terms are said. */
export interface Names {
  readonly programme: Programme
  readonly stores: readonly StoreDocument[]
  readonly language: Language
}

/** No call on a warm instance. */
export async function namesFor(call: { readonly language: Language; readonly at: number }): Promise<Names> {
  const [programme, stores] = await Promise.all([programmeFor(call), allStores(call.at)])
  return { programme, stores, language: call.language }
}

export function termsView(terms: Terms, names: Names): TermsView {
  const { worth, scope, weekdays, blackoutDays, stacking, giftable } = terms
  const { name, advice } = names.language === 'en' ? { ...terms, ...terms.english } : terms
  return {
    name,
    advice,
    worth,
    scopeWords: scopeWords(scope, names),
    giftable,
    ...(weekdays && { weekdays }),
    ...(blackoutDays && { blackoutDays }),
    besideDiscount: stacking.besideDiscount,
    mostPerOrder: stacking.mostPerOrder,
  }
}

export function scopeWords(
  scope: Scope,
  { stores, programme }: Pick<Names, 'stores' | 'programme'>,
): ScopeWords {
  const named = (ids: readonly string[] | undefined, known: readonly { id: string; name: string }[]) =>
    ids?.map((id) => known.find((each) => each.id === id)?.name ?? id) ?? null
  return {
    storeNames: named(
      scope.storeIds,
      stores.map(({ _id: id, name }) => ({ id, name })),
    ),
    brands: scope.brands ?? null,
    categories: scope.categories ?? null,
    products: scope.products ?? null,
    tierNames: named(scope.tierIds, programme.ladder),
    stages: scope.stages ?? null,
  }
}

export function couponView(coupon: CouponDocument, names: Names, at: number): CouponView {
  const { _id: couponId, terms, validFrom, validUntil, use, gift, lockedUntil, log } = coupon
  const now = couponStateOn(coupon, at)
  // A friend cannot take it any more either, though the lock may last a few hours longer.
  const state = now === 'locked' && validUntil < businessDayOf(at) ? 'expired' : now
  const isOffered = state === 'locked' && log.at(-1)?.cause === 'gift'
  return {
    couponId,
    ...termsView(terms, names),
    validFrom,
    validUntil,
    state,
    ...(use && { usedOn: use.day, usedAt: use.storeName }),
    ...(isOffered && gift ? { gift: { giftId: gift.id, until: lockedUntil ?? at } } : {}),
  }
}

/** @param left null without a stock. */
export function offerView(
  offer: OfferDocument,
  left: number | null,
  claimant: Claimant,
  names: Names,
): OfferView {
  const { claim, flash, perMember } = offer
  const state = offerState(offer, left, claimant)
  const lowest = names.programme.ladder.find(({ id }) => offer.claimableBy?.includes(id))
  return {
    offerId: offer._id,
    ...termsView(offer, names),
    left,
    startsAt: claim?.from ?? 0,
    endsAt: claim?.until ?? 0,
    flash,
    claimed: claimedOf(claimant.claims, offer._id),
    perMember,
    state,
    ...(state === 'tier-locked' && lowest ? { tierName: lowest.name } : {}),
  }
}

function offerState(offer: OfferDocument, left: number | null, claimant: Claimant): OfferState {
  const isSoon = claimant.at < (offer.claim?.from ?? 0)
  // Before it opens, what stands against it is the same as at its opening.
  const at = isSoon ? (offer.claim?.from ?? 0) : claimant.at
  const refused = claimRefusal(offer, { ...claimant, at, today: businessDayOf(at) })
  if (refused === 'limit-reached') return 'claimed'
  if (refused === 'tier-not') return 'tier-locked'
  if (isSoon) return 'soon'
  if (left === 0) return 'sold-out'
  return refused === 'limit-today' ? 'limit-today' : 'open'
}
