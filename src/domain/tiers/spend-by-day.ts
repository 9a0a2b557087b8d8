/**
 * Qualifying spend of a member by business day, and its sum over the programme's window.
 * Invariant: no day is zero; days that no window can reach any more are forgotten, so the record stays small.
 */
import { addFen, fen, NO_FEN, type Fen } from '../money/fen'
import type { Programme } from '../programme/programme'
import { addDays, addMonths, type BusinessDay } from '../time/business-day'

export type SpendByDay = Readonly<Record<string, Fen>>

/** Months kept beyond the window: a term's end is judged up to its grace period later. */
const MONTHS_KEPT_LONGER = 3

/** Spend of the last months up to and including `day`; the same calendar day a window ago no longer counts. */
export function windowSpend(spend: SpendByDay, day: BusinessDay, windowMonths: number): Fen {
  const gone = lastDayGone(day, windowMonths)
  return sumOf(spend, (each) => each > gone && each <= day)
}

/**
 * The last day that no longer counts on `day`: that from which the window's months have gone by. Counted forward, as a term
 * is, so that no purchase of 29 February or 31 August both earns a tier and renews it at the end of its term.
 */
export function lastDayGone(day: BusinessDay, windowMonths: number): BusinessDay {
  const later = (from: BusinessDay): BusinessDay => {
    const next = addDays(from, 1)
    return addMonths(next, windowMonths) <= day ? later(next) : from
  }
  return later(addMonths(day, -windowMonths))
}

/** The last day that is forgotten when something is written down today. */
export const oldestKept = (
  today: BusinessDay,
  { windowMonths }: Pick<Programme, 'windowMonths'>,
): BusinessDay => addMonths(today, -(windowMonths + MONTHS_KEPT_LONGER))

/** Adds to a day (negative for a refund, on the purchase's own day) and forgets what is too old to matter. */
export function withSpend(
  spend: SpendByDay,
  day: BusinessDay,
  amount: Fen,
  today: BusinessDay,
  programme: Pick<Programme, 'windowMonths'>,
): SpendByDay {
  const oldest = oldestKept(today, programme)
  const next: Record<string, Fen> = {}
  for (const [each, sum] of Object.entries(spend)) if (each > oldest) next[each] = sum
  if (day > oldest) next[day] = addFen(next[day] ?? NO_FEN, amount)
  if (next[day] === NO_FEN) delete next[day]
  return next
}

/** Spend on the days for which `counts` holds. */
export const sumOf = (spend: SpendByDay, counts: (day: BusinessDay) => boolean): Fen =>
  fen(daysOf(spend).reduce((sum, day) => (counts(day) ? sum + (spend[day] ?? 0) : sum), 0))

/** The days of a record, in no order. */
export const daysOf = (byDay: Readonly<Record<string, number>>): BusinessDay[] =>
  Object.keys(byDay) as BusinessDay[]
