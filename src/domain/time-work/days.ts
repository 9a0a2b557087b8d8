/** Days on which time has something to do. */
import type { Lot } from '../points/purse'
import { startOfDay, type BusinessDay } from '../time/business-day'
import type { TimedMember } from './time-kind'

/** The first of these days after another one; null when none is. */
export const earliest = (days: readonly BusinessDay[], after: BusinessDay): BusinessDay | null =>
  days.reduce<BusinessDay | null>(
    (first, day) => (day > after && (first === null || day < first) ? day : first),
    null,
  )

/** All points of a member, those that still wait too. */
export const lotsOf = ({ account: { purse } }: TimedMember): readonly Lot[] => [
  ...purse.lots,
  ...(purse.pending ?? []),
]

/** Whether somebody was there on that morning who can be told anything. */
export const wasMember = ({ joinedAt }: Pick<TimedMember, 'joinedAt'>, day: BusinessDay): boolean =>
  joinedAt !== null && joinedAt < startOfDay(day)
