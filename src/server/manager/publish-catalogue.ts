/**
 * Publishes offers: all of them or none. A stock is named as its total; what members took already counts into it.
 * Calls: stores and counters, start, each counter read and written, each offer, audit, commit.
 * Invariant: the totals of an offer's counters sum to its stock, and no counter falls below what was taken from it.
 */
import type { CheckedOffer, PublishedView } from '../../contract/catalogue'
import { checkOffer, type Named } from '../../domain/coupons/check-offer'
import { spreadStock } from '../../domain/coupons/stock'
import { audited } from '../run/audited'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import { offers as offersStore } from '../store/offers'
import { programmeInForce } from '../store/programme'
import type { StaffDocument } from '../store/staff'
import { countersOf, stockIdOf, stocks } from '../store/stocks'
import { allStores } from '../store/stores'

type PublishedOffer = CheckedOffer & { readonly offerId: string }

/** What a transaction takes, without the audit record. */
const MOST_WRITES = 39

export async function publishCatalogue(
  call: Call & { who: StaffDocument | null },
  { offers }: { offers: readonly PublishedOffer[] },
): Promise<Outcome<PublishedView>> {
  const { ladder } = await programmeInForce()
  const ids = offers.map(({ offerId }) => offerId)
  return audited(
    call,
    { action: 'publish-catalogue', subject: ids.join(' '), storeId: call.who?.storeId },
    async (within, { parts, storeIds }) => {
      const faulty = firstFault(offers, { storeIds, tierIds: ladder.map(({ id }) => id) })
      if (faulty) return faulty
      const counters = (offer: PublishedOffer): number =>
        offer.stock === null ? 0 : Math.max(offer.stockParts, parts.get(offer.offerId) ?? 0)
      if (offers.reduce((sum, offer) => sum + 1 + counters(offer), 0) > MOST_WRITES)
        return refuse('catalogue.too-large')
      for (const offer of offers) {
        const refused = await setStock(offer, counters(offer), within)
        if (refused) return refused
        await offersStore.replace({ ...offer, _id: offer.offerId, publishedAt: call.at }, within)
      }
      return { data: { offers: offers.length } }
    },
    async () => {
      const [stores, known] = await Promise.all([allStores(call.at), countersOf(ids)])
      const parts = new Map<string, number>()
      for (const { of } of known) parts.set(of, (parts.get(of) ?? 0) + 1)
      return { parts, storeIds: stores.map(({ _id }) => _id) }
    },
  )
}

function firstFault(offers: readonly PublishedOffer[], named: Named): Refused | null {
  const ids = offers.map(({ offerId }) => offerId)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) return refuse('catalogue.faulty', { item: twice, fault: 'the id stands twice', more: 0 })
  for (const offer of offers) {
    const [fault, ...others] = checkOffer(offer, named)
    if (fault) return refuse('catalogue.faulty', { item: offer.offerId, fault, more: others.length })
  }
  return null
}

async function setStock(
  { offerId: of, stock, stockParts }: PublishedOffer,
  counters: number,
  within: Transaction,
): Promise<Refused | null> {
  if (stock === null) return null
  const ids = Array.from({ length: counters }, (_, part) => stockIdOf(of, part))
  const taken: number[] = []
  for (const id of ids) taken.push((await stocks.get(id, within))?.taken ?? 0)
  const totals = spreadStock(stock, stockParts, taken)
  if (!totals)
    return refuse('catalogue.stock-taken', { item: of, taken: taken.reduce((sum, each) => sum + each, 0) })
  for (const [part, _id] of ids.entries())
    await stocks.replace({ _id, of, total: totals[part] ?? 0, taken: taken[part] ?? 0 }, within)
  return null
}
