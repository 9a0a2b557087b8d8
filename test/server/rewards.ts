/** Rewards for tests: a coffee that everybody may take now for 100 points, and whatever a test changes of it. */
import type * as v from 'valibot'
import type { Answer } from '../../src/contract/envelope'
import type { RewardShape } from '../../src/contract/reward-shape'
import type { ExchangedView } from '../../src/contract/reward-views'
import { dataOf } from './cloud'
import { MANAGER, MEMBER, MINUTE, type Mall } from './mall'
import type { OfferInput } from './offers'

type RewardInput = v.InferInput<typeof RewardShape>

export const reward = (rewardId: string, more: Partial<RewardInput> = {}): RewardInput => ({
  rewardId,
  name: `reward ${rewardId}`,
  advice: 'shown at the desk',
  storeId: 'store-1',
  storeName: 'store-1',
  picture: 'pour-over-coffee',
  category: 'food',
  gives: { kind: 'thing' },
  points: 100,
  wasPoints: null,
  priceFen: 0,
  perMember: null,
  open: { from: Date.UTC(2026, 0, 1), until: null },
  stock: null,
  stockParts: 1,
  ways: ['pickup'],
  holdDays: 14,
  rank: 1,
  ...more,
})

/** Publishes, and lets the minute pass in which warm instances remember what was before. */
export async function publishRewards(
  mall: Mall,
  rewards: readonly RewardInput[],
  offers: readonly OfferInput[] = [],
): Promise<void> {
  const input = { rewards: [...rewards], offers: [...offers] }
  dataOf(await mall.ask('manager', 'publish-catalogue', MANAGER, input))
  mall.cloud.clock.shift(MINUTE)
}

/** Takes one at 100 points, for pick-up. */
export const take = (
  mall: Mall,
  rewardId: string,
  more: {
    readonly by?: string
    readonly operationId?: string
    readonly shownPoints?: number
    readonly shownPriceFen?: number
    readonly way?: 'pickup' | 'delivery' | null
    readonly address?: { name: string; phone: string; text: string }
  } = {},
): Promise<Answer<ExchangedView>> => {
  const { by = MEMBER, operationId, ...shown } = more
  const input = { rewardId, shownPoints: 100, shownPriceFen: 0, way: 'pickup' as const, ...shown }
  return mall.ask('member', 'exchange', by, input, operationId)
}
