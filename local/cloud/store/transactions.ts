/**
 * Open transactions: snapshot, locks, buffered writes, expiry.
 * Invariant: the first writer of a document or of a unique key wins; the second meets the conflict at once and its
 * transaction is over. Any failed operation ends its transaction, as in MongoDB.
 */
import { badRequest, strictRefusal, transactionConflict, transactionMissing } from '../errors'
import type { Strictness } from '../strictness'
import type { Collection } from './catalog'
import type { Change } from './changes'
import { type Doc, encodeDoc } from '../values/document'
import type { ForcedRetries } from './forced-retries'
import { newId } from './ids'
import type { Versions } from './versions'

export interface Transaction {
  id: string
  owner: string
  snapshot: number | null
  writes: Map<string, Change>
  locks: string[]
  writeCount: number
  writeBytes: number
  timer: NodeJS.Timeout
}

export interface TransactionLimits {
  expiryMs: number
  lockWaitMs: number
  maxWrites: number
  maxBytes: number
}

const MAX_OPEN = 1000

export const PRODUCTION_LIMITS: TransactionLimits = {
  expiryMs: 30_000,
  lockWaitMs: 5_000,
  maxWrites: 40,
  maxBytes: 2 * 1024 * 1024,
}

const LONGEST_TIMER_MS = 2 ** 31 - 1

export function limitsUnder(strict: Strictness, given: Partial<TransactionLimits> = {}): TransactionLimits {
  return {
    ...PRODUCTION_LIMITS,
    ...given,
    ...(strict.transactionTime ? {} : { expiryMs: LONGEST_TIMER_MS }),
    ...(strict.transactionVolume ? {} : { maxWrites: Infinity, maxBytes: Infinity }),
  }
}

export const docKey = (collection: Collection, id: Doc['_id']) =>
  `${collection.number}${typeof id === 'number' ? '#' : '/'}${id}`

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()
  private readonly waiting = new Set<() => void>()

  constructor(
    private readonly versions: Versions,
    readonly limits: TransactionLimits,
    private readonly forced: ForcedRetries | null = null,
  ) {}

  get isAnyOpen(): boolean {
    return this.open.size > 0
  }

  start(owner: string): string {
    if (this.open.size >= MAX_OPEN) throw badRequest(`more than ${MAX_OPEN} open transactions`)
    const id = newId()
    const timer = setTimeout(() => this.end(transaction), this.limits.expiryMs)
    timer.unref()
    const transaction: Transaction = {
      id,
      owner,
      snapshot: null,
      writes: new Map(),
      locks: [],
      writeCount: 0,
      writeBytes: 0,
      timer,
    }
    this.open.set(id, transaction)
    return id
  }

  /** The snapshot is taken by the first operation, not by the start. */
  use(id: string): Transaction & { snapshot: number } {
    const transaction = this.find(id)
    transaction.snapshot ??= this.versions.now
    return transaction as Transaction & { snapshot: number }
  }

  find(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw transactionMissing()
    return transaction
  }

  isOwnerInside(owner: string): boolean {
    for (const transaction of this.open.values()) if (transaction.owner === owner) return true
    return false
  }

  /** At each write: what the test mode wants. */
  assertUnforced(transaction: Transaction): void {
    if (this.forced?.atWrite(transaction.owner)) throw transactionConflict()
  }

  assertMayCommit(transaction: Transaction): void {
    if (this.forced?.atCommit(transaction.owner)) throw transactionConflict()
  }

  lock(transaction: Transaction, key: string): void {
    const holder = this.locks.get(key)
    if (holder === transaction) return
    if (holder || this.versions.changedSince(transaction.snapshot ?? this.versions.now, key))
      throw transactionConflict()
    this.lockUnwatched(transaction, key)
  }

  /** For unique keys: what changed since the snapshot is judged by who holds the key now. */
  lockUnwatched(transaction: Transaction, key: string): void {
    const holder = this.locks.get(key)
    if (holder === transaction) return
    if (holder) throw transactionConflict()
    this.locks.set(key, transaction)
    transaction.locks.push(key)
  }

  isLocked(key: string): boolean {
    return this.locks.has(key)
  }

  buffer(transaction: Transaction, key: string, change: Change): void {
    transaction.writeCount++
    transaction.writeBytes += change.after ? Buffer.byteLength(encodeDoc(change.after)) : 0
    const { maxWrites, maxBytes } = this.limits
    if (transaction.writeCount > maxWrites)
      throw strictRefusal('transactionVolume', `more than ${maxWrites} writes in one transaction`)
    if (transaction.writeBytes > maxBytes)
      throw strictRefusal('transactionVolume', `more than ${maxBytes} bytes written in one transaction`)
    const first = transaction.writes.get(key)
    transaction.writes.set(key, first ? { ...change, before: first.before } : change)
  }

  end(transaction: Transaction): void {
    if (!this.open.delete(transaction.id)) return
    clearTimeout(transaction.timer)
    for (const key of transaction.locks) this.locks.delete(key)
    let oldest = Infinity
    for (const { snapshot } of this.open.values()) oldest = Math.min(oldest, snapshot ?? Infinity)
    this.versions.forgetUpTo(oldest)
    for (const wake of [...this.waiting]) wake()
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }

  /** Resolves when some transaction ended; false when the time for waiting is over. */
  async waitForRelease(deadline: number): Promise<boolean> {
    const left = deadline - performance.now()
    if (left <= 0) return false
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, left)
      this.waiting.add(wake)
    })
    return true
  }
}
