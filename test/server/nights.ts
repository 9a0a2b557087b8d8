/** The clock of the tests: nights that come in time or late. */
import { startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { LocalCloud } from '../../local/cloud'
import type { Mall } from './mall'

const HOUR = 3_600_000

export interface Night {
  readonly done: Readonly<Record<string, number>>
  readonly failed: number
  readonly busy?: true
}

/** One minute of the clock, as its trigger calls it. */
export async function tick(cloud: LocalCloud): Promise<Night> {
  const answer = await cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  if (!answer.ok) throw new Error(answer.message)
  return answer.result as Night
}

/** Moves to one o'clock of a day and lets the clock run. */
export function nightOf(mall: Mall, day: BusinessDay, hour = 1): Promise<Night> {
  mall.cloud.clock.set(startOfDay(day) + hour * HOUR)
  return tick(mall.cloud)
}

/** What a run with one due member asks beside the member's day: looks at first, the lease, a look at each job and at what is left, its end. */
const RUN_CALLS = 3 + 4 + 4 + 2

/** Calls of the one day of a member that the last run did. */
export const dayCalls = (mall: Mall): number => mall.lastCalls() - RUN_CALLS
