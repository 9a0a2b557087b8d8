/**
 * A purchase: what was paid for which line, what it earned, and what has come back of it.
 * Invariant: the lines' paid amounts sum to what was paid; it earns at the tier held when it is made.
 */
import { addFen, NO_FEN, type Fen } from '../money/fen'
import { pointsEarned, type Bonus, type Earning } from '../points/earning'
import {
  applyChange,
  changeOn,
  earning as earningChange,
  type LotChange,
  type PendingChange,
  type PurseChange,
} from '../points/purse'
import { tierById, type Channel, type Programme } from '../programme/programme'
import { reachedOn } from '../tiers/measure'
import { withSpend } from '../tiers/spend-by-day'
import { heldOn, standingsOn } from '../tiers/grant'
import { afterPurchase, type Standing } from '../tiers/standing'
import { addDays, addMonths, businessDayOf, type BusinessDay } from '../time/business-day'
import { visited, type Account } from '../members/account'

/** Only goods earn points and tier credit. */
export type LineKind = 'goods' | 'freight' | 'gift-card' | 'top-up'

export interface PurchaseLine {
  /** What the receipt or the assistant calls it; null for an amount keyed in by hand. */
  readonly sku: string | null
  readonly kind: LineKind
  readonly quantity: number
  /** For the whole line, all reductions taken off. */
  readonly paidFen: Fen
  readonly refundedQuantity: number
}

/** A coupon that a purchase used up. */
export interface UsedCoupon {
  readonly couponId: string
  readonly offFen: Fen
}

export interface Purchase {
  readonly at: number
  readonly day: BusinessDay
  readonly lines: readonly PurchaseLine[]
  readonly priceFen: Fen
  /** The tier's. */
  readonly discountFen: Fen
  /** What coupons took off; absent with them. */
  readonly offFen?: Fen
  readonly coupons?: readonly UsedCoupon[]
  readonly paidFen: Fen
  /** The part of it that earns. */
  readonly qualifyingFen: Fen
  /** Tier at which it earned. */
  readonly tierId: string
  readonly programmeVersion: number
  readonly earning: Earning
  readonly pointsExpireOn: BusinessDay
  /** The lots that it filled, or the part that waits to become one. */
  readonly filled: readonly (LotChange | PendingChange)[]
  /** The day from which its points can be spent; absent when that was at once. */
  readonly pointsActivateOn?: BusinessDay
  /** The standing before it, when it brought an upgrade. */
  readonly standingBefore: Standing | null
  readonly refundedFen: Fen
  readonly refundedQualifyingFen: Fen
  readonly pointsTakenBack: number
}

export interface Order {
  readonly lines: readonly Omit<PurchaseLine, 'refundedQuantity'>[]
  readonly priceFen: Fen
  readonly discountFen: Fen
  /** Absent: none. */
  readonly coupons?: readonly UsedCoupon[]
  readonly bonuses?: readonly Bonus[]
  /** What the cap of the day still allows in bonus points. */
  readonly bonusLeftToday?: number
  /** Decides whether its points wait; absent: they do not. */
  readonly channel?: Channel
}

export interface BookedPurchase {
  readonly account: Account
  readonly purchase: Purchase
  /** Null when it earns nothing. */
  readonly change: PurseChange | null
}

/** A term that ended is judged first: the tier at which a purchase earns never depends on how late the job is. */
export function bookPurchase(
  account: Account,
  order: Order,
  programme: Programme,
  at: number,
): BookedPurchase {
  const day = businessDayOf(at)
  const { standing: own, ...given } = standingsOn(programme, account, day)
  const tier = tierById(programme, heldOn(programme, account, day).tierId)
  const paidFen = addFen(...order.lines.map((line) => line.paidFen))
  const qualifyingFen = addFen(
    ...order.lines.filter((line) => line.kind === 'goods').map((line) => line.paidFen),
  )
  const earned = pointsEarned({
    qualifyingFen,
    rate: tier.rate,
    bonuses: order.bonuses ?? [],
    bonusLeftToday: order.bonusLeftToday ?? programme.bonusCapPerDay,
  })
  const pointsExpireOn = addMonths(day, programme.pointsLifeMonths)
  const pointsActivateOn = earned.points > 0 ? activationDay(programme, order.channel, day) : undefined
  const change = changeOn(account.purse, day, (purse) =>
    earned.points > 0
      ? earningChange(purse, earned.points, 'purchase', pointsExpireOn, pointsActivateOn)
      : null,
  )
  const spendByDay = withSpend(account.spendByDay, day, qualifyingFen, day, programme)
  const { activityByDay } = account
  const after: Account = {
    purse: change ? applyChange(account.purse, change) : account.purse,
    standing: afterPurchase(programme, own, reachedOn(programme, spendByDay, day, activityByDay), day),
    spendByDay,
    visits: visited(account.visits, day),
    ...(activityByDay && { activityByDay }),
    ...given,
  }
  return {
    account: after,
    purchase: {
      at,
      day,
      lines: order.lines.map((line) => ({ ...line, refundedQuantity: 0 })),
      ...reductionsOf(order),
      paidFen,
      qualifyingFen,
      tierId: tier.id,
      programmeVersion: programme.version,
      earning: earned,
      pointsExpireOn,
      filled: change ? [...change.lots, ...(change.pending ?? [])] : [],
      ...(pointsActivateOn && { pointsActivateOn }),
      standingBefore: heldOn(programme, after, day).tierId === tier.id ? null : own,
      refundedFen: NO_FEN,
      refundedQualifyingFen: NO_FEN,
      pointsTakenBack: 0,
    },
    change,
  }
}

const reductionsOf = ({
  priceFen,
  discountFen,
  coupons = [],
}: Order): Pick<Purchase, 'priceFen' | 'discountFen' | 'coupons' | 'offFen'> => ({
  priceFen,
  discountFen,
  ...(coupons.length > 0 && { coupons, offFen: addFen(...coupons.map(({ offFen }) => offFen)) }),
})

/** The first day after the days of waiting; undefined for a channel that earns at once. */
function activationDay(
  programme: Programme,
  channel: Channel | undefined,
  day: BusinessDay,
): BusinessDay | undefined {
  const waits = channel && programme.pendingDays?.[channel]
  return waits === undefined ? undefined : addDays(day, waits + 1)
}
