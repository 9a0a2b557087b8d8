/** What assistants noted about a member, one card for the whole mall. The id is the member's. */
import { NOTHING_NOTED, type CardContent } from '../../domain/members/client-card'
import { collection, type Transaction } from './collection'

export interface ClientCardDocument extends CardContent {
  readonly _id: string
  /** Grows with every change, whoever makes it. */
  readonly version: number
  /** Who of the staff wrote last; null when only the member took something away. */
  readonly changed: { readonly at: number; readonly storeName: string; readonly by: string } | null
}

export const clientCards = collection<ClientCardDocument>('client-cards')

export const emptyCard = (memberId: string): ClientCardDocument => ({
  _id: memberId,
  ...NOTHING_NOTED,
  version: 0,
  changed: null,
})

/** Takes the allergies off a card: the member agrees no more. Calls: card read, written when there are any. */
export async function eraseAllergies(memberId: string, within: Transaction): Promise<void> {
  const card = await clientCards.get(memberId, within)
  if (card && card.allergies.length > 0)
    await clientCards.replace({ ...card, allergies: [], version: card.version + 1 }, within)
}
