/** Reads the history of one member's points, newest first, by month, kind and what a person remembers of it. */
import type { ChangeKind } from '../../domain/points/purse'
import { addMonths, businessDay, startOfDay } from '../../domain/time/business-day'
import { containing, database } from './database'
import { entries, type EntryDocument } from './entries'

export interface HistoryWish {
  /** `YYYY-MM` */
  readonly month?: string | undefined
  readonly kind?: ChangeKind | undefined
  /** Part of a store's name or of a receipt. */
  readonly search?: string | undefined
  /** The list key of the last entry seen. */
  readonly after?: string | undefined
}

/** At most `limit` entries, in the order of an index. One call. */
export async function entriesOf(
  memberId: string,
  { month, kind, search, after }: HistoryWish,
  limit: number,
): Promise<EntryDocument[]> {
  const is = database.command
  const bounds = listKeyBounds(month, after)
  const wanted = {
    memberId,
    ...(kind ? { 'change.kind': kind } : {}),
    ...(bounds.length > 0 ? { listKey: is.and(bounds) } : {}),
  }
  const { data } = await database
    .collection(entries.name)
    .where(search === undefined ? wanted : is.and([wanted, is.or(namesLike(search))]))
    .orderBy('listKey', 'desc')
    .limit(limit)
    .get()
  return data as EntryDocument[]
}

/** A cursor goes on below itself; a month lies between two list keys. */
function listKeyBounds(month: string | undefined, after: string | undefined): unknown[] {
  const is = database.command
  if (month === undefined) return after === undefined ? [] : [is.lt(after)]
  const first = businessDay(`${month}-01`)
  const end = instantKey(startOfDay(addMonths(first, 1)))
  return [is.gte(instantKey(startOfDay(first))), is.lt(after !== undefined && after < end ? after : end)]
}

const instantKey = (at: number): string => String(at).padStart(14, '0')

const namesLike = (search: string): object[] => [
  { 'about.storeName': containing(search) },
  { 'about.receipt': containing(search) },
]
