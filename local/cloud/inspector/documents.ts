/**
 * Documents as people look at them and change them: pages in the order of `_id` or of a field, each as extended JSON.
 * Invariant: a change goes the way of every plain write, and only onto the state that the person saw.
 */
import { badRequest, CloudError } from '../errors'
import { readEjsonFields } from '../protocol/ejson'
import type { Database } from '../store/database'
import type { Doc, Fields, Value } from '../values/document'
import { isDate, isFields } from '../values/document'
import type { Order } from '../query/sort'
import type { Strictness } from '../strictness'

export interface PageRequest {
  collection: string
  /** Extended JSON; empty for all. */
  where: string
  order: string
  limit: number
  /** What the page before gave as `next`. */
  after?: string | undefined
}

export interface DocumentPage {
  documents: string[]
  next: string | null
  documentsRead: number
  ms: number
}

export interface IndexView {
  name: string
  unique: boolean
  fields: [string, number][]
}

export interface DocumentControls {
  page(request: PageRequest): DocumentPage
  /** `doc` null deletes; `was` null inserts. @returns what is stored now. */
  change(collection: string, was: string | null, doc: string | null): Promise<string | null>
  indexes(collection: string): IndexView[]
}

const MAX_PAGE = 200
const cost = () => ({ documentsRead: 0, documentsWritten: 0 })

export function documentControls(
  database: Database,
  strict: Strictness,
  now: () => number,
): DocumentControls {
  const read = (text: string) => readEjsonFields(text || '{}', { now: now(), strict })
  const readOrNull = (text: string | null) => (text === null ? null : read(text))
  return {
    page: (request) => page(database, read, request),
    change: (collection, was, doc) => change(database, collection, readOrNull(was), readOrNull(doc)),
    indexes: (collection) =>
      database.catalog
        .get(collection)
        .indexes.map(({ spec: { name, unique = false, fields } }) => ({ name, unique, fields })),
  }
}

/** In the order of `_id` a page begins after the last one of the page before, so the last page is as fast as the first. */
function page(
  database: Database,
  read: (text: string) => Fields,
  { collection, where, order, limit, after }: PageRequest,
): DocumentPage {
  const began = performance.now()
  const spent = cost()
  const asked = read(where)
  const wanted = Object.entries(read(order)) as Order
  if (wanted.some(([, direction]) => direction !== 1 && direction !== -1))
    throw badRequest('an order is 1 or -1 per field, such as {"at": -1}')
  const place = (after ? JSON.parse(after) : {}) as { id?: string; skip?: number }
  const query = place.id === undefined ? asked : { $and: [asked, { _id: { $gt: place.id } }] }
  const size = Math.min(Math.max(limit, 1), MAX_PAGE)
  const options = {
    order: wanted.length > 0 ? wanted : ([['_id', 1]] as Order),
    offset: place.skip ?? 0,
    limit: size + 1,
  }
  const found = database.find(collection, query, options, spent)
  const shown = found.slice(0, size)
  const last = shown.at(-1)?.['_id']
  const byId = wanted.length === 0 && typeof last === 'string'
  const next = byId ? { id: last } : { skip: (place.skip ?? 0) + size }
  return {
    documents: shown.map((doc) => JSON.stringify(readable(doc))),
    next: found.length > size ? JSON.stringify(next) : null,
    documentsRead: spent.documentsRead,
    ms: Math.round((performance.now() - began) * 10) / 10,
  }
}

async function change(
  database: Database,
  collection: string,
  was: Fields | null,
  doc: Fields | null,
): Promise<string | null> {
  const id = (was ?? doc)?.['_id']
  if (typeof id !== 'string' && typeof id !== 'number')
    throw badRequest('a document needs an _id, text or number')
  if (was && doc && doc['_id'] !== id) throw badRequest('the _id of a document does not change')
  const text = (fields: Fields | null) => fields && JSON.stringify(readable(fields))
  if (text(database.findOne(collection, id, undefined, cost())) !== text(was))
    throw new CloudError('CHANGED', was ? 'the document has changed meanwhile' : 'the _id is taken')
  if (doc) await database.setOne(collection, id, doc, undefined, cost())
  else await database.removeOne(collection, id, undefined, cost())
  return text(database.findOne(collection, id, undefined, cost()))
}

/** Extended JSON that people can read: dates as text, numbers as numbers. */
export function readable(value: Doc | Fields | Value | undefined): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (isDate(value)) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map(readable)
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, readable(child)]))
}
