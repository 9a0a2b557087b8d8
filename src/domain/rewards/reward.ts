/**
 * A reward: what the mall gives for points, alone or with money, as data. An exchange keeps what it was made for, so that a
 * change of the reward never changes what somebody took.
 * Invariant: `rewardStateFor` is the one answer to who may take it now; shelf, detail and exchange ask nothing else.
 */
import type { Fen } from '../money/fen'
import { rankOf, type Programme } from '../programme/programme'

/** How a thing reaches its member. What is a coupon goes into the wallet at once and knows neither. */
export const REWARD_WAYS = ['pickup', 'delivery'] as const
export type RewardWay = (typeof REWARD_WAYS)[number]

/** What is given: something handed over, goods or an hour of somebody's time, or a coupon of an offer. */
export type RewardGift = { readonly kind: 'thing' } | { readonly kind: 'coupon'; readonly offerId: string }

export interface Reward {
  readonly rewardId: string
  readonly name: string
  /** What it is and how to get it, a sentence. */
  readonly advice: string
  readonly english?: { readonly name: string; readonly advice: string } | undefined
  /** Hands it over and sends it; null: any store. */
  readonly storeId: string | null
  readonly storeName: string
  /** Names a picture of the house. */
  readonly picture: string
  /** The shelf on which it stands. */
  readonly category: string
  readonly gives: RewardGift
  readonly points: number
  /** What it cost before: set in the zone of special prices. */
  readonly wasPoints: number | null
  /** To be paid beside the points. */
  readonly priceFen: Fen
  /** How many one member may have; null: as many as are wanted. */
  readonly perMember: number | null
  /** The lowest tier that may take it; absent: every tier. */
  readonly fromTierId?: string | undefined
  /** Instants; without an end it stays. */
  readonly open: { readonly from: number; readonly until: number | null }
  /** Open to this tier and those above it before it opens to all. */
  readonly presale?: { readonly from: number; readonly fromTierId: string } | undefined
  /** Null: as many as are asked for. */
  readonly stock: number | null
  /** Over how many counters the stock is spread; 1 unless many take it at the same moment. */
  readonly stockParts: number
  readonly ways: readonly RewardWay[]
  /** Days after the exchange through which it waits to be fetched. */
  readonly holdDays: number
  /** Place on the shelf, the lowest first. */
  readonly rank: number
}

/** Letters by which a reward is searched. */
export const LONGEST_SEARCH = 32

export type RewardState = 'open' | 'short' | 'tier-locked' | 'sold-out' | 'soon' | 'limit-reached'

/** The member and the moment for which it is asked. */
export interface RewardAsker {
  readonly at: number
  readonly programme: Programme
  readonly tierId: string
  /** What can be spent. */
  readonly points: number
  /** How many the member has of it. */
  readonly exchanged: number
  /** Null: as many as are asked for. */
  readonly left: number | null
}

/** Past its window: it is shown nowhere. */
export const isOver = ({ open }: Reward, at: number): boolean => open.until !== null && at >= open.until

/** In the days before it opens to all. */
export const isPresale = ({ open, presale }: Reward, at: number): boolean =>
  presale !== undefined && at >= presale.from && at < open.from

/** The lowest tier that may take it now; null for every tier. */
export function tierNeeded(reward: Reward, at: number, programme: Programme): string | null {
  const { fromTierId, presale } = reward
  const gates = [fromTierId, isPresale(reward, at) ? presale?.fromTierId : undefined]
  return gates.reduce<string | null>((highest, tierId) => {
    if (tierId === undefined) return highest
    return highest !== null && rankOf(programme, highest) >= rankOf(programme, tierId) ? highest : tierId
  }, null)
}

/** Whether this member may take it at this moment, and what is in the way if not. */
export function rewardStateFor(reward: Reward, asker: RewardAsker): RewardState {
  const { at, programme, tierId, points, exchanged, left } = asker
  const needed = tierNeeded(reward, at, programme)
  const mayNot = needed !== null && rankOf(programme, tierId) < rankOf(programme, needed)
  if (at < reward.open.from && (!isPresale(reward, at) || mayNot)) return 'soon'
  if (left === 0) return 'sold-out'
  if (mayNot) return 'tier-locked'
  if (reward.perMember !== null && exchanged >= reward.perMember) return 'limit-reached'
  return points < reward.points ? 'short' : 'open'
}

/** Whether what somebody typed stands in what is read of it, in either case. */
export function isNamed({ name, advice, storeName, category, english }: Reward, search: string): boolean {
  const said = [name, advice, storeName, category, english?.name ?? ''].join('\n').toLowerCase()
  return said.includes(search.toLowerCase())
}

/** The order of the shelf: special prices first, then by place. */
export const shelfKey = ({ wasPoints, rank, rewardId }: Reward): string =>
  `${wasPoints === null ? 1 : 0}:${String(rank).padStart(6, '0')}:${rewardId}`
