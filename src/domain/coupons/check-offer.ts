/**
 * What is wrong with an offer, in words for who wrote it. Invariant: an offer without faults can be claimed and used by
 * somebody, and no coupon of it outlives or precedes its own terms.
 */
import { addDays, businessDayOf, weekdayOf, type BusinessDay } from '../time/business-day'
import { COUPON_KINDS, type Offer, type Worth } from './offer'

/** What an offer may name. */
export interface Named {
  readonly storeIds: readonly string[]
  readonly tierIds: readonly string[]
}

const LONGEST_DAYS = 366
/** A member's document counts each claim, and a till's order is settled for a few coupons. */
const MOST_PER_MEMBER = 10
const MOST_PER_ORDER = 4
const MOST_PARTS = 10
const MOST_STOCK = 10_000_000
const MOST_FEN = 9_999_999_999

/** Everything that is wrong with an offer; empty when it can be published. */
export const checkOffer = (offer: Offer, named: Named): string[] => [
  ...worthFaults(offer.worth),
  ...scopeFaults(offer, named),
  ...stackingFaults(offer),
  ...dayFaults(offer),
  ...claimFaults(offer, named),
  ...stockFaults(offer),
]

function worthFaults(worth: Worth): string[] {
  const faults: string[] = []
  if (!COUPON_KINDS.includes(worth.kind)) return ['its kind is none of the six']
  if ('offFen' in worth && !wholeWithin(worth.offFen, 1, MOST_FEN))
    faults.push('offFen must be at least 1 fen')
  if (worth.kind === 'threshold' && !wholeWithin(worth.thresholdFen, 1, MOST_FEN))
    faults.push('thresholdFen must be at least 1 fen')
  if (worth.kind === 'threshold' && worth.offFen > worth.thresholdFen)
    faults.push('offFen must not be more than thresholdFen')
  if (worth.kind === 'percent' && !wholeWithin(worth.percentOff, 1, 99))
    faults.push('percentOff must be 1 to 99')
  if (worth.kind === 'percent' && worth.mostFen !== null && !wholeWithin(worth.mostFen, 1, MOST_FEN))
    faults.push('mostFen must be at least 1 fen, or null')
  if (worth.kind === 'exchange' && worth.thing.trim() === '') faults.push('the thing must have a name')
  if (worth.kind === 'parking' && !wholeWithin(worth.hours, 1, 24)) faults.push('hours must be 1 to 24')
  return faults
}

function scopeFaults({ scope }: Offer, { storeIds, tierIds }: Named): string[] {
  const lists = Object.entries(scope) as [string, readonly string[] | undefined][]
  return [
    ...lists.flatMap(([name, list]) => (list ? listFaults(`scope.${name}`, list) : [])),
    ...unknownOf('store', scope.storeIds, storeIds),
    ...unknownOf('tier', scope.tierIds, tierIds),
  ]
}

function stackingFaults({ stacking }: Offer): string[] {
  const faults: string[] = []
  if (stacking.group.trim() === '') faults.push('stacking.group must have a name')
  if (!wholeWithin(stacking.rank, 0, 1000)) faults.push('stacking.rank must be 0 to 1000')
  if (!wholeWithin(stacking.mostPerOrder, 1, MOST_PER_ORDER))
    faults.push(`stacking.mostPerOrder must be 1 to ${MOST_PER_ORDER}`)
  if (stacking.exclusive && stacking.mostPerOrder !== 1)
    faults.push('an exclusive coupon is the only one of its order: stacking.mostPerOrder must be 1')
  return faults
}

function dayFaults(offer: Offer): string[] {
  const { validity, weekdays, blackoutDays } = offer
  const faults = [
    ...(weekdays ? listFaults('weekdays', weekdays) : []),
    ...(blackoutDays ? listFaults('blackoutDays', blackoutDays) : []),
  ]
  if (weekdays?.some((day) => !wholeWithin(day, 0, 6))) faults.push('weekdays are 0 for Sunday to 6')
  if (validity.kind === 'days') {
    if (!wholeWithin(validity.days, 1, LONGEST_DAYS))
      faults.push(`validity.days must be 1 to ${LONGEST_DAYS}`)
    return faults
  }
  const { from, until } = validity
  if (until < from) faults.push('validity.until is before validity.from')
  else if (until > addDays(from, 2 * LONGEST_DAYS)) faults.push('it is valid for more than two years')
  else if (!hasUsableDay(offer, from, until)) faults.push('weekdays and blackoutDays leave no day to use it')
  return faults
}

function hasUsableDay({ weekdays, blackoutDays }: Offer, from: BusinessDay, until: BusinessDay): boolean {
  for (let day = from; day <= until; day = addDays(day, 1))
    if (!blackoutDays?.includes(day) && (weekdays?.includes(weekdayOf(day)) ?? true)) return true
  return false
}

function claimFaults(
  { claim, validity, flash, stock, claimableBy, ...offer }: Offer,
  named: Named,
): string[] {
  const faults: string[] = []
  if (claim) {
    if (claim.until <= claim.from) faults.push('claim.until must be after claim.from')
    // The last instant in which it is claimed is just before `until`.
    if (validity.kind === 'window' && businessDayOf(claim.until - 1) > validity.until)
      faults.push('it could be claimed after validity.until')
  }
  if (flash && (!claim || stock === null)) faults.push('a flash offer needs claim and stock')
  if (!wholeWithin(offer.perMember, 1, MOST_PER_MEMBER))
    faults.push(`perMember must be 1 to ${MOST_PER_MEMBER}`)
  if (!wholeWithin(offer.perMemberADay, 1, MOST_PER_MEMBER))
    faults.push(`perMemberADay must be 1 to ${MOST_PER_MEMBER}`)
  if (claimableBy) faults.push(...listFaults('claimableBy', claimableBy))
  return [...faults, ...unknownOf('tier', claimableBy, named.tierIds)]
}

function stockFaults({ stock, stockParts }: Offer): string[] {
  if (!wholeWithin(stockParts, 1, MOST_PARTS)) return [`stockParts must be 1 to ${MOST_PARTS}`]
  if (stock === null) return stockParts === 1 ? [] : ['without a stock, stockParts must be 1']
  return wholeWithin(stock, 0, MOST_STOCK) ? [] : [`stock must be 0 to ${MOST_STOCK}, or null`]
}

function listFaults(name: string, list: readonly unknown[]): string[] {
  if (list.length === 0) return [`${name} is empty: leave it out to limit nothing`]
  return new Set(list).size === list.length ? [] : [`${name} names something twice`]
}

const unknownOf = (what: string, wanted: readonly string[] | undefined, known: readonly string[]): string[] =>
  (wanted ?? []).filter((id) => !known.includes(id)).map((id) => `there is no ${what} ${id}`)

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
