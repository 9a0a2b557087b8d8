/**
 * Time's work on one member: the days on which it has something to do are read from the document itself, and are done one by
 * one, in order, from the day that was done last. So a run that is a week late, or runs twice, ends as one in time does.
 *
 * To add a kind of event:
 * 1. What it needs to know stands in the member's document, as a part of `TimedMember`.
 * 2. A file beside this one, or beside its noun, with a `TimeKind`: `next` names its first day, `on` says what that day
 *    changes in the document and brings beside it (`effect.ts`). Ids and instants are made of the day, never of the run.
 * 3. A line in `KINDS`; kinds that share a day act in that order, each seeing what the one before it changed.
 * 4. A line in `docs/time.md`, and a test that runs it in time, late, twice and with bookings in between.
 *
 * Invariant: `dueAt` is derived whenever the document is written, so nothing that is due is ever searched for.
 */
import { businessDayOf, startOfDay, type BusinessDay } from '../time/business-day'
import type { Effect } from './effect'
import { anniversary, anniversaryInMind } from './anniversary'
import { birthday } from './birthday'
import { couponsEnd } from './coupons-end'
import { keepTier } from './keep-tier'
import { pointsExpiry } from './points-expiry'
import { pointsReminders } from './points-reminders'
import { friendRewards, seasonClose } from './referrals'
import { untold } from './untold'
import { upgradeGift } from './upgrade-gift'
import type { DayDone, TimeContext, TimedMember, TimeKind } from './time-kind'

const KINDS: readonly TimeKind[] = [
  untold,
  keepTier,
  pointsExpiry,
  pointsReminders,
  couponsEnd,
  upgradeGift,
  friendRewards,
  seasonClose,
  birthday,
  anniversary,
]

const doneOn = ({ timeDoneOn, openedAt }: TimedMember): BusinessDay => timeDoneOn ?? businessDayOf(openedAt)

const kindsFor = ({ card }: TimedMember): readonly TimeKind[] =>
  card?.state === 'closed' ? KINDS.filter(({ afterClosing }) => afterClosing) : KINDS

/** The first day that is still to be done; null when there is none, or nobody any more for whom. */
function dayDue(member: TimedMember): BusinessDay | null {
  if (member.merged) return null
  const after = doneOn(member)
  const days = kindsFor(member)
    .map((kind) => kind.next(member, after))
    .filter((day) => day !== null)
  return days.reduce<BusinessDay | null>((first, day) => (first === null || day < first ? day : first), null)
}

/** The earliest instant at which time has something to do for this member; null when never. */
export function memberDueAt(member: TimedMember): number | null {
  const day = dayDue(member)
  return day === null ? null : startOfDay(day)
}

/** The first day that is due by now, done; null when none is. */
export function dayOfTime(member: TimedMember, context: TimeContext): DayDone | null {
  const day = dayDue(member)
  if (day === null || day > businessDayOf(context.at)) return null
  const after = doneOn(member)
  let now = member
  const effects: Effect[] = []
  for (const kind of kindsFor(member)) {
    const next = kind.next(now, after)
    if (next === null || next > day) continue
    const done = kind.on(now, day, context)
    now = { ...now, ...done.changes }
    effects.push(...done.effects)
  }
  const { _id, ...changes } = { ...now, ...anniversaryInMind(now, context.programme, day) }
  return { changes: { ...changes, timeDoneOn: day > after ? day : after }, effects }
}
