/**
 * The tier that a member holds, since when and until when; how purchases, refunds and the end of a term move it.
 * Invariant: up at once, down one level at a time and only after a grace period; a term ends on a business day.
 */
import { shareRoundedDown, fen, type Fen } from '../money/fen'
import { rankOf, tierAtRank, tierById, type Programme, type Tier } from '../programme/programme'
import { addDays, addMonths, daysBetween, type BusinessDay } from '../time/business-day'
import { tierForSpend } from './ladder'
import { sumOf, windowSpend, type SpendByDay } from './spend-by-day'

export interface Standing {
  readonly tierId: string
  /** Day on which the tier was last earned or renewed. */
  readonly since: BusinessDay
  readonly termEndsOn: BusinessDay
  /** Set while the term is over and the spend falls short. */
  readonly graceEndsOn: BusinessDay | null
}

export const standingFrom = (programme: Programme, tier: Tier, day: BusinessDay): Standing => ({
  tierId: tier.id,
  since: day,
  termEndsOn: addMonths(day, programme.termMonths),
  graceEndsOn: null,
})

/** Upgrades at once when the spend reaches a higher tier; in grace, reaching the own threshold renews. */
export function afterPurchase(
  programme: Programme,
  standing: Standing,
  windowFen: Fen,
  day: BusinessDay,
): Standing {
  const reached = tierForSpend(programme.ladder, windowFen)
  const held = rankOf(programme, standing.tierId)
  if (rankOf(programme, reached.id) > held) return standingFrom(programme, reached, day)
  const keeps = standing.graceEndsOn !== null && windowFen >= tierAtRank(programme, held).thresholdFen
  return keeps ? standingFrom(programme, tierAtRank(programme, held), day) : standing
}

/**
 * A refund within the return window re-evaluates the upgrade that its purchase carried: back to what the spend reaches
 * without it, not below the tier held before. A later refund, or one of a purchase without an upgrade, moves no tier.
 */
export function afterRefund(
  programme: Programme,
  standing: Standing,
  purchase: { readonly day: BusinessDay; readonly standingBefore: Standing | null },
  windowFen: Fen,
  today: BusinessDay,
): Standing {
  const before = purchase.standingBefore
  if (!before || daysBetween(purchase.day, today) > programme.returnWindowDays) return standing
  const reached = rankOf(programme, tierForSpend(programme.ladder, windowFen).id)
  const floor = rankOf(programme, before.tierId)
  if (Math.max(reached, floor) >= rankOf(programme, standing.tierId)) return standing
  return reached <= floor ? before : standingFrom(programme, tierAtRank(programme, reached), purchase.day)
}

/** Judges every term and grace period that ended before `today`; running late, twice or again changes nothing. */
export function afterTermReview(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
): Standing {
  if (today <= standing.termEndsOn) return standing
  const tier = tierById(programme, standing.tierId)
  const rank = rankOf(programme, tier.id)
  if (windowSpend(spend, standing.termEndsOn, programme.windowMonths) >= tier.thresholdFen)
    return afterTermReview(programme, standingFrom(programme, tier, standing.termEndsOn), spend, today)
  const graceEndsOn = addDays(standing.termEndsOn, programme.graceDays)
  if (today <= graceEndsOn) return { ...standing, graceEndsOn }
  return afterTermReview(
    programme,
    standingFrom(programme, tierAtRank(programme, rank - 1), graceEndsOn),
    spend,
    today,
  )
}

const PACE_DAYS = 90

/** The tier that the member will hold at the term's end: spend still inside its window + pace of 90 days × days left. */
export function projectedTier(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
): Tier {
  const windowStart = addMonths(standing.termEndsOn, -programme.windowMonths)
  const paceStart = addDays(today, -PACE_DAYS)
  const kept = sumOf(spend, (day) => day > windowStart && day <= today)
  const recent = sumOf(spend, (day) => day > paceStart && day <= today)
  const daysLeft = Math.max(0, daysBetween(today, standing.termEndsOn))
  const reached = tierForSpend(programme.ladder, fen(kept + shareRoundedDown(recent, daysLeft, PACE_DAYS)))
  const lowest = Math.max(0, rankOf(programme, standing.tierId) - 1)
  return tierAtRank(programme, Math.max(rankOf(programme, reached.id), lowest))
}
