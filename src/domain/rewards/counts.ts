/**
 * How many a member has of each reward that is limited for one member.
 * Invariant: no count is negative or zero; of rewards that are over nothing is kept, so that it stays as small as the shelf.
 */
import { isOver, type Reward } from './reward'

export type RewardCounts = Readonly<Record<string, number>>

/** One more of a reward. @param shelf all rewards as they are known: what is over on it is forgotten. */
export function counted(
  counts: RewardCounts,
  { rewardId, perMember }: Pick<Reward, 'rewardId' | 'perMember'>,
  shelf: readonly Reward[],
  at: number,
): RewardCounts {
  if (perMember === null) return counts
  const over = new Set(shelf.filter((reward) => isOver(reward, at)).map((reward) => reward.rewardId))
  const kept = Object.entries(counts).filter(([id]) => !over.has(id))
  return { ...Object.fromEntries(kept), [rewardId]: (counts[rewardId] ?? 0) + 1 }
}

/** One less: it was given back. */
export function uncounted(counts: RewardCounts, rewardId: string): RewardCounts {
  const { [rewardId]: before = 0, ...others } = counts
  return before > 1 ? { ...others, [rewardId]: before - 1 } : others
}
