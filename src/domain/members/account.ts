/** What a member has: a purse, a standing, the spend behind it, and visits. Purchases and refunds move all of it together. */
import type { BonusCounters } from '../campaigns/counters'
import { targetsFrom, type TargetsProgress } from '../campaigns/targets'
import { NO_FEN } from '../money/fen'
import { EMPTY_PURSE, type Purse } from '../points/purse'
import { tierAtRank, type Programme } from '../programme/programme'
import { NO_ACTIVITY, withActivity, type ActivityByDay } from '../tiers/activity-by-day'
import { standingsOn, type Grant } from '../tiers/grant'
import { reachedOn } from '../tiers/measure'
import type { SpendByDay } from '../tiers/spend-by-day'
import { afterPurchase, standingFrom, type Standing } from '../tiers/standing'
import type { BusinessDay } from '../time/business-day'

/** Days on which something was bought. */
export interface Visits {
  readonly count: number
  readonly lastDay: BusinessDay | null
  /** The one before it, to which an undone registration goes back; null when it is not known any more. */
  readonly dayBefore: BusinessDay | null
}

export interface Account {
  readonly purse: Purse
  readonly standing: Standing
  readonly spendByDay: SpendByDay
  readonly visits: Visits
  /** Absent while the member never took part in anything. */
  readonly activityByDay?: ActivityByDay
  /** Absent while the mall has given no tier by hand. */
  readonly grant?: Grant
  /** What campaigns gave lately; absent while none gave anything. */
  readonly bonuses?: BonusCounters
  /** The way to targets of the first months; absent where there is none. */
  readonly targets?: TargetsProgress
}

export function newAccount(programme: Programme, day: BusinessDay): Account {
  const targets = targetsFrom(programme, day)
  return {
    purse: EMPTY_PURSE,
    standing: standingFrom(programme, tierAtRank(programme, 0), day),
    spendByDay: {},
    visits: { count: 0, lastDay: null, dayBefore: null },
    ...(targets && { targets }),
  }
}

export const visited = (visits: Visits, day: BusinessDay): Visits =>
  visits.lastDay === day ? visits : { count: visits.count + 1, lastDay: day, dayBefore: visits.lastDay }

/** A registration made by mistake was no visit, if nothing else was bought that day. */
export function visitUndone({ visits, spendByDay }: Account, day: BusinessDay): Visits {
  const boughtElse = (spendByDay[day] ?? NO_FEN) !== NO_FEN
  if (visits.lastDay !== day || boughtElse) return visits
  return { count: visits.count - 1, lastDay: visits.dayBefore, dayBefore: null }
}

/**
 * One check-in or event more today. It may bring a tier as a purchase does, at once; a programme that does not count
 * activity remembers it and moves no tier.
 */
export function tookPart(account: Account, programme: Programme, today: BusinessDay): Account {
  const { standing: own, ...given } = standingsOn(programme, account, today)
  const { standing: _standing, grant: _grant, ...rest } = account
  const { spendByDay } = account
  const activityByDay = withActivity(account.activityByDay ?? NO_ACTIVITY, today, 1, today, programme)
  const standing = afterPurchase(
    programme,
    own,
    reachedOn(programme, spendByDay, today, activityByDay),
    today,
  )
  return { ...rest, standing, activityByDay, ...given }
}
