/**
 * Claiming: who may take a coupon of an offer now, and what is kept of it. Invariant: no more than `perMember` in all and
 * `perMemberADay` on a day; only within the offer's window, by the instant that is handed in.
 */
import { addDays, type BusinessDay } from '../time/business-day'
import type { Offer, Validity } from './offer'

/** What one member claimed of one offer. */
interface ClaimCount {
  readonly count: number
  /** The day of the last claim, and how many there were on it. */
  readonly day: BusinessDay
  readonly today: number
  /** Which commands did it, the first first: one that is sent again is no further claim. */
  readonly by: readonly string[]
}

export type ClaimCounts = Readonly<Record<string, ClaimCount>>

/** Who claims, and when. */
export interface Claimant {
  readonly tierId: string
  readonly claims: ClaimCounts
  readonly today: BusinessDay
  readonly at: number
}

export type ClaimRefusal = 'not-open' | 'tier-not' | 'limit-reached' | 'limit-today'

/** Why nothing can be claimed; null when only the stock decides. */
export function claimRefusal(offer: Offer, { tierId, claims, today, at }: Claimant): ClaimRefusal | null {
  if (!isOpenAt(offer, at)) return 'not-open'
  if (offer.claimableBy && !offer.claimableBy.includes(tierId)) return 'tier-not'
  if (claimedOf(claims, offer.offerId) >= offer.perMember) return 'limit-reached'
  return claimedOn(claims, offer.offerId, today) >= offer.perMemberADay ? 'limit-today' : null
}

export const isOpenAt = ({ claim }: Offer, at: number): boolean =>
  claim !== null && claim.from <= at && at < claim.until

/** Can still be claimed, now or later. */
export const isAhead = ({ claim }: Offer, at: number): boolean => claim !== null && at < claim.until

export const claimedOf = (claims: ClaimCounts, offerId: string): number => claims[offerId]?.count ?? 0

export function claimedOn(claims: ClaimCounts, offerId: string, today: BusinessDay): number {
  const count = claims[offerId]
  return count?.day === today ? count.today : 0
}

/** After one more claim by a command; what was claimed of offers that nobody knows any more is forgotten. */
export function withClaim(
  claims: ClaimCounts,
  offerId: string,
  by: string,
  today: BusinessDay,
  known: (offerId: string) => boolean,
): ClaimCounts {
  const kept = Object.entries(claims).filter(([id]) => known(id))
  const claimed: ClaimCount = {
    count: claimedOf(claims, offerId) + 1,
    day: today,
    today: claimedOn(claims, offerId, today) + 1,
    by: [...(claims[offerId]?.by ?? []), by],
  }
  return { ...Object.fromEntries(kept), [offerId]: claimed }
}

/** The claim that a command did, by its offer and its place from 1; null when it did none. */
export function claimBy(claims: ClaimCounts, by: string): { offerId: string; place: number } | null {
  for (const [offerId, claimed] of Object.entries(claims)) {
    const place = claimed.by.indexOf(by) + 1
    if (place > 0) return { offerId, place }
  }
  return null
}

/** The days of a coupon that is issued today. */
export const daysFrom = (
  validity: Validity,
  today: BusinessDay,
): { validFrom: BusinessDay; validUntil: BusinessDay } =>
  validity.kind === 'window'
    ? { validFrom: validity.from, validUntil: validity.until }
    : { validFrom: today, validUntil: addDays(today, validity.days - 1) }
