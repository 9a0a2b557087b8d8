/**
 * The tier that a member holds, since when and until when; how purchases, refunds and the end of a term move it.
 * Invariant: up at once, down one level at a time and only after a grace period; a term ends on a business day.
 */
import { addFen, shareRoundedDown, fen, type Fen } from '../money/fen'
import { rankOf, tierAtRank, tierById, type Programme, type Tier } from '../programme/programme'
import { addDays, addMonths, daysBetween, type BusinessDay } from '../time/business-day'
import { tierForSpend } from './ladder'
import { NO_ACTIVITY, type ActivityByDay } from './activity-by-day'
import { measuredDays, reachedFen, reachedOn, tallyOf, type Tally } from './measure'
import { lastDayGone, type SpendByDay } from './spend-by-day'

export interface Standing {
  readonly tierId: string
  /** Day on which the tier was last earned or renewed. */
  readonly since: BusinessDay
  readonly termEndsOn: BusinessDay
  /** Set while the term is over and the spend falls short. */
  readonly graceEndsOn: BusinessDay | null
  /** What was held before the change of `since`; a refund may have to go back to it. Null when there is no need. */
  readonly before: Standing | null
}

export const standingFrom = (programme: Programme, tier: Tier, day: BusinessDay): Standing => ({
  tierId: tier.id,
  since: day,
  termEndsOn: addMonths(day, programme.termMonths),
  graceEndsOn: null,
  before: null,
})

/**
 * Upgrades at once when a higher tier is reached; in grace, reaching the own threshold renews.
 * @param windowFen what the window has reached, as `reachedOn` says it.
 */
export function afterPurchase(
  programme: Programme,
  standing: Standing,
  windowFen: Fen,
  day: BusinessDay,
): Standing {
  const reached = tierForSpend(programme.ladder, windowFen)
  const held = tierById(programme, standing.tierId)
  if (rankOf(programme, reached.id) > rankOf(programme, held.id))
    return changed(programme, standing, reached, day)
  const keeps = standing.graceEndsOn !== null && windowFen >= held.thresholdFen
  return keeps ? changed(programme, standing, held, day) : standing
}

/**
 * A refund within the return window re-evaluates every change of tier since its purchase: back to what was held before,
 * then forward again over the days with what is left of their spend. A later refund moves no tier.
 * Looking only at the upgrade of the one purchase would let two receipts keep a tier that neither pays for.
 * @param spend what is left after the refund; with it go the visits of days of which nothing is left.
 */
export function afterRefund(
  programme: Programme,
  standing: Standing,
  purchase: { readonly day: BusinessDay },
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Standing {
  if (daysBetween(purchase.day, today) > programme.returnWindowDays) return standing
  const start = heldBefore(standing, purchase.day)
  if (start === standing) return standing
  const days = measuredDays(programme, spend, activity).filter((day) => day >= purchase.day && day <= today)
  const now = heldAfter(programme, start, days, spend, today, activity)
  return rankOf(programme, now.tierId) > rankOf(programme, standing.tierId) ? standing : now
}

/** What is held today by who held `start` before these days, on each of which something counted. */
export function heldAfter(
  programme: Programme,
  start: Standing,
  days: readonly BusinessDay[],
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay,
): Standing {
  const held = days.reduce((before, day) => {
    const reviewed = afterTermReview(programme, before, spend, day, activity)
    return afterPurchase(programme, reviewed, reachedOn(programme, spend, day, activity), day)
  }, start)
  return afterTermReview(programme, held, spend, today, activity)
}

/** Judges every term and grace period that ended before `today`; running late, twice or again changes nothing. */
export function afterTermReview(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Standing {
  const terms = termReview(programme, standing, spend, today, activity)
  return terms[terms.length - 1] ?? standing
}

/** The terms that follow each other until `today`, the given standing's own first, in grace if it is; each was judged at its end. */
export function termReview(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): readonly Standing[] {
  if (today <= standing.termEndsOn) return [standing]
  const tier = tierById(programme, standing.tierId)
  const next = (from: Standing, held: Tier, day: BusinessDay): readonly Standing[] => [
    from,
    ...termReview(programme, changed(programme, from, held, day), spend, today, activity),
  ]
  if (reachedOn(programme, spend, standing.termEndsOn, activity) >= tier.thresholdFen)
    return next(standing, tier, standing.termEndsOn)
  const graceEndsOn = addDays(standing.termEndsOn, programme.graceDays)
  const inGrace = { ...standing, graceEndsOn }
  if (today <= graceEndsOn) return [inGrace]
  return next(inGrace, tierAtRank(programme, rankOf(programme, tier.id) - 1), graceEndsOn)
}

/** A tier earned, renewed or lost on a day, with the memory of what was held before. */
const changed = (programme: Programme, from: Standing, tier: Tier, day: BusinessDay): Standing => ({
  ...standingFrom(programme, tier, day),
  before: withoutOldMemory(programme, from, day),
})

/** Forgets changes of which no purchase can be returned any more, so that the record stays small. */
function withoutOldMemory(programme: Programme, standing: Standing, day: BusinessDay): Standing {
  if (standing.before === null) return standing
  const returnable = daysBetween(standing.since, day) <= programme.returnWindowDays
  return { ...standing, before: returnable ? withoutOldMemory(programme, standing.before, day) : null }
}

/** The standing before every change on or after `day`. */
const heldBefore = (standing: Standing, day: BusinessDay): Standing =>
  standing.before !== null && standing.since >= day ? heldBefore(standing.before, day) : standing

const PACE_DAYS = 90

/** What counts until today and will still count in the window at the term's end. */
export function tallyAtTermEnd(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Tally {
  const gone = lastDayGone(standing.termEndsOn, programme.windowMonths)
  return tallyOf(spend, activity, (day) => day > gone && day <= today)
}

/** The tier that the member will hold at the term's end: what still counts then + pace of 90 days × days left. */
export function projectedTier(
  programme: Programme,
  standing: Standing,
  spend: SpendByDay,
  today: BusinessDay,
  activity: ActivityByDay = NO_ACTIVITY,
): Tier {
  const paceStart = addDays(today, -PACE_DAYS)
  const kept = tallyAtTermEnd(programme, standing, spend, today, activity)
  const recent = tallyOf(spend, activity, (day) => day > paceStart && day <= today)
  const daysLeft = Math.max(0, daysBetween(today, standing.termEndsOn))
  const more = (amount: number): number => shareRoundedDown(amount, daysLeft, PACE_DAYS)
  const reached = reachedFen(programme, {
    spendFen: addFen(kept.spendFen, fen(more(recent.spendFen))),
    visits: kept.visits + more(recent.visits),
    activity: kept.activity + more(recent.activity),
  })
  const lowest = Math.max(0, rankOf(programme, standing.tierId) - 1)
  const { id } = tierForSpend(programme.ladder, reached)
  return tierAtRank(programme, Math.max(rankOf(programme, id), lowest))
}
