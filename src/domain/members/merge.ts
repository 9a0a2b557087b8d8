/**
 * Two accounts of one person become one. What the one had goes over to the other: points lot by lot, spend day by day,
 * days of shopping, debt; the tier is what the spend of both has paid for. A tier that was given to either stays given.
 * Invariant: what can be spent less what is owed is the same before and after, over both together; no tier is lost.
 */
import { bonusesOfBoth } from '../campaigns/counters'
import { targetsOfBoth } from '../campaigns/targets'
import { NO_FEN } from '../money/fen'
import type { Programme } from '../programme/programme'
import { rankOf, tierAtRank } from '../programme/programme'
import {
  applyChange,
  changeOn,
  earning,
  expiry,
  purseOn,
  takingBack,
  type Lot,
  type PendingPart,
  type Purse,
  type PurseChange,
} from '../points/purse'
import { NO_ACTIVITY, withActivity, type ActivityByDay } from '../tiers/activity-by-day'
import { earnedOn, standingsOn } from '../tiers/grant'
import { measuredDays } from '../tiers/measure'
import { daysOf, withSpend } from '../tiers/spend-by-day'
import { afterTermReview, heldAfter, standingFrom, type Standing } from '../tiers/standing'
import type { BusinessDay } from '../time/business-day'
import { newAccount, type Account, type Visits } from './account'

export interface MergedAccounts {
  /** What is left of the account that went over: nothing but its counters. */
  readonly from: Account
  readonly into: Account
  /** In the order in which they are applied. */
  readonly leaving: readonly PurseChange[]
  readonly arriving: readonly PurseChange[]
}

/** An entry for each lot up to here; above it neighbours share one, since a transaction has few writes. */
export const MOST_ARRIVALS = 20

export function mergeAccounts(
  from: Account,
  into: Account,
  programme: Programme,
  today: BusinessDay,
): MergedAccounts {
  const leaving = leavingOf(from.purse, today)
  const arriving = arrivingOf(from.purse, into.purse, today)
  const spendByDay = daysOf(from.spendByDay).reduce(
    (spend, day) => withSpend(spend, day, from.spendByDay[day] ?? NO_FEN, today, programme),
    into.spendByDay,
  )
  const activityByDay = activityOfBoth(from, into, programme, today)
  const grant = standingsOn(programme, into, today).grant ?? standingsOn(programme, from, today).grant
  const bonuses = bonusesOfBoth(from.bonuses, into.bonuses)
  const targets = targetsOfBoth(from.targets, into.targets)
  const { targets: _none, ...emptied } = newAccount(programme, today)
  return {
    leaving,
    arriving,
    from: { ...emptied, purse: leaving.reduce(applyChange, from.purse) },
    into: {
      purse: arriving.reduce(applyChange, into.purse),
      standing: standingOfBoth(from, into, { spendByDay, activityByDay }, programme, today),
      spendByDay,
      ...(activityByDay && { activityByDay }),
      visits: visitsOfBoth(from, into),
      ...(grant && { grant }),
      ...(bonuses && { bonuses }),
      ...(targets && { targets }),
    },
  }
}

/** Points past their day expire where they are; the rest goes, what still waits too, and a debt goes along. */
function leavingOf(stored: Purse, today: BusinessDay): PurseChange[] {
  const steps: readonly ((purse: Purse) => PurseChange | null)[] = [
    (purse) => expiry(purse, today),
    (purse) => changeOn(purse, today, wholeLot),
    (purse) => changeOn(purse, today, wholeDebt),
  ]
  const changes: PurseChange[] = []
  steps.reduce((purse, step) => {
    const change = step(purse)
    if (change) changes.push(change)
    return change ? applyChange(purse, change) : purse
  }, stored)
  return changes
}

/** Takes every lot and every waiting part; null when there is none. */
function wholeLot({ lots, pending = [] }: Purse): PurseChange | null {
  const points = [...lots, ...pending].reduce((sum, { left }) => sum + left, 0)
  const taken = <Part extends Lot>({ left, ...part }: Part) => ({ ...part, points: -left })
  const change: PurseChange = { kind: 'reversed', points, lots: lots.map(taken), debt: 0 }
  if (points === 0) return null
  return pending.length > 0 ? { ...change, pending: pending.map(taken) } : change
}

const wholeDebt = ({ debt }: Purse): PurseChange | null =>
  debt > 0 ? { kind: 'earned', points: debt, lots: [], debt: -debt } : null

/** Every lot as earned again with the days that it had; one that can be spent repays a debt first, as all that is earned. */
function arrivingOf(from: Purse, into: Purse, today: BusinessDay): PurseChange[] {
  const { lots, pending = [], debt } = purseOn(from, today)
  const live = lots.filter(({ expiresOn }) => expiresOn >= today)
  const changes: PurseChange[] = []
  let purse = into
  const apply = (change: PurseChange): PurseChange => {
    purse = applyChange(purse, change)
    return change
  }
  for (const part of inParts<Lot & Partial<PendingPart>>([...live, ...pending], MOST_ARRIVALS))
    changes.push(
      together(
        part.map(({ kind, expiresOn, activatesOn, left }) =>
          apply(changeOn(purse, today, (now) => earning(now, left, kind, expiresOn, activatesOn))),
        ),
      ),
    )
  if (debt > 0) changes.push(apply(takingBack(purse, debt, [], today)))
  return changes
}

/** Neighbours together, so that there are no more than `most` parts. */
function inParts<Item>(items: readonly Item[], most: number): Item[][] {
  const size = Math.max(1, Math.ceil(items.length / most))
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  )
}

function together(changes: readonly PurseChange[]): PurseChange {
  const pending = changes.flatMap((each) => each.pending ?? [])
  const activated = changes.flatMap((each) => each.activated ?? [])
  return {
    kind: 'earned',
    points: changes.reduce((sum, { points }) => sum + points, 0),
    lots: changes.flatMap(({ lots }) => lots),
    debt: changes.reduce((sum, { debt }) => sum + debt, 0),
    ...(pending.length > 0 ? { pending } : {}),
    ...(activated.length > 0 ? { activated } : {}),
  }
}

/** Times add up day by day; undefined while neither took part in anything. */
const activityOfBoth = (
  { activityByDay: gone }: Account,
  { activityByDay: kept }: Account,
  programme: Programme,
  today: BusinessDay,
): ActivityByDay | undefined =>
  gone
    ? daysOf(gone).reduce(
        (sum, day) => withActivity(sum, day, gone[day] ?? 0, today, programme),
        kept ?? NO_ACTIVITY,
      )
    : kept

/** What both did, day by day. */
type Days = Pick<Account, 'spendByDay' | 'activityByDay'>

/**
 * The highest of what each held and of what the days of both together reach as one account; of equals the one that lasts
 * longest. What stands behind it for a refund is what the days reach without it, if that is more than what was known.
 */
function standingOfBoth(
  from: Account,
  into: Account,
  days: Days,
  programme: Programme,
  today: BusinessDay,
): Standing {
  const reached = reachedBy(days, programme, today)
  // Also by its own days: those of both begin where nothing is forgotten any more, which a term long over may need.
  const held = [into, from].flatMap((each) => [
    afterTermReview(programme, each.standing, days.spendByDay, today, days.activityByDay),
    earnedOn(programme, each, today),
  ])
  const rank = ({ tierId }: Standing): number => rankOf(programme, tierId)
  const best = [...held, reached].reduce((a, b) =>
    rank(b) > rank(a) || (rank(b) === rank(a) && b.termEndsOn > a.termEndsOn) ? b : a,
  )
  const { before } = best
  const isBehind = before !== null && reached.since < best.since && rank(reached) >= rank(before)
  return isBehind ? { ...best, before: reached } : best
}

/** What an account would hold that had done all of this. */
function reachedBy(
  { spendByDay, activityByDay = NO_ACTIVITY }: Days,
  programme: Programme,
  today: BusinessDay,
): Standing {
  const days = measuredDays(programme, spendByDay, activityByDay)
  const start = standingFrom(programme, tierAtRank(programme, 0), days[0] ?? today)
  return heldAfter(programme, start, days, spendByDay, today, activityByDay)
}

/** A day on which both bought counts once, as far back as days are remembered. */
function visitsOfBoth(from: Account, into: Account): Visits {
  const common = daysOf(from.spendByDay).filter((day) => day in into.spendByDay).length
  const known = [from, into].flatMap(({ visits }) => [visits.lastDay, visits.dayBefore])
  const days = [...new Set(known.filter((day) => day !== null))].sort().reverse()
  return {
    count: from.visits.count + into.visits.count - common,
    lastDay: days[0] ?? null,
    dayBefore: days[1] ?? null,
  }
}
