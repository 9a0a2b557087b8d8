/**
 * What a store shows to be scanned. A fixed code is the scene of a mini-program code that hangs on the wall; a rotating
 * one stands on a screen and proves store and minute with a proof that the server makes.
 * Invariant: a rotating code holds for its own minute and the next.
 */
import { CODE_PERIOD_MS } from '../members/member-code'

/** How a store takes check-ins. */
export const PLACE_CODES = ['off', 'fixed', 'rotating'] as const
export type PlaceCodeKind = (typeof PLACE_CODES)[number]

export interface ReadPlaceCode {
  readonly storeId: string
  /** Of a rotating code. */
  readonly proved: { readonly period: number; readonly proof: string } | null
}

/** WeChat takes 32 letters of a scene. */
export const LONGEST_FIXED_STORE_ID = 30

export const fixedPlaceCode = (storeId: string): string => `c.${storeId}`

export const rotatingPlaceCode = (storeId: string, period: number, proof: string): string =>
  `shuke:c.${storeId}.${period}.${proof}`

/** What the proof of a rotating code signs. */
export const placeStatement = (storeId: string, period: number): string => `${storeId}:${period}`

/** The store and what proves the minute; null when it is no code of a place. */
export function readPlaceCode(text: string): ReadPlaceCode | null {
  const fixed = /^c\.([a-z0-9-]{1,32})$/.exec(text)
  if (fixed?.[1]) return { storeId: fixed[1], proved: null }
  const [, storeId, period, proof] =
    /^shuke:c\.([a-z0-9-]{1,32})\.(\d{1,12})\.([0-9a-f]{16})$/.exec(text) ?? []
  return storeId && period && proof ? { storeId, proved: { period: Number(period), proof } } : null
}

/** Made in this minute or the last. */
export const isCurrentPeriod = (period: number, instantMs: number): boolean => {
  const now = Math.floor(instantMs / CODE_PERIOD_MS)
  return period === now || period === now - 1
}
