/**
 * How many of an offer or a reward were taken. One of which many are taken at the same moment is spread over several
 * counters; their sum is exact.
 * Invariant: 0 ≤ taken ≤ total of every counter.
 */
import { collection } from './collection'

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
