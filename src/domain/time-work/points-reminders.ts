/**
 * Reminders of points whose last day comes near: 30, 7 and 1 days before it. One reminder names all that ends in the span that
 * follows, so that who earns a little every day is not told every day.
 * Invariant: what is there 30, 7 and 1 days before its end was named by then. A day that was named is a reason for another
 * reminder only when more ends on it than was named: spending never is.
 */
import { purseOn, type Lot } from '../points/purse'
import { addDays, addMonths, businessDayOf, startOfDay, type BusinessDay } from '../time/business-day'
import { earliest, lotsOf, wasMember } from './days'
import type { Effect } from './effect'
import type { TimeKind, TimedMember } from './time-kind'

/** So many days before, all that ends within so many days. */
const REMINDERS = {
  month: { before: 30, gathers: 30 },
  week: { before: 7, gathers: 30 },
  eve: { before: 1, gathers: 7 },
}
type Reminder = keyof typeof REMINDERS
const ALL = Object.keys(REMINDERS) as Reminder[]

type PointsByDay = Readonly<Record<BusinessDay, number>>

/** How many points of a last day each reminder named, as long as it could name that day again. */
export type PointsNamed = Readonly<Partial<Record<Reminder, PointsByDay>>>

export const pointsReminders: TimeKind = {
  next(member, after) {
    const { joinedAt } = member
    if (joinedAt === null) return null
    const joinedOn = businessDayOf(joinedAt)
    const from = after > joinedOn ? after : joinedOn
    const days = ALL.flatMap((reminder) => {
      const { before } = REMINDERS[reminder]
      const first = earliest(unnamed(member, reminder, lotsOf(member)), addDays(from, before))
      return first ? [addDays(first, -before)] : []
    })
    return earliest(days, from)
  },
  on(member, day, { programme }) {
    if (!wasMember(member, day)) return { effects: [] }
    const there = purseOn(member.account.purse, day).lots.filter(
      ({ kind, expiresOn }) => kind === 'returned' || day > addMonths(expiresOn, -programme.pointsLifeMonths),
    )
    const due = ALL.filter((reminder) =>
      unnamed(member, reminder, there).includes(addDays(day, REMINDERS[reminder].before)),
    )
    if (due.length === 0) return { effects: [] }
    const told = due.map((reminder) => ({ reminder, points: gathered(reminder, day, there) }))
    return {
      changes: namedAfter(member, day, told),
      effects: told.map(({ points }) => effectOf(member, day, points)),
    }
  },
}

/** Points that came back after their day live a week: they are named on the eve alone. */
const pointsByDay = (reminder: Reminder, lots: readonly Lot[]): PointsByDay => {
  const points: Record<BusinessDay, number> = {}
  for (const { kind, expiresOn, left } of lots)
    if (kind !== 'returned' || reminder === 'eve') points[expiresOn] = (points[expiresOn] ?? 0) + left
  return points
}

const daysIn = (points: PointsByDay): BusinessDay[] => (Object.keys(points) as BusinessDay[]).sort()

/** Days on which more ends than this reminder has named. */
function unnamed({ pointsNamed = {} }: TimedMember, reminder: Reminder, lots: readonly Lot[]): BusinessDay[] {
  const points = pointsByDay(reminder, lots)
  const known = pointsNamed[reminder] ?? {}
  return daysIn(points).filter((day) => (points[day] ?? 0) > (known[day] ?? 0))
}

/** What ends in the span that begins so many days after this one. */
function gathered(reminder: Reminder, day: BusinessDay, lots: readonly Lot[]): PointsByDay {
  const { before, gathers } = REMINDERS[reminder]
  const first = addDays(day, before)
  const end = addDays(first, gathers)
  const inSpan = lots.filter(({ expiresOn }) => expiresOn >= first && expiresOn < end)
  return pointsByDay(reminder, inSpan)
}

/** Without the days that are too near by now to be named again. */
function namedAfter(
  { pointsNamed = {} }: TimedMember,
  day: BusinessDay,
  told: readonly { readonly reminder: Reminder; readonly points: PointsByDay }[],
): Pick<TimedMember, 'pointsNamed'> {
  const kept = ALL.flatMap((reminder) => {
    const points = told.find((each) => each.reminder === reminder)?.points
    const known = { ...pointsNamed[reminder], ...points }
    const near = addDays(day, REMINDERS[reminder].before)
    const far = daysIn(known).filter((each) => each > near)
    return far.length > 0
      ? [[reminder, Object.fromEntries(far.map((each) => [each, known[each]]))] as const]
      : []
  })
  return { pointsNamed: Object.fromEntries(kept) }
}

function effectOf({ _id }: TimedMember, day: BusinessDay, points: PointsByDay): Effect {
  const days = daysIn(points)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new Error(`a reminder of nothing on ${day}`)
  const all = days.reduce((sum, each) => sum + (points[each] ?? 0), 0)
  return {
    does: 'notice',
    notice: {
      kind: 'points-expire',
      cause: `points-expire:${_id}:${first}:${day}`,
      figures: { points: all, expiresOn: first, to: last, first: points[first] ?? 0 },
      at: startOfDay(day),
      until: first,
    },
  }
}
