/**
 * Reading and writing inside a transaction. Invariant: reads see the snapshot and the transaction's own writes; a write
 * is refused at once when another transaction holds, or has changed since, what it needs; a failed write ends the
 * transaction.
 */
import { duplicateKey, transactionConflict } from '../errors'
import type { Collection } from './catalog'
import { type Change, uniqueKeys } from './changes'
import type { Committed } from './committed'
import type { Doc } from './document'
import { describeKey, indexEntries } from './index-keys'
import { docKey, type Transaction, type Transactions } from './transactions'
import type { Versions } from './versions'

type Id = Doc['_id']

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

  write(
    transactionId: string,
    collection: Collection,
    id: Id,
    compute: (before: Doc | null) => Change,
  ): void {
    const transaction = this.transactions.use(transactionId)
    try {
      this.transactions.assertUnforced(transaction)
      const key = docKey(collection, id)
      const before = this.read(transaction, collection, id)
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
