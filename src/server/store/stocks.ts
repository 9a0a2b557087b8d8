/**
 * How many of an offer or a reward were taken. One of which many are taken at the same moment is spread over several
 * counters; their sum is exact.
 * Invariant: 0 ≤ taken ≤ total of every counter.
 */
import { collection, type Transaction } from './collection'
import { database } from './database'

export interface StockDocument {
  readonly _id: string
  /** The offer or the reward. */
  readonly of: string
  readonly total: number
  readonly taken: number
}

export const stocks = collection<StockDocument>('stocks', [{ name: 'of', fields: [['of', 1]] }])

/** @param part from 0. */
export const stockIdOf = (of: string, part: number): string => `stock:${of}:${part}`

const MOST_COUNTERS = 1000

/** The counters of these offers or rewards, as they are now. One call. */
export async function countersOf(ids: readonly string[]): Promise<readonly StockDocument[]> {
  if (ids.length === 0) return []
  const { data } = await database
    .collection(stocks.name)
    .where({ of: database.command.in(ids) })
    .limit(MOST_COUNTERS)
    .get()
  return data as StockDocument[]
}

/** How many of each are left, by its id. */
export function leftOf(counters: readonly StockDocument[]): ReadonlyMap<string, number> {
  const left = new Map<string, number>()
  for (const { of, total, taken } of counters) left.set(of, (left.get(of) ?? 0) + total - taken)
  return left
}

/** Puts one back into the counter that it was taken from. Two calls. */
export async function putBack(stockId: string, within: Transaction): Promise<void> {
  const stock = await stocks.get(stockId, within)
  if (!stock || stock.taken < 1) throw new Error(`nothing was taken from ${stockId}`)
  await stocks.replace({ ...stock, taken: stock.taken - 1 }, within)
}
