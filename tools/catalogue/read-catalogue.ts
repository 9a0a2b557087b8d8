/**
 * Reads a catalogue file and says everything that is wrong with its form, each with its place.
 * Invariant: what is given back has the shape that the manager's door takes; nothing has been sent.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { OfferShape } from '../../src/contract/catalogue'
import { ToolRefusal } from '../import/refusal'

export type OfferToSend = v.InferInput<typeof OfferShape>

const FileShape = v.strictObject({ offers: v.pipe(v.array(v.unknown()), v.minLength(1)) })
const MOST_SAID = 20

export function readCatalogue(file: string): { readonly offers: readonly OfferToSend[] } {
  const read = v.safeParse(FileShape, contentOf(file))
  if (!read.success)
    throw new ToolRefusal(`${file}: it must be an object with "offers", a list of at least one`)
  const offers = read.output.offers.map(withInstants)
  const faults = offers.flatMap((offer, index) => {
    const checked = v.safeParse(OfferShape, offer)
    return checked.success ? [] : checked.issues.map((issue) => placeOf(offer, index, issue))
  })
  if (faults.length === 0) return { offers: offers as readonly OfferToSend[] }
  const more = faults.length > MOST_SAID ? [`and ${faults.length - MOST_SAID} more`] : []
  throw new ToolRefusal([`${file} cannot be published:`, ...faults.slice(0, MOST_SAID), ...more].join('\n  '))
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read'
    throw new ToolRefusal(`${file} ${reason}`)
  }
}

function placeOf(offer: unknown, index: number, issue: v.BaseIssue<unknown>): string {
  const id = isObject(offer) && typeof offer.offerId === 'string' ? offer.offerId : `offers[${index}]`
  const path = v.getDotPath(issue)
  return `${id}${path ? `.${path}` : ''}: ${issue.message}`
}

/** `2026-05-18T10:00`, the mall's own time, as an instant. */
function withInstants(offer: unknown): unknown {
  if (!isObject(offer) || !isObject(offer.claim)) return offer
  const claim = Object.fromEntries(Object.entries(offer.claim).map(([name, at]) => [name, instantOf(at)]))
  return { ...offer, claim }
}

function instantOf(at: unknown): unknown {
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at)) return at
  const instant = Date.parse(`${at}:00+08:00`)
  return Number.isNaN(instant) ? at : instant
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
