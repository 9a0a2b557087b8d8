/** Card numbers that are given out no more: of a replaced card, a closed account or an old card that was bound. The number is the id. */
import type { Transaction } from './collection'
import { collection } from './collection'

export interface RetiredCardDocument {
  readonly _id: string
  readonly memberId: string
  readonly at: number
  /** The account that a till reaches by this number, which is still on a card of plastic. */
  readonly boundTo?: string
}

export const retiredCards = collection<RetiredCardDocument>('retired-cards')

export const isRetired = async (cardNumber: string, within?: Transaction): Promise<boolean> =>
  (await retiredCards.get(cardNumber, within)) !== null
