/**
 * The rewards of the mall: a few hundred at most, all of them remembered by a warm instance for a minute. What is left of
 * one stands in its counters and is never remembered.
 * Invariant: an exchange keeps what it was made for, so a reward may change at any time.
 */
import type { Language } from '../../domain/programme/in-language'
import type { Reward } from '../../domain/rewards/reward'
import { collection } from './collection'
import { warm } from './warm'

export interface RewardDocument extends Reward {
  /** The reward's id. */
  readonly _id: string
  readonly publishedAt: number
}

export const MOST_REWARDS = 300
/** Of which only some may be taken by one member: the member's document counts each. */
export const MOST_LIMITED_REWARDS = 100

export const rewards = collection<RewardDocument>('rewards')

const warmRewards = warm<readonly RewardDocument[]>()

/** All rewards, at most a minute old. One call, or none. */
export const allRewards = (at: number): Promise<readonly RewardDocument[]> =>
  warmRewards('all', at, () => rewards.page({}, '_id', MOST_REWARDS))

/** What the counters of a reward are of: an offer may have the same id. */
export const stockOfReward = (rewardId: string): string => `reward:${rewardId}`

/** Name and advice as the caller reads them; without them as the mall wrote them. */
export const rewardIn = <Named extends Pick<Reward, 'name' | 'advice' | 'english'>>(
  reward: Named,
  language: Language,
): Named => (language === 'en' ? { ...reward, ...reward.english } : reward)
