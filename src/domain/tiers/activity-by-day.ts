/**
 * How often a member took part by business day: check-ins, events. Coming to buy is no activity, it is a visit.
 * Invariant: no day is zero; days that no window can reach any more are forgotten.
 */
import type { Programme } from '../programme/programme'
import type { BusinessDay } from '../time/business-day'
import { oldestKept } from './spend-by-day'

export type ActivityByDay = Readonly<Record<string, number>>

export const NO_ACTIVITY: ActivityByDay = {}

/** One more on a day, or as many as another account of the same person had. */
export function withActivity(
  activity: ActivityByDay,
  day: BusinessDay,
  times: number,
  today: BusinessDay,
  programme: Pick<Programme, 'windowMonths'>,
): ActivityByDay {
  const oldest = oldestKept(today, programme)
  const added = { ...activity, [day]: (activity[day] ?? 0) + times }
  return Object.fromEntries(Object.entries(added).filter(([each]) => each > oldest))
}
