/**
 * The committed state: documents, their index entries, and the one way to change them.
 * Invariant: a batch of changes is applied whole or not at all, and no unique key has two holders afterwards.
 */
import { badRequest, duplicateKey } from '../errors'
import { DocumentCache, type StoredDoc } from './cache'
import type { Catalog, Collection, Index } from './catalog'
import type { Change } from './changes'
import { decodeDoc, type Doc, encodeDoc } from '../values/document'
import { describeKey, haveSameKeys, indexEntries } from './index-keys'
import { keyOf } from '../values/keys'
import type { KeyRange, Plan } from './plan'
import type { Row, Sqlite } from './sqlite'
import type { Strictness } from '../strictness'

const PAGE = 500
/** So few documents are read faster one by one than as a list. */
const FEW = 8
const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024

export class Committed {
  private readonly cache = new DocumentCache()

  constructor(
    private readonly sqlite: Sqlite,
    private readonly catalog: Catalog,
    private readonly strict: Strictness,
    private readonly alsoWrite: () => void,
  ) {}

  read(collection: Collection, id: Doc['_id']): Doc | null {
    return this.stored(collection, id)?.doc ?? null
  }

  byNumber(collection: Collection, number: number): Doc | null {
    const cached = this.cache.getByNumber(collection.number, number)
    if (cached) return cached.doc
    const row = collection.byNumber.get(number)
    return row ? this.keep(collection, row).doc : null
  }

  /** The candidates that match, until so many are found as are wanted, and how many were looked at. */
  meeting(collection: Collection, plan: Plan, matches: (doc: Doc) => boolean, wanted: number) {
    const found: Doc[] = []
    let read = 0
    for (const page of this.candidates(collection, plan, wanted)) {
      for (const doc of page) {
        read++
        if (matches(doc) && found.push(doc) >= wanted) break
      }
      if (found.length >= wanted) break
    }
    return { found, read }
  }

  /** In pages, so that whoever has enough stops reading. */
  *candidates(collection: Collection, plan: Plan, wanted: number): Generator<Doc[]> {
    if (plan.kind === 'scan') {
      yield* this.scan(collection, wanted)
      return
    }
    const seen = plan.index.multikey || plan.ranges.length > 1 ? new Set<number>() : null
    for (const range of plan.ranges) {
      for (const page of walk(plan, range, wanted)) {
        const fresh = seen ? page.filter((number) => !seen.has(number) && seen.add(number)) : page
        yield this.byNumbers(collection, fresh)
      }
    }
  }

  apply(changes: Change[]): void {
    const done: (() => void)[] = []
    this.sqlite.atomically(() => {
      // Old keys go first: a batch may hand a unique value from one document to another.
      const pending = changes.map((change) => this.dropOld(change, done))
      for (const [i, change] of changes.entries()) {
        if (change.after) done.push(this.writeNew(change, change.after, pending[i] as PendingChange))
        else if (change.before)
          done.push(() => this.cache.forget(change.collection.number, (change.before as Doc)._id))
      }
      this.alsoWrite()
    })
    for (const settle of done) settle()
  }

  clear(): void {
    this.catalog.clear()
    this.cache.clear()
  }

  forget(): void {
    this.cache.clear()
  }

  private stored(collection: Collection, id: Doc['_id']): StoredDoc | null {
    const cached = this.cache.getById(collection.number, id)
    if (cached) return cached
    const row = collection.byId.get(keyOf(id))
    return row ? this.keep(collection, row) : null
  }

  /** A row that was read because its document is not cached. */
  private keep(collection: Collection, row: Row): StoredDoc {
    const text = row[1] as string
    const stored = { doc: decodeDoc(text), number: row[0] as number, bytes: text.length }
    this.cache.add(collection.number, stored)
    return stored
  }

  /** A scan reads past the cache: it would only push out what is used often. */
  private *scan(collection: Collection, wanted: number): Generator<Doc[]> {
    let last = 0
    for (const size of pageSizes(wanted)) {
      const rows = collection.after.all(last, size)
      yield rows.map(
        ([number, body]) =>
          this.cache.getByNumber(collection.number, number as number)?.doc ?? decodeDoc(body as string),
      )
      if (rows.length < size) return
      last = rows[rows.length - 1]?.[0] as number
    }
  }

  private byNumbers(collection: Collection, numbers: number[]): Doc[] {
    const found = this.cache.getByNumbers(collection.number, numbers)
    const missing = found.size === 0 ? numbers : numbers.filter((number) => !found.has(number))
    for (const row of rowsOf(collection, missing)) found.set(row[0] as number, this.keep(collection, row))
    const docs: Doc[] = []
    for (const number of numbers) {
      const stored = found.get(number)
      if (stored) docs.push(stored.doc)
    }
    return docs
  }

  private dropOld({ collection, before, after }: Change, settle: (() => void)[]): PendingChange {
    const number = before ? (this.stored(collection, before._id)?.number ?? null) : null
    const additions: PendingChange['additions'] = []
    for (const index of collection.indexes) {
      if (before && after && haveSameKeys(index, before, after)) continue
      const old = before ? indexEntries(index, before).keys : []
      const entries = after ? indexEntries(index, after) : { keys: [], unique: [], multikey: false }
      if (number !== null)
        for (const key of old) if (!entries.keys.some((next) => next.equals(key))) index.drop.run(key, number)
      const keys = entries.keys.filter((key) => !old.some((previous) => previous.equals(key)))
      if (keys.length > 0) additions.push({ index, keys, isUnique: entries.unique.length > 0 })
      if (entries.multikey && !index.multikey) this.catalog.saveMultikey(index)
      if (entries.multikey) settle.push(() => void (index.multikey = true))
    }
    if (number !== null && !after) collection.remove.run(number)
    return { number, additions }
  }

  private writeNew({ collection }: Change, after: Doc, pending: PendingChange): () => void {
    const body = encodeDoc(after)
    if (this.strict.documentSize && body.length * 3 > MAX_DOCUMENT_BYTES)
      checkSize(after, Buffer.byteLength(body))
    let { number } = pending
    if (number === null) number = Number(collection.insert.run(keyOf(after._id), body).lastInsertRowid)
    else collection.update.run(body, number)
    for (const { index, keys, isUnique } of pending.additions) {
      for (const key of keys) {
        if (isUnique && index.holders.get(key))
          throw duplicateKey(collection.name, index.spec.name, describeKey(index.spec, after))
        index.add.run(key, number)
      }
    }
    const stored = { doc: decodeDoc(body), number, bytes: body.length }
    return () => this.cache.put(collection.number, stored)
  }
}

interface PendingChange {
  number: number | null
  additions: { index: Index; keys: Buffer[]; isUnique: boolean }[]
}

function checkSize(doc: Doc, bytes: number): void {
  if (bytes > MAX_DOCUMENT_BYTES)
    throw badRequest(
      `document ${doc._id} is larger than ${MAX_DOCUMENT_BYTES} bytes (strict rule documentSize)`,
    )
}

/** Rows in no order; those of short documents come in one. */
function rowsOf(collection: Collection, numbers: number[]): Row[] {
  const single = (wanted: number[]) =>
    wanted.map((number) => collection.byNumber.get(number)).filter((row) => row !== undefined)
  if (numbers.length <= FEW) return single(numbers)
  const [list, lines] = collection.shortOnes.get(JSON.stringify(numbers)) as [string, string | null]
  const bodies = lines === null ? [] : lines.split('\n')
  const rows = (JSON.parse(list) as number[]).map((number, i): Row => [number, bodies[i]])
  if (rows.length === numbers.length) return rows
  const known = new Set(rows.map(([number]) => number))
  return [...rows, ...single(numbers.filter((number) => !known.has(number)))]
}

/** Pages of document numbers. */
function* walk(plan: Plan & { kind: 'walk' }, range: KeyRange, wanted: number): Generator<number[]> {
  const { index, reverse } = plan
  let from: [Buffer, number] = reverse ? [range.high, -1] : [range.low, -1]
  for (const size of pageSizes(wanted)) {
    const row = reverse
      ? index.pageDown.get(from[0], from[1], range.low, size)
      : index.pageUp.get(from[0], from[1], range.high, size)
    const numbers = JSON.parse(row?.[0] as string) as number[]
    if (numbers.length > 0) yield numbers
    if (numbers.length < size) return
    from = [Buffer.from(row?.[1] as ArrayBuffer), numbers[numbers.length - 1] as number]
  }
}

/** They begin as small as the caller's limit and grow. */
function* pageSizes(wanted: number): Generator<number> {
  for (let size = Math.min(Math.max(wanted, 1), PAGE); ; size = Math.min(size * 2, PAGE)) yield size
}
