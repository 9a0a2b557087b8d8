/**
 * What a store shows to be scanned, of itself or of an event. A fixed code is the scene of a mini-program code that hangs on the
 * wall; a rotating one stands on a screen and proves place and minute with a proof that the server makes.
 * Invariants: a rotating code holds for its own minute and the next; no event has the key of a store, nor of no place at all.
 */
import { CODE_PERIOD_MS } from '../members/member-code'

/** How a store takes check-ins. */
export const PLACE_CODES = ['off', 'fixed', 'rotating'] as const
export type PlaceCodeKind = (typeof PLACE_CODES)[number]

/** A place, as a code names it. */
export interface CodedPlace {
  readonly sort: 'store' | 'event'
  readonly id: string
}

export interface ReadPlaceCode extends CodedPlace {
  /** Of a rotating code. */
  readonly proved: { readonly period: number; readonly proof: string } | null
}

/** WeChat takes 32 letters of a scene. */
export const LONGEST_FIXED_ID = 30

const LETTERS = { store: 'c', event: 'e' } as const

const EVENT_KEY = 'event_'

/** Names a place among all of a member's day. Ids of stores are letters, digits and lines. */
export const placeKey = ({ sort, id }: CodedPlace): string => (sort === 'event' ? `${EVENT_KEY}${id}` : id)

/** The event with this key; null for any other place. */
export const eventOfKey = (key: string): string | null =>
  key.startsWith(EVENT_KEY) ? key.slice(EVENT_KEY.length) : null

export const fixedPlaceCode = ({ sort, id }: CodedPlace): string => `${LETTERS[sort]}.${id}`

export const rotatingPlaceCode = (place: CodedPlace, period: number, proof: string): string =>
  `shuke:${fixedPlaceCode(place)}.${period}.${proof}`

/** What the proof of a rotating code signs. */
export const placeStatement = (place: CodedPlace, period: number): string => `${placeKey(place)}:${period}`

/** The place and what proves the minute; null when it is no code of a place. */
export function readPlaceCode(text: string): ReadPlaceCode | null {
  const [, turns, letter, id, period, proof] =
    /^(shuke:)?([ce])\.([a-z0-9-]{1,32})(?:\.(\d{1,12})\.([0-9a-f]{16}))?$/.exec(text) ?? []
  if (!letter || !id || (turns !== undefined) !== (proof !== undefined)) return null
  const sort = letter === LETTERS.event ? 'event' : 'store'
  return { sort, id, proved: period && proof ? { period: Number(period), proof } : null }
}

/** Made in this minute or the last. */
export const isCurrentPeriod = (period: number, instantMs: number): boolean => {
  const now = Math.floor(instantMs / CODE_PERIOD_MS)
  return period === now || period === now - 1
}
