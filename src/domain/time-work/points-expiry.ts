/**
 * Points whose day is over: on the day after it what is left expires.
 * Invariant: one entry per member and day; what expires does not depend on when it is written down, since no other change
 * ever touches a point past its day.
 */
import { applyChange, expiry } from '../points/purse'
import { addDays, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, lotsOf } from './days'
import type { TimeKind } from './time-kind'

export const expiryOf = (memberId: string, day: BusinessDay): string => `expire:${memberId}:${day}`

export const pointsExpiry: TimeKind = {
  next(member, after) {
    const ends = lotsOf(member).map(({ expiresOn }) => expiresOn)
    const first = earliest(ends, addDays(after, -1))
    return first && addDays(first, 1)
  },
  on({ _id, account }, day) {
    const change = expiry(account.purse, day)
    if (!change) return { effects: [] }
    const entry = { cause: expiryOf(_id, day), rule: 'points.expired', change, at: startOfDay(day) } as const
    return {
      changes: { account: { ...account, purse: applyChange(account.purse, change) } },
      effects: [{ does: 'entry', ...entry }],
    }
  },
}
