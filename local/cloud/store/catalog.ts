/**
 * The collections of a data folder and their index tables.
 * Invariant: every table in SQLite belongs to a row of `collections`; an index declared is an index filled.
 */
import { badRequest, collectionExists, collectionMissing, duplicateKey } from '../errors'
import { decodeDoc, type Doc } from '../values/document'
import { describeKey, type IndexSpec, indexEntries } from './index-keys'
import type { Sqlite, Statement } from './sqlite'
import type { Strictness } from '../strictness'

/** What a query can walk in key order: a declared index, or the `_id`s of a collection. */
export interface Walkable {
  spec: IndexSpec
  multikey: boolean
  /** The numbers of a page's documents as a JSON array in key order, and the last key; upwards and downwards. */
  pageUp: Statement
  pageDown: Statement
}

export interface Index extends Walkable {
  strict: Strictness
  add: Statement
  drop: Statement
  holders: Statement
  table: string
}

export interface Collection {
  name: string
  number: number
  ids: Walkable
  indexes: Index[]
  byId: Statement
  byNumber: Statement
  /** Of a JSON array of numbers: those of short documents, and their bodies as lines in the same order. */
  shortOnes: Statement
  after: Statement
  count: Statement
  insert: Statement
  update: Statement
  remove: Statement
}

export type IndexPlan = Record<string, IndexSpec[]>

interface StoredIndex {
  number: number
  spec: IndexSpec
  multikey: boolean
}

const MAX_COLLECTIONS = 100
const MAX_INDEXES = 20
const PAGE = 500
/** A page of such bodies fits into one text. */
const SHORT_BYTES = 64 * 1024

export class Catalog {
  private readonly collections = new Map<string, Collection>()

  constructor(
    private readonly sqlite: Sqlite,
    private readonly strict: Strictness,
  ) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);' +
        'CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY, collection INTEGER NOT NULL,' +
        ' spec TEXT NOT NULL, multikey INTEGER NOT NULL)',
    )
    this.reopen()
  }

  /** Reads anew which collections there are. */
  reopen(): void {
    this.collections.clear()
    for (const row of this.sqlite.prepare('SELECT number, name FROM collections').all())
      this.register(row[0] as number, row[1] as string)
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  get(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  geoFields(name: string): string[] {
    return this.get(name).indexes.flatMap(({ spec }) => spec.geo ?? [])
  }

  all(): Collection[] {
    return [...this.collections.values()]
  }

  create(name: string): Collection {
    if (this.collections.has(name)) throw collectionExists(name)
    if (this.collections.size >= MAX_COLLECTIONS && this.strict.indexQuota)
      throw badRequest(`more than ${MAX_COLLECTIONS} collections (strict rule indexQuota)`)
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) throw badRequest(`invalid collection name: ${name}`)
    const { lastInsertRowid } = this.sqlite.prepare('INSERT INTO collections (name) VALUES (?)').run(name)
    const number = Number(lastInsertRowid)
    this.sqlite.exec(
      `CREATE TABLE c${number} (number INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, body TEXT NOT NULL)`,
    )
    return this.register(number, name)
  }

  /** Creates what is missing, fills new indexes and leaves the existing ones alone. */
  declare(plan: IndexPlan): void {
    this.sqlite.atomically(() => {
      for (const [name, specs] of Object.entries(plan)) {
        const collection = this.collections.get(name) ?? this.create(name)
        for (const spec of specs) this.declareIndex(collection, spec)
      }
    })
  }

  /** Empties every collection, and keeps the collections and their indexes. */
  clear(): void {
    this.sqlite.atomically(() => {
      for (const collection of this.all()) {
        this.sqlite.exec(`DELETE FROM c${collection.number}`)
        for (const index of collection.indexes) this.sqlite.exec(`DELETE FROM ${index.table}`)
      }
    })
  }

  saveMultikey(index: Index): void {
    this.sqlite.prepare('UPDATE indexes SET multikey = 1 WHERE number = ?').run(Number(index.table.slice(1)))
  }

  private declareIndex(collection: Collection, spec: IndexSpec): void {
    const existing = collection.indexes.find((index) => index.spec.name === spec.name)
    if (existing && JSON.stringify(existing.spec) === JSON.stringify(spec)) return
    if (existing) this.dropIndex(collection, existing)
    if (collection.indexes.length >= MAX_INDEXES && this.strict.indexQuota)
      throw badRequest(`more than ${MAX_INDEXES} indexes in ${collection.name} (strict rule indexQuota)`)
    const { lastInsertRowid } = this.sqlite
      .prepare('INSERT INTO indexes (collection, spec, multikey) VALUES (?, ?, 0)')
      .run(collection.number, JSON.stringify(spec))
    const number = Number(lastInsertRowid)
    this.sqlite.exec(
      `CREATE TABLE i${number} (key BLOB NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (key, doc)) WITHOUT ROWID`,
    )
    const index = this.openIndex({ number, spec, multikey: false })
    for (const [doc, docNumber] of documentsOf(collection)) this.fill(collection, index, doc, docNumber)
    collection.indexes.push(index)
  }

  private fill(collection: Collection, index: Index, doc: Doc, docNumber: number): void {
    const { keys, unique, multikey } = indexEntries(index, doc)
    for (const key of keys) {
      if (unique.length > 0 && index.holders.all(key).some(([holder]) => holder !== docNumber))
        throw duplicateKey(collection.name, index.spec.name, describeKey(index.spec, doc))
      index.add.run(key, docNumber)
    }
    if (!multikey || index.multikey) return
    index.multikey = true
    this.saveMultikey(index)
  }

  private dropIndex(collection: Collection, index: Index): void {
    this.sqlite.exec(`DROP TABLE ${index.table}`)
    this.sqlite.prepare('DELETE FROM indexes WHERE number = ?').run(Number(index.table.slice(1)))
    collection.indexes.splice(collection.indexes.indexOf(index), 1)
  }

  private register(number: number, name: string): Collection {
    const ids: Walkable = {
      spec: { name: '_id_', unique: true, fields: [['_id', 1]] },
      multikey: false,
      ...pages(this.sqlite, `c${number}`, 'id', 'number'),
    }
    const indexes = this.openIndexes(number)
    const collection = { name, number, ids, indexes, ...documentStatements(this.sqlite, number) }
    this.collections.set(name, collection)
    return collection
  }

  private openIndexes(collection: number): Index[] {
    return this.sqlite
      .prepare('SELECT number, spec, multikey FROM indexes WHERE collection = ? ORDER BY number')
      .all(collection)
      .map(([number, spec, multikey]) =>
        this.openIndex({
          number: number as number,
          spec: JSON.parse(spec as string) as IndexSpec,
          multikey: multikey === 1,
        }),
      )
  }

  private openIndex({ number, spec, multikey }: StoredIndex): Index {
    const table = `i${number}`
    return {
      spec,
      strict: this.strict,
      multikey,
      table,
      add: this.sqlite.prepare(`INSERT OR IGNORE INTO ${table} (key, doc) VALUES (?, ?)`),
      drop: this.sqlite.prepare(`DELETE FROM ${table} WHERE key = ? AND doc = ?`),
      ...pages(this.sqlite, table, 'key', 'doc'),
      holders: this.sqlite.prepare(`SELECT doc FROM ${table} WHERE key = ?`),
    }
  }
}

/** Walks a collection in the order of insertion, in pages, so that nothing stays open between two steps. */
export function* documentsOf(collection: Collection): Generator<[doc: Doc, number: number]> {
  let last = 0
  for (;;) {
    const rows = collection.after.all(last, PAGE)
    for (const [number, body] of rows) yield [decodeDoc(body as string), number as number]
    if (rows.length < PAGE) return
    last = rows[rows.length - 1]?.[0] as number
  }
}

/**
 * Pages begin after the last row of the page before, so nothing stays open between two pages. A page is one row: the
 * driver takes longer to hand over a row than SQLite takes to find one.
 */
function pages(sqlite: Sqlite, table: string, key: string, doc: string) {
  return {
    pageUp: sqlite.prepare(
      `SELECT json_group_array(doc ORDER BY key, doc), max(key) FROM (SELECT ${key} AS key, ${doc} AS doc FROM ${table}` +
        ` WHERE (${key}, ${doc}) > (?, ?) AND ${key} < ? ORDER BY ${key}, ${doc} LIMIT ?)`,
    ),
    pageDown: sqlite.prepare(
      `SELECT json_group_array(doc ORDER BY key DESC, doc DESC), min(key) FROM (SELECT ${key} AS key, ${doc} AS doc FROM ${table}` +
        ` WHERE (${key}, ${doc}) < (?, ?) AND ${key} >= ? ORDER BY ${key} DESC, ${doc} DESC LIMIT ?)`,
    ),
  }
}

function documentStatements(sqlite: Sqlite, number: number) {
  const table = `c${number}`
  return {
    byId: sqlite.prepare(`SELECT number, body FROM ${table} WHERE id = ?`),
    byNumber: sqlite.prepare(`SELECT number, body FROM ${table} WHERE number = ?`),
    shortOnes: sqlite.prepare(
      `SELECT json_group_array(number), group_concat(body, char(10)) FROM ${table}` +
        ` WHERE number IN (SELECT value FROM json_each(?)) AND octet_length(body) <= ${SHORT_BYTES}`,
    ),
    after: sqlite.prepare(`SELECT number, body FROM ${table} WHERE number > ? ORDER BY number LIMIT ?`),
    count: sqlite.prepare(`SELECT count(*) FROM ${table}`),
    insert: sqlite.prepare(`INSERT INTO ${table} (id, body) VALUES (?, ?)`),
    update: sqlite.prepare(`UPDATE ${table} SET body = ? WHERE number = ?`),
    remove: sqlite.prepare(`DELETE FROM ${table} WHERE number = ?`),
  }
}
