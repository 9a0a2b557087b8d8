/** What assistants noted about the member, as the member reads it, and taking a line of it away. Calls of the query: member, card. */
import type { OwnCardView } from '../../contract/client-book'
import type { MemberOutputs } from '../../contract/member'
import { withoutLine, type CardLine } from '../../domain/members/client-card'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { clientCards, emptyCard } from '../store/client-cards'
import { members, withMarks } from '../store/members'
import { clientCardView } from '../view/client-card'
import { ownChange } from './own-change'

export async function clientCard(call: Call): Promise<Outcome<OwnCardView>> {
  const member = await members.first({ openid: call.openid })
  if (!member) return refuse('member.not-joined')
  const { sizes, preferences, allergies, changed } = clientCardView(await clientCards.get(member._id), member)
  return {
    data: {
      sizes,
      preferences,
      allergies: allergies ?? [],
      sensitiveGiven: allergies !== null,
      changed: changed && { at: changed.at, storeName: changed.storeName },
      serverNow: call.at,
    },
  }
}

/** Calls: those of an own change, and the card read and written. */
export function removeCardLine(
  call: Call,
  { line }: { line: CardLine },
): Promise<Outcome<MemberOutputs['remove-card-line']>> {
  return ownChange(call, 'remove-card-line', async (member, within) => {
    const card = (await clientCards.get(member._id, within)) ?? emptyCard(member._id)
    const left = withoutLine(card, line)
    await clientCards.replace({ ...card, ...left, version: card.version + 1 }, within)
    return { member: withMarks(member, left), subject: line.part, data: { removedAt: call.at } }
  })
}
