/**
 * Takes one from a stock, within a transaction. Calls: a counter read and written; each that is empty costs one more read.
 * Invariant: no counter gives more than its total; what is sold out is remembered for a minute and costs no call.
 */
import { anyOf } from '../run/chance'
import type { Transaction } from './collection'
import { stockIdOf, stocks } from './stocks'
import { warm } from './warm'

/** A stock as it was published: another stock is another one. */
export interface PublishedStock {
  readonly of: string
  readonly parts: number
  readonly version: number
}

const soldOut = warm<true | null>()
const nameOf = ({ of, version }: PublishedStock): string => `${of}:${version}`

/** True when this instance has met it empty within the minute; false says nothing. */
export const isKnownSoldOut = async (stock: PublishedStock, at: number): Promise<boolean> =>
  (await soldOut(nameOf(stock), at, async () => null)) !== null

/** The counter that it was taken from; null when there is nothing left. Begins anywhere, so that many do not meet at one. */
export async function takeOne(
  stock: PublishedStock,
  at: number,
  within: Transaction,
): Promise<string | null> {
  const first = anyOf(stock.parts)
  for (let tried = 0; tried < stock.parts; tried += 1) {
    const id = stockIdOf(stock.of, (first + tried) % stock.parts)
    const counter = await stocks.get(id, within)
    if (!counter || counter.taken >= counter.total) continue
    await stocks.replace({ ...counter, taken: counter.taken + 1 }, within)
    return id
  }
  await soldOut(nameOf(stock), at, async () => true)
  return null
}
