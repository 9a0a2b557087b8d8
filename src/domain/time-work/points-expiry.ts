/**
 * Points whose day is near or over: a reminder 30, 7 and 1 days before it, and on the day after it what is left expires.
 * Invariant: one entry per member and day; what expires does not depend on when it is written down, since no other change
 * ever touches a point past its day.
 */
import { applyChange, expiry, purseOn, type Lot } from '../points/purse'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../time/business-day'
import type { Effect } from './effect'
import type { TimeKind, TimedMember } from './time-kind'
import { earliest, wasMember } from './days'

const REMINDERS = [30, 7, 1] as const
/** Points that came back after their day live a week: they are named on the eve alone. */
const REMINDERS_RETURNED = [1] as const

const lotsOf = ({ account: { purse } }: TimedMember): readonly Lot[] => [
  ...purse.lots,
  ...(purse.pending ?? []),
]

const remindersOf = ({ kind, expiresOn }: Pick<Lot, 'kind' | 'expiresOn'>): BusinessDay[] =>
  (kind === 'returned' ? REMINDERS_RETURNED : REMINDERS).map((days) => addDays(expiresOn, -days))

export const expiryOf = (memberId: string, day: BusinessDay): string => `expire:${memberId}:${day}`

export const pointsExpiry: TimeKind = {
  next: (member, after) =>
    earliest(
      lotsOf(member).flatMap((lot) => [...remindersOf(lot), addDays(lot.expiresOn, 1)]),
      after,
    ),
  on(member, day, { programme }) {
    const { _id, account } = member
    const change = expiry(account.purse, day)
    const purse = change ? applyChange(account.purse, change) : account.purse
    const entry: Effect[] = change
      ? [
          {
            does: 'entry',
            cause: expiryOf(_id, day),
            rule: 'points.expired',
            change,
            at: startOfDay(day),
          },
        ]
      : []
    const told = wasMember(member, day) ? reminders(member, day, programme.pointsLifeMonths) : []
    return { changes: { account: { ...account, purse } }, effects: [...entry, ...told] }
  },
}

/** One for each last day that is so near today, whatever kinds of points end on it. */
function reminders({ _id, account }: TimedMember, day: BusinessDay, lifeMonths: number): Effect[] {
  const lots = purseOn(account.purse, day).lots.filter(
    (lot) =>
      remindersOf(lot).includes(day) &&
      (lot.kind === 'returned' || day > addMonths(lot.expiresOn, -lifeMonths)),
  )
  const days = [...new Set(lots.map(({ expiresOn }) => expiresOn))].sort()
  return days.map((expiresOn) => ({
    does: 'notice',
    notice: {
      kind: 'points-expire',
      cause: `points-expire:${_id}:${expiresOn}:${day}`,
      figures: {
        points: lots.filter((lot) => lot.expiresOn === expiresOn).reduce((sum, { left }) => sum + left, 0),
        expiresOn,
      },
      at: startOfDay(day),
      until: expiresOn,
    },
  }))
}
