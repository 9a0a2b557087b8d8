/**
 * Says once for each shape of a query that it reads far more documents than it answers, and which index would help.
 * Invariant: a query that is answered from an index, or that asks for everything, is not spoken of.
 */
import type { Fields } from '../values/document'
import { constraintsOf } from './plan'
import type { Order } from '../query/sort'

/** Fewer documents are read faster than a person can notice. */
const MANY = 500
/** An index that passes over nine of ten is no help. */
const WASTEFUL = 10

export interface Reading {
  collection: string
  query: Fields
  order: Order
  read: number
  answered: number
}

export class IndexAdvice {
  private readonly said = new Set<string>()

  constructor(private readonly say: (line: string) => void) {}

  note({ collection, query, order, read, answered }: Reading): void {
    if (read < MANY || read < Math.max(answered, 1) * WASTEFUL) return
    const fields = helpfulFields(query, order)
    if (fields.length === 0) return
    const wanted = fields.map(([field, direction]) => `${field} ${direction}`).join(', ')
    const shape = `${collection}: ${wanted}`
    if (this.said.has(shape)) return
    this.said.add(shape)
    this.say(
      `local cloud: a query of ${collection} read ${read} documents to answer ${answered}; an index on ${wanted} would help`,
    )
  }
}

/** Equal fields first, then what gives the order, then ranges: so one walk of the index serves all three. */
function helpfulFields(query: Fields, order: Order): Order {
  const constraints = [...constraintsOf(query)].filter(([field]) => field !== '_id')
  const ascending = (wanted: (typeof constraints)[number][]) =>
    wanted.map(([field]): Order[number] => [field, 1])
  const equal = ascending(constraints.filter(([, { equals, among }]) => equals !== undefined || among))
  const ranged = ascending(constraints.filter(([, { range }]) => range))
  const named = new Map<string, 1 | -1>()
  for (const [field, direction] of [...equal, ...order, ...ranged])
    if (!named.has(field)) named.set(field, direction)
  return [...named]
}
