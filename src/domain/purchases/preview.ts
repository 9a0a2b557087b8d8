/** What an assistant sees while keying a price in. The phone and the server run this same function. */
import type { Bonus } from '../campaigns/bonuses'
import type { OpenBonuses } from '../campaigns/campaign'
import { addFen, type Fen } from '../money/fen'
import { pointsEarned } from '../points/earning'
import type { Measures } from '../programme/measures'
import type { Tier } from '../programme/programme'
import { nextTier, tierForSpend } from '../tiers/ladder'
import { reachedFen, weighedFen, type Tally } from '../tiers/measure'
import { settle, type ChosenCoupon, type PricedLine, type Settlement } from './settle'

/** The figures of a member that a preview needs. */
export interface StandingForPreview {
  readonly tierId: string
  /** Qualifying spend inside the window today. */
  readonly windowFen: Fen
  /** What counts beside it, in a programme of several measures; absent: spend alone. */
  readonly beside?: {
    readonly measures: Measures
    /** Inside the same window. */
    readonly visits: number
    readonly activity: number
    /** Goods were bought and kept today: a further purchase is no further visit. */
    readonly visitedToday: boolean
  }
  /** What campaigns may add here today; absent: nothing. */
  readonly open?: OpenBonuses
}

export interface Preview {
  readonly priceFen: Fen
  readonly discountPercent: number
  readonly discountFen: Fen
  /** What coupons take off. */
  readonly offFen: Fen
  /** In their turn; one that takes nothing is not reached, or finds nothing left. */
  readonly coupons: Settlement['coupons']
  readonly payFen: Fen
  /** What is paid for each line. */
  readonly paidFen: readonly Fen[]
  readonly base: number
  readonly rate: number
  readonly points: number
  /** What campaigns add to them, each with what cut it. */
  readonly bonuses: readonly Bonus[]
  /** What remains to the next tier after this purchase, by spend alone; null on the highest. */
  readonly next: { readonly tierName: string; readonly gapFen: Fen } | null
  /** Name of the tier that this purchase reaches; null when it reaches none. */
  readonly upgradesTo: string | null
}

/** @throws when the member's tier is not on the ladder. */
export function previewPurchase(
  lines: readonly PricedLine[],
  standing: StandingForPreview,
  ladder: readonly Tier[],
  chosen: readonly ChosenCoupon[] = [],
): Preview {
  const tier = ladder.find((each) => each.id === standing.tierId)
  if (!tier) throw new Error(`no tier ${standing.tierId} on the ladder`)
  const settled = settle(lines, tier.discountPercent, chosen)
  const { payFen } = settled
  const earned = pointsEarned({ qualifyingFen: payFen, rate: tier.rate, open: standing.open })
  const measuring = { ladder, measures: standing.beside?.measures }
  const tally = tallyAfter(standing, payFen)
  const reached = tierForSpend(ladder, reachedFen(measuring, tally))
  const held = ladder.indexOf(reached) > ladder.indexOf(tier) ? reached : tier
  const next = nextTier(ladder, held.id, weighedFen(measuring, tally))
  return {
    ...settled,
    base: earned.base,
    rate: tier.rate,
    points: earned.points,
    bonuses: earned.bonuses,
    next: next && { tierName: next.tier.name, gapFen: next.gapFen },
    upgradesTo: held === tier ? null : held.name,
  }
}

function tallyAfter({ windowFen, beside }: StandingForPreview, payFen: Fen): Tally {
  const isVisit = payFen > 0 && !beside?.visitedToday
  return {
    spendFen: addFen(windowFen, payFen),
    visits: (beside?.visits ?? 0) + (isVisit ? 1 : 0),
    activity: beside?.activity ?? 0,
  }
}
