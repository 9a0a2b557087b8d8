/**
 * A purchase: what was paid for which line, what it earned, and what has come back of it.
 * Invariant: the lines' paid amounts sum to what was paid; it earns at the tier held when it is made.
 */
import { openBonuses } from '../campaigns/campaign'
import { withBonuses } from '../campaigns/counters'
import { afterEarning, targetsCounting, type GiftsFor, type TargetMove } from '../campaigns/targets'
import { addFen, NO_FEN, type Fen } from '../money/fen'
import { pointsEarned, type Earning } from '../points/earning'
import {
  applyChange,
  changeOn,
  earning as earningChange,
  type LotChange,
  type PendingChange,
  type PurseChange,
} from '../points/purse'
import { tierById, type Channel, type Programme, type Tier } from '../programme/programme'
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
  /** Targets to which its points count; absent: none. */
  readonly targets?: readonly string[]
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
  /** Decides whether its points wait; absent: they do not. */
  readonly channel?: Channel
  /** Names the purchase: a target remembers what reached it. */
  readonly cause?: string
  /** Where campaigns of certain stores and sorts of stores count. */
  readonly storeId?: string
  readonly category?: string | null
  /** The member's birthday that is near. */
  readonly birthdayOn?: BusinessDay | undefined
  /** Coupons that a target may bring; absent: none. */
  readonly gifts?: GiftsFor
}

export interface BookedPurchase {
  readonly account: Account
  readonly purchase: Purchase
  /** Null when it earns nothing. */
  readonly change: PurseChange | null
  /** Targets that it reached, each with a change of its own, after that of the purchase. */
  readonly moves: readonly TargetMove[]
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
  const qualifyingFen = qualifyingOf(order)
  const earned = earnedBy(account, order, { day, tier, qualifyingFen }, programme)
  const { change, purse, targets, moves, bonuses, ofPurchase } = earned
  const spendByDay = withSpend(account.spendByDay, day, qualifyingFen, day, programme)
  const { activityByDay } = account
  const after: Account = {
    purse,
    standing: afterPurchase(programme, own, reachedOn(programme, spendByDay, day, activityByDay), day),
    spendByDay,
    visits: visited(account.visits, day),
    ...(activityByDay && { activityByDay }),
    ...given,
    ...(bonuses && { bonuses }),
    ...(targets && { targets }),
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
      ...ofPurchase,
      standingBefore: heldOn(programme, after, day).tierId === tier.id ? null : own,
      refundedFen: NO_FEN,
      refundedQualifyingFen: NO_FEN,
      pointsTakenBack: 0,
    },
    change,
    moves,
  }
}

const qualifyingOf = ({ lines }: Order): Fen =>
  addFen(...lines.filter((line) => line.kind === 'goods').map((line) => line.paidFen))

interface Sold {
  readonly day: BusinessDay
  readonly tier: Tier
  readonly qualifyingFen: Fen
}

/** Its points, with what campaigns and targets add, and where they go. */
function earnedBy(account: Account, order: Order, { day, tier, qualifyingFen }: Sold, programme: Programme) {
  const { storeId, category, birthdayOn } = order
  const occasion = { day, tierId: tier.id, storeId, category, birthdayOn, counters: account.bonuses }
  const earning = pointsEarned({ qualifyingFen, rate: tier.rate, open: openBonuses(programme, occasion) })
  const { points } = earning
  const expiresOn = addMonths(day, programme.pointsLifeMonths)
  const activatesOn = points > 0 ? activationDay(programme, order.channel, day) : undefined
  const change = changeOn(account.purse, day, (purse) =>
    points > 0 ? earningChange(purse, points, 'purchase', expiresOn, activatesOn) : null,
  )
  const { cause = '', gifts } = order
  const lives = { day, points, expiresOn, activatesOn, cause, gifts }
  const counting = points > 0 ? targetsCounting(account.targets, day) : []
  const purse = change ? applyChange(account.purse, change) : account.purse
  return {
    change,
    ...afterEarning({ purse, targets: account.targets }, lives, programme),
    bonuses: withBonuses(account.bonuses, day, earning.bonuses, programme),
    ofPurchase: {
      earning,
      pointsExpireOn: expiresOn,
      filled: change ? [...change.lots, ...(change.pending ?? [])] : [],
      ...(activatesOn && { pointsActivateOn: activatesOn }),
      ...(counting.length > 0 && { targets: counting }),
    },
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
