/** The shape of the rewards that a manager publishes. What is wrong beyond the shape: `checkReward`. */
import * as v from 'valibot'
import { fen } from '../domain/money/fen'
import { REWARD_WAYS, type Reward } from '../domain/rewards/reward'
import { CatalogueId, line } from './catalogue'
import { AmountFen, Count, Instant } from './shapes'

export const RewardShape = v.strictObject({
  rewardId: CatalogueId,
  name: line(20),
  advice: line(60),
  english: v.optional(v.strictObject({ name: line(48), advice: line(160) })),
  storeId: v.nullable(line(32)),
  storeName: line(32),
  picture: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/)),
  category: line(8),
  gives: v.variant('kind', [
    v.strictObject({ kind: v.literal('thing') }),
    v.strictObject({ kind: v.literal('coupon'), offerId: CatalogueId }),
  ]),
  points: Count,
  wasPoints: v.nullable(Count),
  priceFen: v.pipe(AmountFen, v.transform(fen)),
  perMember: v.nullable(Count),
  fromTierId: v.optional(line(32)),
  open: v.strictObject({ from: Instant, until: v.nullable(Instant) }),
  presale: v.optional(v.strictObject({ from: Instant, fromTierId: line(32) })),
  stock: v.nullable(Count),
  stockParts: Count,
  ways: v.pipe(v.array(v.picklist(REWARD_WAYS)), v.maxLength(REWARD_WAYS.length)),
  holdDays: Count,
  rank: v.pipe(Count, v.maxValue(999_999)),
})

type Is<A extends B, B> = A
/** What the shape lets through is a reward. */
export type CheckedReward = Is<v.InferOutput<typeof RewardShape>, Reward>
