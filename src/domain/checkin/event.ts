/**
 * An event: a place of its own for some days, at a store that shows its code.
 * Invariant: what has begun keeps its store, its first day and its points, and ends today at the earliest: nobody's check-in is
 * outside of it.
 */
import type { BusinessDay } from '../time/business-day'

export const MOST_PLACE_POINTS = 10_000

export interface PlaceEvent {
  readonly name: string
  /** The store that hosts it, whose staff show its code. */
  readonly storeId: string
  /** Its days, both included. */
  readonly from: BusinessDay
  readonly until: BusinessDay
  readonly checkIn: 'fixed' | 'rotating'
  /** For being there; absent: what the programme gives at any place. */
  readonly placePoints?: number
}

/** Why nobody checks in at an event today; null while it runs. */
export const notNow = ({ from, until }: PlaceEvent, today: BusinessDay): 'before' | 'after' | null =>
  today < from ? 'before' : today > until ? 'after' : null

export type EventRefusal = 'days-wrong' | 'begun'

/** Why an event cannot be as a manager wants it, anew or in place of one before. */
export function whyNotNamed(
  before: PlaceEvent | null,
  wanted: PlaceEvent,
  today: BusinessDay,
): EventRefusal | null {
  if (wanted.until < wanted.from || wanted.until < today) return 'days-wrong'
  if (!before || notNow(before, today) === 'before') return wanted.from < today ? 'days-wrong' : null
  const isSame =
    wanted.storeId === before.storeId &&
    wanted.from === before.from &&
    wanted.placePoints === before.placePoints
  return isSame ? null : 'begun'
}
