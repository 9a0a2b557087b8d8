/**
 * The committed state: documents, their index entries, and the one way to change them.
 * Invariant: a batch of changes is applied whole or not at all, and no unique key has two holders afterwards.
 */
import { badRequest, duplicateKey } from '../errors'
import { DocumentCache, type StoredDoc } from './cache'
import type { Catalog, Collection, Index } from './catalog'
import type { Change } from './changes'
import { decodeDoc, type Doc, encodeDoc } from './document'
import { describeKey, indexEntries } from './index-keys'
import { keyOf } from './keys'
import type { KeyRange, Plan } from './plan'
import type { Row, Sqlite } from './sqlite'
import type { Strictness } from '../strictness'

const PAGE = 500
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

  *candidates(collection: Collection, plan: Plan, wanted: number): Generator<Doc> {
    if (plan.kind === 'scan') {
      yield* this.scan(collection)
      return
    }
    const seen = plan.index.multikey || plan.ranges.length > 1 ? new Set<number>() : null
    for (const range of plan.ranges) {
      for (const page of walk(plan, range, wanted)) {
        const fresh = seen ? page.filter((number) => !seen.has(number) && seen.add(number)) : page
        yield* this.byNumbers(collection, fresh)
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

  private keep(collection: Collection, [number, body]: Row): StoredDoc {
    const text = body as string
    const stored = { doc: decodeDoc(text), number: number as number, bytes: text.length }
    this.cache.put(collection.number, stored)
    return stored
  }

  /** A scan reads past the cache: it would only push out what is used often. */
  private *scan(collection: Collection): Generator<Doc> {
    let last = 0
    for (;;) {
      const rows = collection.after.all(last)
      for (const [number, body] of rows)
        yield this.cache.getByNumber(collection.number, number as number)?.doc ?? decodeDoc(body as string)
      if (rows.length < PAGE) return
      last = rows[rows.length - 1]?.[0] as number
    }
  }

  private *byNumbers(collection: Collection, numbers: number[]): Generator<Doc> {
    const found = new Map<number, Doc>()
    const missing: number[] = []
    for (const number of numbers) {
      const cached = this.cache.getByNumber(collection.number, number)
      if (cached) found.set(number, cached.doc)
      else missing.push(number)
    }
    if (missing.length > 0) {
      for (const row of collection.byNumbers.all(JSON.stringify(missing)))
        found.set(row[0] as number, this.keep(collection, row).doc)
    }
    for (const number of numbers) {
      const doc = found.get(number)
      if (doc) yield doc
    }
  }

  private dropOld({ collection, before, after }: Change, settle: (() => void)[]): PendingChange {
    const number = before ? (this.stored(collection, before._id)?.number ?? null) : null
    const additions: PendingChange['additions'] = []
    for (const index of collection.indexes) {
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

/** Pages of document numbers; they begin as small as the caller's limit and grow. */
function* walk(plan: Plan & { kind: 'walk' }, range: KeyRange, wanted: number): Generator<number[]> {
  let size = Math.min(Math.max(wanted, 1), PAGE)
  const { index, reverse } = plan
  let from: [Buffer, number] = reverse ? [range.high, -1] : [range.low, -1]
  for (;;) {
    const rows = reverse
      ? index.pageDown.all(from[0], from[1], range.low, size)
      : index.pageUp.all(from[0], from[1], range.high, size)
    if (rows.length > 0) yield rows.map(([, number]) => number as number)
    if (rows.length < size) return
    const last = rows[rows.length - 1] as Row
    from = [Buffer.from(last[0] as ArrayBuffer), last[1] as number]
    size = Math.min(size * 2, PAGE)
  }
}
