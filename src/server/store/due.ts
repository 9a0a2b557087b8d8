/**
 * What time has to do next, found through an index on the instant at which it is due.
 * Invariant: what fails waits longer each time, until the document is written anew.
 */
import type { Collection } from './collection'
import { database } from './database'

/** What is due at an instant, the longest overdue first. One call. */
export async function overdue<Document extends { readonly _id: string }, Field extends string>(
  { name }: Collection<Document>,
  field: Field,
  at: number,
  limit: number,
): Promise<(Document & { readonly [Each in Field]: number })[]> {
  const { data } = await database
    .collection(name)
    .where({ [field]: database.command.lt(at + 1) })
    .orderBy(field, 'asc')
    .limit(limit)
    .get()
  return data as (Document & { readonly [Each in Field]: number })[]
}

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/** Waits longer after each failure; what somebody did to it meanwhile stands. One call. */
export async function putOff<Field extends string>(
  { name }: { readonly name: string },
  field: Field,
  due: { readonly _id: string; readonly failures?: number } & { readonly [Each in Field]: number },
  at: number,
): Promise<void> {
  const { _id, failures = 0, [field]: dueAt } = due
  const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)
  await database
    .collection(name)
    .where({ _id, [field]: dueAt })
    .update({ data: { [field]: at + wait, failures: failures + 1 } })
}
