/**
 * Reading and writing inside a transaction. Invariant: reads see the snapshot and the transaction's own writes; a write
 * is refused at once when another transaction holds, or has changed since, what it needs; a failed write ends the
 * transaction.
 */
import { duplicateKey, notImplemented, transactionConflict } from '../errors'
import type { Cost, FindOptions } from './asked'
import type { Collection } from './catalog'
import { type Change, uniqueKeys } from './changes'
import type { Committed } from './committed'
import type { Doc, Fields } from '../values/document'
import { nearIn } from '../query/geo-query'
import { describeKey, indexEntries } from './index-keys'
import { matcher } from '../query/match'
import { project } from '../query/projection'
import { sortDocs } from '../query/sort'
import { docKey, type Transaction, type Transactions } from './transactions'
import type { Versions } from './versions'

type Id = Doc['_id']

export interface Write {
  collection: Collection
  id: Id
  /** The id was made for this write: there is nothing to read. */
  isNew?: boolean | undefined
  compute: (before: Doc | null) => Change
}

export class InsideTransactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: Versions,
    private readonly committed: Committed,
  ) {}

  read(transaction: Transaction & { snapshot: number }, collection: Collection, id: Id): Doc | null {
    const key = docKey(collection, id)
    const own = transaction.writes.get(key)
    if (own) return own.after
    const earlier = this.versions.seenFrom(transaction.snapshot, key)
    return earlier === undefined ? this.committed.read(collection, id) : earlier
  }

  /** Looks at every document of the collection: indexes know what is committed, not what a snapshot sees. */
  find(
    transactionId: string,
    collection: Collection,
    query: Fields,
    { order = [], offset = 0, limit = Infinity, projection }: FindOptions,
    cost: Cost,
  ): Fields[] {
    if (nearIn(query)) throw notImplemented('a condition of nearness inside a transaction')
    const transaction = this.transactions.use(transactionId)
    const matches = matcher(query)
    const found: Doc[] = []
    for (const doc of this.all(transaction, collection)) {
      cost.documentsRead++
      if (matches(doc)) found.push(doc)
    }
    const page = sortDocs(found, order).slice(offset, offset + limit)
    return page.map((doc) => project(doc, projection, query))
  }

  private *all(transaction: Transaction & { snapshot: number }, collection: Collection): Generator<Doc> {
    const known = new Set<string>()
    for (const page of this.committed.candidates(collection, { kind: 'scan' }, Infinity)) {
      for (const { _id } of page) {
        known.add(docKey(collection, _id))
        const doc = this.read(transaction, collection, _id)
        if (doc) yield doc
      }
    }
    // What others have removed since the snapshot, and what the transaction itself has added.
    for (const [key, doc] of this.versions.allSeenFrom(transaction.snapshot)) {
      const isHere = key === docKey(collection, doc._id) && !transaction.writes.has(key)
      if (isHere && !known.has(key)) yield doc
    }
    for (const [key, write] of transaction.writes)
      if (write.collection === collection && write.after && !known.has(key)) yield write.after
  }

  write(transactionId: string, { collection, id, isNew = false, compute }: Write): void {
    const transaction = this.transactions.use(transactionId)
    try {
      this.transactions.assertUnforced(transaction)
      const key = docKey(collection, id)
      const before = isNew ? null : this.read(transaction, collection, id)
      // The conflict comes before what is wrong with the operation itself: its premise may be stale.
      this.transactions.lock(transaction, key)
      const change = compute(before)
      if (change.after) this.claimUniqueKeys(transaction, change, key)
      if (change.before || change.after) this.transactions.buffer(transaction, key, change)
    } catch (error) {
      this.transactions.end(transaction)
      throw error
    }
  }

  private claimUniqueKeys(
    transaction: Transaction & { snapshot: number },
    change: Change,
    own: string,
  ): void {
    const { collection } = change
    for (const { spec, key, lock, index } of uniqueKeys(change)) {
      this.transactions.lockUnwatched(transaction, lock)
      const duplicate = () => duplicateKey(collection.name, spec.name, describeKey(spec, change.after as Doc))
      for (const [otherKey, other] of transaction.writes) {
        const rivals = other.collection === collection && otherKey !== own && other.after
        if (rivals && indexEntries(index, rivals).unique.some((taken) => taken.equals(key))) throw duplicate()
      }
      const holder = index.holders.get(key)?.[0] as number | undefined
      const held = holder === undefined ? null : this.committed.byNumber(collection, holder)
      const heldKey = held && docKey(collection, held._id)
      if (!heldKey || heldKey === own || transaction.writes.has(heldKey)) continue
      throw this.versions.changedSince(transaction.snapshot, heldKey) ? transactionConflict() : duplicate()
    }
  }
}
