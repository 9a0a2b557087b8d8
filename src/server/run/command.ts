/**
 * One business change = one transaction, tried again on a write conflict, answered once per operation id.
 * Invariant: the work may run many times and has no effect but its writes within the transaction; the operation record
 * is one of them, so a repeated command meets it and gets the first answer.
 */
import { isConflict, isDuplicate, startTransaction, type Transaction } from '../store/collection'
import type { OperationRecord } from '../store/operation-record'
import { backOff } from './chance'
import { refuse, type Outcome, type Refused } from './outcome'

const MOST_TRIES = 10

export interface Operation {
  /** Fingerprint of the input: same id with another input is refused. */
  readonly inputHash: string
  /** Reads the record that an earlier run of this operation left. */
  readonly find: () => Promise<OperationRecord | null>
}

/** Thrown by the work when what was looked up before the transaction does not hold inside it. */
export class TryAgain extends Error {}

/** @param look what must be found by a query, which a transaction cannot do: asked anew before every try. */
export async function command<Data, Found = undefined>(
  operation: Operation,
  work: (within: Transaction, found: Found) => Promise<{ readonly data: Data } | Refused>,
  look?: () => Promise<Found>,
): Promise<Outcome<Data>> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const found = (await look?.()) as Found
    const within = await startTransaction()
    try {
      const result = await work(within, found)
      if ('refused' in result) {
        await within.rollback()
        return (await earlierAnswer<Data>(operation)) ?? result
      }
      await within.commit()
      return result
    } catch (error) {
      await within.rollback().catch(() => undefined) // the server has already dropped it after a conflict
      if (isDuplicate(error)) {
        const earlier = await earlierAnswer<Data>(operation)
        if (earlier) return earlier
      } else if (!isConflict(error) && !(error instanceof TryAgain)) throw error
    }
    await backOff(attempt)
  }
  return refuse('server.busy')
}

async function earlierAnswer<Data>(operation: Operation): Promise<Outcome<Data> | null> {
  const record = await operation.find()
  if (!record) return null
  if (record.inputHash !== operation.inputHash) return refuse('operation.mismatch')
  return { data: record.answer as Data, replayed: true }
}
