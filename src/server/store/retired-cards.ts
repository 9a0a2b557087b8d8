/** Card numbers that are given out no more: of a replaced card or a closed account. The number is the id. */
import type { Transaction } from './collection'
import { collection } from './collection'

export interface RetiredCardDocument {
  readonly _id: string
  readonly memberId: string
  readonly at: number
}

export const retiredCards = collection<RetiredCardDocument>('retired-cards')

export const isRetired = async (cardNumber: string, within?: Transaction): Promise<boolean> =>
  (await retiredCards.get(cardNumber, within)) !== null
