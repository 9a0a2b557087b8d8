/** What members do at random, as lists of steps: the worlds in which properties of histories must hold. */
import fc from 'fast-check'
import type { Channel } from '../../src/domain/programme/programme'
import type { LineKind } from '../../src/domain/purchases/purchase'
import type { GrantKind } from '../../src/domain/tiers/grant'
import type { Step } from './history'

const aLineOf = {
  kind: fc.constantFrom<LineKind>('goods', 'goods', 'goods', 'freight', 'gift-card'),
  paidFen: fc.oneof(fc.nat(200_000), fc.nat(12_000_000)),
  quantity: fc.integer({ min: 1, max: 3 }),
}
const aLine = fc.record(aLineOf)
const buy: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('buy'),
  lines: fc.array(aLine, { minLength: 1, maxLength: 3 }),
  storeId: fc.constantFrom('plain' as const, 'fair' as const, 'feast' as const),
  channel: fc.constantFrom<Channel>('assistant', 'till'),
})
const spend: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('spend'),
  percent: fc.constantFrom(1, 37, 90, 100),
})
const bringBack: fc.Arbitrary<Step> = fc.record({ do: fc.constant('bring-back'), which: fc.nat(3) })
const refund: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('refund'),
  which: fc.nat(5),
  line: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 3 }),
})
const refundAll: fc.Arbitrary<Step> = fc.record({ do: fc.constant('refund-all'), which: fc.nat(5) })

const waiting = (...choices: number[]): fc.Arbitrary<Step> =>
  fc.record({ do: fc.constant('wait'), days: fc.constantFrom(...choices) })

/** Months and years: lots expire, terms end, windows move on. */
export const longHistory = fc.array(
  fc.oneof(
    buy,
    buy,
    spend,
    spend,
    bringBack,
    refund,
    refundAll,
    waiting(1, 6, 29, 180, 365, 366),
    fc.constant({ do: 'jobs' } as const),
  ),
  { maxLength: 30 },
)

const grant: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('grant'),
  kind: fc.constantFrom<GrantKind>('floor', 'once'),
  rank: fc.integer({ min: 0, max: 4 }),
  days: fc.constantFrom(1, 30, 200, 700),
})

/** Months and years in which managers give tiers and take them back. */
export const grantedHistory = fc.array(
  fc.oneof(
    buy,
    refund,
    refundAll,
    grant,
    fc.constant({ do: 'revoke' } as const),
    waiting(1, 6, 29, 180, 365, 366),
    fc.constant({ do: 'jobs' } as const),
  ),
  { maxLength: 30 },
)

/** Everything inside one return window: at most seven days pass. */
export const shortHistory = fc
  .array(fc.oneof(buy, buy, spend, bringBack, refund, refundAll, waiting(0, 1)), { maxLength: 20 })
  .map(withinSevenDays)

function withinSevenDays(steps: readonly Step[]): Step[] {
  let days = 0
  return steps.filter((step) => step.do !== 'wait' || (days += step.days) <= 7)
}

const takePart: fc.Arbitrary<Step> = fc.constant({ do: 'take-part' })
const smallBuy: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('buy'),
  lines: fc.array(fc.record({ ...aLineOf, paidFen: fc.nat(900_000) }), { minLength: 1, maxLength: 2 }),
  storeId: fc.constant('plain'),
  channel: fc.constant('till'),
})

/** Months and years of coming, buying little, taking part and bringing back. */
export const measuredHistory = fc.array(
  fc.oneof(
    buy,
    smallBuy,
    smallBuy,
    takePart,
    refund,
    refundAll,
    waiting(1, 1, 6, 29, 180, 365),
    fc.constant({ do: 'jobs' } as const),
  ),
  { maxLength: 40 },
)

/** The same inside one return window. */
export const shortMeasuredHistory = fc
  .array(fc.oneof(smallBuy, smallBuy, takePart, refund, refundAll, waiting(0, 1)), { maxLength: 30 })
  .map(withinSevenDays)
