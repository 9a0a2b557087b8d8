/**
 * How much of a member's book is filled, and what is missing. Allergies are no part of it: nobody is to be pressed for
 * what he need not tell.
 */
import type { BusinessDay } from '../time/business-day'
import type { Visits } from './account'

/** In the order in which they are asked for. */
export const BOOK_PARTS = ['name', 'birthday', 'sizes', 'preferences', 'note'] as const
export type BookPart = (typeof BOOK_PARTS)[number]

export interface BookFilled {
  readonly name: boolean
  readonly birthday: boolean
  readonly sizes: boolean
  readonly preferences: boolean
  /** The day of the store's newest note. */
  readonly notedOn: BusinessDay | null
  readonly visits: Pick<Visits, 'lastDay' | 'dayBefore'>
}

/** A note counts while it is of one of the last two shopping days, or newer. */
const isNoteFresh = ({ notedOn, visits }: BookFilled): boolean => {
  const since = visits.dayBefore ?? visits.lastDay
  return notedOn !== null && (since === null || notedOn >= since)
}

export function missingParts(filled: BookFilled): BookPart[] {
  return BOOK_PARTS.filter((part) => (part === 'note' ? !isNoteFresh(filled) : !filled[part]))
}

/** Whole percent, rounded down. */
export const completenessPercent = (missing: readonly BookPart[]): number =>
  Math.floor(((BOOK_PARTS.length - missing.length) * 100) / BOOK_PARTS.length)
