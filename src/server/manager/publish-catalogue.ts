/**
 * Publishes offers and rewards: all of them or none. A stock is named as its total; what members took already counts into it.
 * Calls: stores, counters, offers and rewards, start, each counter read and written, each offer and reward, audit, commit.
 * Invariant: the totals of the counters sum to the stock, and no counter falls below what was taken from it.
 */
import type { CheckedOffer, PublishedView } from '../../contract/catalogue'
import type { CheckedReward } from '../../contract/reward-shape'
import { checkOffer } from '../../domain/coupons/check-offer'
import { spreadStock } from '../../domain/coupons/stock'
import { checkReward, type KnownIds } from '../../domain/rewards/check-reward'
import { audited } from '../run/audited'
import { refuse, type Outcome, type Refused } from '../run/outcome'
import type { Call } from '../run/serve'
import type { Transaction } from '../store/collection'
import {
  isForgotten,
  MOST_OFFERS,
  offers as offersStore,
  offersNow,
  type OfferDocument,
} from '../store/offers'
import { programmeInForce } from '../store/programme'
import { MOST_LIMITED_REWARDS, MOST_REWARDS, rewards as rewardsStore, stockOfReward } from '../store/rewards'
import type { StaffDocument } from '../store/staff'
import { countersOf, stockIdOf, stocks } from '../store/stocks'
import { allStoresNow } from '../store/stores'

export interface Catalogue {
  readonly offers: readonly CheckedOffer[]
  readonly rewards: readonly CheckedReward[]
}

/** An offer or a reward on its way into the shop. */
interface Item {
  readonly id: string
  /** What its counters are of. */
  readonly of: string
  readonly stock: number | null
  readonly stockParts: number
  faults(known: KnownIds): readonly string[]
  write(within: Transaction): Promise<void>
}

/** What a transaction takes, without the audit record. */
const MOST_WRITES = 39

export async function publishCatalogue(
  call: Call & { who: StaffDocument | null },
  { offers, rewards }: Catalogue,
): Promise<Outcome<PublishedView>> {
  const { ladder } = await programmeInForce()
  const items = [
    ...offers.map((offer) => itemOfOffer(offer, call.at)),
    ...rewards.map((reward) => itemOfReward(reward, call.at)),
  ]
  return audited(
    call,
    {
      action: 'publish-catalogue',
      subject: items.map(({ id }) => id).join(' '),
      storeId: call.who?.storeId,
    },
    async (within, { parts, storeIds, offerIds, forgotten, shelf }) => {
      const known = { storeIds, offerIds, tierIds: ladder.map(({ id }) => id) }
      const faulty =
        twiceIn(items) ??
        tooMany(offers, offerIds) ??
        tooManyRewards(rewards, shelf) ??
        tooLate(forgotten) ??
        firstFault(items, known)
      if (faulty) return faulty
      const counters = ({ of, stock, stockParts }: Item): number =>
        stock === null ? 0 : Math.max(stockParts, parts.get(of) ?? 0)
      if (items.reduce((sum, item) => sum + 1 + counters(item), 0) > MOST_WRITES)
        return refuse('catalogue.too-large')
      for (const item of items) {
        const refused = await setStock(item, counters(item), within)
        if (refused) return refused
        await item.write(within)
      }
      return { data: { offers: offers.length, rewards: rewards.length } }
    },
    () => shopNow(items, offers, rewards, call.at),
  )
}

const itemOfOffer = (offer: CheckedOffer, at: number): Item => ({
  ...{ id: offer.offerId, of: offer.offerId, stock: offer.stock, stockParts: offer.stockParts },
  faults: (known) => checkOffer(offer, known),
  write: (within) => offersStore.replace({ ...offer, _id: offer.offerId, publishedAt: at }, within),
})

const itemOfReward = (reward: CheckedReward, at: number): Item => ({
  ...{ id: reward.rewardId, of: stockOfReward(reward.rewardId) },
  ...{ stock: reward.stock, stockParts: reward.stockParts },
  faults: (known) => checkReward(reward, known),
  write: (within) => rewardsStore.replace({ ...reward, _id: reward.rewardId, publishedAt: at }, within),
})

/** What there is before it: how many counters each has, the stores, the offers with those that come now. */
async function shopNow(
  items: readonly Item[],
  offers: readonly CheckedOffer[],
  rewards: readonly CheckedReward[],
  at: number,
) {
  const [stores, known, published, before, shelf] = await Promise.all([
    allStoresNow(),
    countersOf(items.map(({ of }) => of)),
    offersNow(at),
    Promise.all(offers.map(({ offerId }) => offersStore.get(offerId))),
    rewards.length === 0 ? [] : rewardsStore.page({}, '_id', MOST_REWARDS + 1),
  ])
  const parts = new Map<string, number>()
  for (const { of } of known) parts.set(of, (parts.get(of) ?? 0) + 1)
  return {
    parts,
    storeIds: stores.map(({ _id }) => _id),
    offerIds: [...new Set([...published, ...offers].map(({ offerId }) => offerId))],
    shelf: [...new Map([...shelf, ...rewards].map((reward) => [reward.rewardId, reward])).values()],
    forgotten: before.find((offer) => offer && isForgotten(offer, at)) ?? null,
  }
}

/** Each costs a place in the members' documents. */
const tooMany = (offers: readonly CheckedOffer[], known: readonly string[]): Refused | null =>
  offers.length > 0 && known.length > MOST_OFFERS
    ? faultOf(
        offers[0]?.offerId ?? '',
        `there are more than ${MOST_OFFERS} offers that can be claimed or lately could`,
      )
    : null

/** Each costs a place in the memory of every instance, also one that is over; a limited one in the members' documents too. */
function tooManyRewards(
  [first]: readonly CheckedReward[],
  shelf: readonly { readonly perMember: number | null }[],
): Refused | null {
  if (!first) return null
  if (shelf.length > MOST_REWARDS)
    return faultOf(first.rewardId, `there are more than ${MOST_REWARDS} rewards`)
  const limited = shelf.filter(({ perMember }) => perMember !== null).length
  return limited > MOST_LIMITED_REWARDS
    ? faultOf(first.rewardId, `there are more than ${MOST_LIMITED_REWARDS} rewards with perMember`)
    : null
}

/** Who claimed it once is not known any more. */
const tooLate = (forgotten: OfferDocument | null): Refused | null =>
  forgotten && faultOf(forgotten._id, 'it was over long ago: give it another id')

const faultOf = (item: string, fault: string): Refused => refuse('catalogue.faulty', { item, fault, more: 0 })

function twiceIn(items: readonly Item[]): Refused | null {
  const all = items.map(({ of }) => of)
  const twice = items.find(({ of }, index) => all.indexOf(of) !== index)
  return twice ? faultOf(twice.id, 'the id stands twice') : null
}

function firstFault(items: readonly Item[], known: KnownIds): Refused | null {
  for (const item of items) {
    const [fault, ...others] = item.faults(known)
    if (fault) return refuse('catalogue.faulty', { item: item.id, fault, more: others.length })
  }
  return null
}

async function setStock(
  { id: item, of, stock, stockParts }: Item,
  counters: number,
  within: Transaction,
): Promise<Refused | null> {
  if (stock === null) return null
  const ids = Array.from({ length: counters }, (_, part) => stockIdOf(of, part))
  const taken: number[] = []
  for (const id of ids) taken.push((await stocks.get(id, within))?.taken ?? 0)
  const totals = spreadStock(stock, stockParts, taken)
  if (!totals)
    return refuse('catalogue.stock-taken', { item, taken: taken.reduce((sum, each) => sum + each, 0) })
  for (const [part, _id] of ids.entries())
    await stocks.replace({ _id, of, total: totals[part] ?? 0, taken: taken[part] ?? 0 }, within)
  return null
}
