/** Where a member stands between a first purchase and being lost: by the last day on which something was bought. */
import type { Programme } from '../programme/programme'
import { daysBetween, type BusinessDay } from '../time/business-day'
import type { Visits } from './account'

export type LifecycleStage = 'potential' | 'new' | 'active' | 'dormant' | 'lost'

/** After how many days without a purchase one stage becomes the next. */
export interface LifecycleDays {
  /** Bought on one day only, and longer ago than this: no longer new. */
  readonly newDays: number
  readonly dormantDays: number
  readonly lostDays: number
}

export function lifecycleStage(
  visits: Pick<Visits, 'count' | 'lastDay'>,
  programme: Programme,
  today: BusinessDay,
): LifecycleStage {
  const { newDays, dormantDays, lostDays } = programme.lifecycle
  if (visits.lastDay === null) return 'potential'
  const ago = daysBetween(visits.lastDay, today)
  if (ago >= lostDays) return 'lost'
  if (ago >= dormantDays) return 'dormant'
  return visits.count === 1 && ago < newDays ? 'new' : 'active'
}
