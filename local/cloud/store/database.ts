/**
 * The document database: what the protocol asks for, in terms of documents.
 * Invariant: a plain write sees and changes committed documents only; a write in a transaction is buffered and becomes
 * visible whole at its commit.
 */
import { badRequest } from '../errors'
import { aggregate } from '../aggregation/aggregation'
import type { Stage } from '../aggregation/stage'
import type { Cost, FindOptions } from './asked'
import { Catalog, type Collection, documentsOf, type IndexPlan } from './catalog'
import { type Change, insertion, isSame, newDoc } from './changes'
import { Committed } from './committed'
import { InsideTransactions } from './inside'
import type { Doc, Fields } from '../values/document'
import { nearestFirst, nearIn } from '../query/geo-query'
import { ForcedRetries } from './forced-retries'
import { IndexAdvice } from './index-advice'
import { matcher } from '../query/match'
import { PlainWrites } from './plain-writes'
import { planQuery } from './plan'
import { project } from '../query/projection'
import { sortDocs } from '../query/sort'
import type { Sqlite } from './sqlite'
import { docKey, Transactions, type TransactionLimits } from './transactions'
import { updated } from '../update/update'
import { Versions } from './versions'
import { STRICT, type Strictness } from '../strictness'

export type { Cost, FindOptions } from './asked'

export interface DatabaseOptions {
  limits: TransactionLimits
  /** Every rule unless given. */
  strict?: Strictness
  /** A seed: every transaction meets one conflict before it may commit. */
  forceRetries?: number | undefined
  /** Hears which index is missing. */
  log?: (line: string) => void
  /** Runs inside every SQLite transaction that writes. */
  alsoWrite: () => void
}

type Id = Doc['_id']

export class Database {
  readonly catalog: Catalog
  readonly transactions: Transactions
  private readonly versions = new Versions()
  private readonly committed: Committed
  private readonly inside: InsideTransactions
  private readonly plain: PlainWrites
  private readonly strict: Strictness
  private readonly advice: IndexAdvice

  constructor(
    private readonly sqlite: Sqlite,
    { limits, strict = STRICT, forceRetries, log = () => undefined, alsoWrite }: DatabaseOptions,
  ) {
    this.strict = strict
    this.catalog = new Catalog(sqlite, strict)
    const forced = forceRetries === undefined ? null : new ForcedRetries(forceRetries)
    this.transactions = new Transactions(this.versions, limits, forced)
    this.advice = new IndexAdvice(log)
    this.committed = new Committed(sqlite, this.catalog, strict, alsoWrite)
    this.inside = new InsideTransactions(this.transactions, this.versions, this.committed)
    this.plain = new PlainWrites(this.transactions, this.versions, this.committed)
  }

  declare(plan: IndexPlan): void {
    this.catalog.declare(plan)
  }

  createCollection(name: string): void {
    this.sqlite.atomically(() => this.catalog.create(name))
  }

  clear(): void {
    this.transactions.endAll()
    this.committed.clear()
  }

  /** After the tables below became others. */
  reopen(): void {
    this.catalog.reopen()
    this.committed.forget()
  }

  counts(): { name: string; count: number }[] {
    return this.catalog.all().map(({ name, count }) => ({ name, count: Number(count.get()?.[0]) }))
  }

  *all(name: string): Generator<Doc> {
    for (const [doc] of documentsOf(this.collection(name))) yield doc
  }

  find(name: string, query: Fields, options: FindOptions, cost: Cost): Fields[] {
    const collection = this.collection(name)
    const { order = [], offset = 0, limit = Infinity, projection } = options
    const plan = planQuery(collection, query, order)
    const matches = matcher(query)
    const near = nearIn(query)
    if (near) this.checkGeoIndex(collection, near.field)
    const stopsEarly = (order.length === 0 && !near) || (plan.kind === 'walk' && plan.ordered)
    const wanted = stopsEarly ? offset + limit : Infinity
    const { found, read } = this.committed.meeting(collection, plan, matches, wanted)
    cost.documentsRead += read
    const sorted = () => (near && order.length === 0 ? nearestFirst(found, near) : sortDocs(found, order))
    const page = (stopsEarly ? found : sorted()).slice(offset, offset + limit)
    this.advice.note({ collection: name, query, order, read, answered: page.length })
    return page.map((doc) => project(doc, projection, query))
  }

  /** A query inside a transaction; the one outside is `find`. */
  findInside(name: string, query: Fields, options: FindOptions, transactionId: string, cost: Cost): Fields[] {
    return this.inside.find(transactionId, this.collection(name), query, options, cost)
  }

  findOne(name: string, id: Id, transactionId: string | undefined, cost: Cost): Doc | null {
    const collection = this.collection(name)
    cost.documentsRead++
    if (!transactionId) return this.committed.read(collection, id)
    return this.inside.read(this.transactions.use(transactionId), collection, id)
  }

  count(name: string, query: Fields, cost: Cost): number {
    const collection = this.collection(name)
    if (Object.keys(query).length === 0) return Number(collection.count.get()?.[0])
    return this.find(name, query, {}, cost).length
  }

  aggregate(name: string, stages: Stage[], cost: Cost): Fields[] {
    const read = (from: string, query: Fields) => this.find(from, query, {}, cost) as Doc[]
    return aggregate(name, stages, { read, geoFields: (from) => this.catalog.geoFields(from) })
  }

  async insert(name: string, docs: Fields[], transactionId: string | undefined, cost: Cost): Promise<Id[]> {
    const collection = this.collection(name)
    const prepared = docs.map((fields) => newDoc(fields, this.strict))
    // Nobody has an id that was made just now.
    const isNew = docs.map(({ _id: given }) => given === undefined)
    if (transactionId) {
      for (const [i, doc] of prepared.entries()) {
        const compute = (before: Doc | null) => insertion(collection, before, doc)
        this.inside.write(transactionId, { collection, id: doc._id, isNew: isNew[i], compute })
      }
    } else {
      const keys = prepared.map((doc) => docKey(collection, doc._id))
      const there = (doc: Doc, i: number) => (isNew[i] ? null : this.committed.read(collection, doc._id))
      await this.plain.write(() => prepared.map((doc, i) => insertion(collection, there(doc, i), doc)), keys)
    }
    cost.documentsWritten += prepared.length
    return prepared.map((doc) => doc._id)
  }

  async updateOne(
    name: string,
    id: Id,
    update: Fields,
    transactionId: string | undefined,
    cost: Cost,
  ): Promise<number> {
    const collection = this.collection(name)
    const change = (before: Doc | null) => (before ? updated(before, update, this.strict, { _id: id }) : null)
    return this.changeOne(collection, id, change, transactionId, cost)
  }

  /** Replaces or inserts; true when the document is new. */
  async setOne(
    name: string,
    id: Id,
    doc: Fields,
    transactionId: string | undefined,
    cost: Cost,
  ): Promise<boolean> {
    const collection = this.collection(name)
    let isNew = false
    const change = (before: Doc | null) => {
      isNew = before === null
      return newDoc({ ...doc, _id: id }, this.strict)
    }
    await this.changeOne(collection, id, change, transactionId, cost)
    return isNew
  }

  async removeOne(name: string, id: Id, transactionId: string | undefined, cost: Cost): Promise<number> {
    return this.changeOne(this.collection(name), id, () => null, transactionId, cost)
  }

  async updateMany(
    name: string,
    query: Fields,
    update: Fields,
    cost: Cost,
    most = Infinity,
  ): Promise<number> {
    return this.changeMany(name, query, (doc) => updated(doc, update, this.strict, query), cost, most)
  }

  /** Changes the first document that the query finds, and answers what became of it; null when there is none. */
  async updateFirst(
    name: string,
    query: Fields,
    update: Fields,
    transactionId: string | undefined,
    cost: Cost,
  ): Promise<Doc | null> {
    let after: Doc | null = null
    const change = (doc: Doc | null) => (after = doc && updated(doc, update, this.strict, query))
    if (transactionId) {
      const [first] = this.findInside(name, query, { limit: 1 }, transactionId, cost) as Doc[]
      if (first) await this.changeOne(this.collection(name), first._id, change, transactionId, cost)
    } else await this.changeMany(name, query, change, cost, 1)
    return after
  }

  async removeMany(name: string, query: Fields, cost: Cost, most = Infinity): Promise<number> {
    return this.changeMany(name, query, () => null, cost, most)
  }

  commit(transactionId: string, cost: Cost): void {
    const transaction = this.transactions.find(transactionId)
    const changes = [...transaction.writes.values()].filter(({ before, after }) => before || after)
    try {
      this.transactions.assertMayCommit(transaction)
      if (changes.length > 0) this.plain.apply(changes)
      cost.documentsWritten += changes.length
    } finally {
      this.transactions.end(transaction)
    }
  }

  abort(transactionId: string): void {
    this.transactions.end(this.transactions.find(transactionId))
  }

  private collection(name: string): Collection {
    if (!this.strict.collectionMustExist && !this.catalog.has(name)) this.createCollection(name)
    return this.catalog.get(name)
  }

  private checkGeoIndex(collection: Collection, field: string): void {
    if (this.strict.geoIndex && !collection.indexes.some(({ spec }) => spec.geo === field))
      throw badRequest(`unable to find index for $geoNear query on ${field} (strict rule geoIndex)`)
  }

  private async changeOne(
    collection: Collection,
    id: Id,
    change: (before: Doc | null) => Doc | null,
    transactionId: string | undefined,
    cost: Cost,
  ): Promise<number> {
    let changed = 0
    let matched = 0
    const compute = (before: Doc | null): Change => {
      const after = change(before)
      matched = before ? 1 : 0
      changed = isSame(before, after) ? 0 : 1
      return { collection, before, after }
    }
    if (transactionId) this.inside.write(transactionId, { collection, id, compute })
    else
      await this.plain.write(() => [compute(this.committed.read(collection, id))], [docKey(collection, id)])
    cost.documentsRead++
    cost.documentsWritten += changed
    return this.strict.countsChanges ? changed : matched
  }

  private async changeMany(
    name: string,
    query: Fields,
    change: (doc: Doc) => Doc | null,
    cost: Cost,
    most: number,
  ): Promise<number> {
    const collection = this.collection(name)
    let matched = 0
    const changes = await this.plain.write(() => {
      const found = this.find(name, query, { limit: most }, cost) as Doc[]
      matched = found.length
      return found.map((before) => ({ collection, before, after: change(before) }))
    })
    cost.documentsWritten += changes.length
    return this.strict.countsChanges ? changes.length : matched
  }
}
