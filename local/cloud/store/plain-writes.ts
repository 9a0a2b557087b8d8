/**
 * Writing outside of a transaction, and making changes visible. Invariant: a plain write waits for the documents and the
 * unique keys that a transaction holds, and what was committed stays known to the snapshots that are open.
 */
import { badRequest } from '../errors'
import { type Change, isSame, uniqueKeys } from './changes'
import type { Committed } from './committed'
import type { Doc } from '../values/document'
import { docKey, type Transactions } from './transactions'
import type { Versions } from './versions'

export class PlainWrites {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: Versions,
    private readonly committed: Committed,
  ) {}

  /** Computes the changes anew after each wait, so that what is written follows from what is committed. */
  async write(compute: () => Change[], keys: string[] = []): Promise<Change[]> {
    const deadline = performance.now() + this.transactions.limits.lockWaitMs
    for (;;) {
      const isBlocked = keys.some((key) => this.transactions.isLocked(key))
      const changes = isBlocked ? [] : compute().filter(({ before, after }) => !isSame(before, after))
      if (!isBlocked && !changes.some((change) => this.touchesLock(change))) {
        if (changes.length > 0) this.apply(changes)
        return changes
      }
      if (!(await this.transactions.waitForRelease(deadline)))
        throw badRequest('operation exceeded time limit: waiting for a document that a transaction holds')
    }
  }

  private touchesLock(change: Change): boolean {
    const { transactions } = this
    if (!transactions.isAnyOpen) return false
    const id = (change.after ?? change.before)?._id as Doc['_id']
    if (transactions.isLocked(docKey(change.collection, id))) return true
    return uniqueKeys(change).some(({ lock }) => transactions.isLocked(lock))
  }

  apply(changes: Change[]): void {
    this.committed.apply(changes)
    this.versions.record(
      changes.map(({ collection, before, after }) => ({
        key: docKey(collection, ((after ?? before) as Doc)._id),
        before,
      })),
      this.transactions.isAnyOpen,
    )
  }
}
