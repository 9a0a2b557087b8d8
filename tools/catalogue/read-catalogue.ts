/**
 * Reads a catalogue file and says everything that is wrong with its form, each with its place.
 * Invariant: what is given back has the shape that the manager's door takes; nothing has been sent.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { OfferShape } from '../../src/contract/catalogue'
import { RewardShape } from '../../src/contract/reward-shape'
import { ToolRefusal } from '../import/refusal'

export type OfferToSend = v.InferInput<typeof OfferShape>
export type RewardToSend = v.InferInput<typeof RewardShape>

export interface CatalogueToSend {
  readonly offers: readonly OfferToSend[]
  readonly rewards: readonly RewardToSend[]
}

const List = v.optional(v.array(v.unknown()), [])
const FileShape = v.pipe(
  v.strictObject({ offers: List, rewards: List }),
  v.check(({ offers, rewards }) => offers.length + rewards.length > 0),
)
const MOST_SAID = 20

export function readCatalogue(file: string): CatalogueToSend {
  const read = v.safeParse(FileShape, contentOf(file))
  if (!read.success)
    throw new ToolRefusal(
      `${file}: it must be an object with "offers", "rewards" or both, lists with at least one of either`,
    )
  const offers = read.output.offers.map((offer) => withInstants(offer, 'claim'))
  const rewards = read.output.rewards.map((reward) => withInstants(reward, 'open', 'presale'))
  const faults = [
    ...offers.flatMap((offer, index) => faultsOf(offer, OfferShape, 'offerId', `offers[${index}]`)),
    ...rewards.flatMap((reward, index) => faultsOf(reward, RewardShape, 'rewardId', `rewards[${index}]`)),
  ]
  if (faults.length === 0) return { offers, rewards } as CatalogueToSend
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

/** Each is named by its id, or by its place while it has none. */
function faultsOf(item: unknown, shape: v.GenericSchema, idName: string, place: string): string[] {
  const checked = v.safeParse(shape, item)
  if (checked.success) return []
  const id = isObject(item) ? item[idName] : undefined
  return checked.issues.map((issue) => {
    const path = v.getDotPath(issue)
    return `${typeof id === 'string' ? id : place}${path ? `.${path}` : ''}: ${wordsOf(issue)}`
  })
}

function wordsOf({ message, expected, received, path }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing'
  if (expected === 'never') return 'is no field of it'
  const isInstant = path?.some(({ key }) => WINDOWS.includes(String(key))) && expected === 'number'
  return isInstant ? `${received} is no instant; write it as 2026-05-18T10:00, the mall's own time` : message
}

/** Fields with a beginning and an end. */
const WINDOWS: readonly string[] = ['claim', 'open', 'presale']

/** `2026-05-18T10:00`, the mall's own time, as an instant, wherever a window says so. */
function withInstants(item: unknown, ...windows: readonly string[]): unknown {
  if (!isObject(item)) return item
  const changed = windows.flatMap((name) => {
    const window = item[name]
    if (!isObject(window)) return []
    return [[name, Object.fromEntries(Object.entries(window).map(([end, at]) => [end, instantOf(at)]))]]
  })
  return { ...item, ...Object.fromEntries(changed) }
}

function instantOf(at: unknown): unknown {
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at)) return at
  const instant = Date.parse(`${at}:00+08:00`)
  return Number.isNaN(instant) ? at : instant
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
