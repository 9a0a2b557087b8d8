/**
 * Keeps the client card of the visiting member. The audit record is the operation record; it says which parts changed and
 * nothing of what they say. Calls: start, member, card read and written, member, audit, commit.
 * Invariant: the member's document is written along, so that a consent withdrawn at the same time is met.
 */
import type { AssistantOutputs } from '../../contract/assistant'
import { changedParts, inOrder, type CardContent } from '../../domain/members/client-card'
import { command } from '../run/command'
import { refuse, type Outcome } from '../run/outcome'
import { fingerprint } from '../run/secret'
import type { Call } from '../run/serve'
import { audit } from '../store/audit'
import { clientCards, emptyCard } from '../store/client-cards'
import { cardStateOf, members, withMarks } from '../store/members'
import type { StaffDocument } from '../store/staff'
import { lettingSeeAllergies } from '../view/client-card'
import { readVisit } from './visit-token'

export interface WriteCardInput extends Omit<CardContent, 'allergies'> {
  readonly visit: string
  /** Of the card as it was shown. */
  readonly version: number
  readonly allergies: readonly string[] | null
}

export async function writeCard(
  call: Call & { who: StaffDocument },
  input: WriteCardInput,
): Promise<Outcome<AssistantOutputs['write-card']>> {
  const { who, at, inputHash, openid: by } = call
  const _id = `audit:${fingerprint(by).slice(0, 12)}:${call.operationId}`
  return command({ inputHash, find: () => audit.get(_id) }, async (within) => {
    const visit = readVisit(input.visit, who, at)
    if ('refused' in visit) return visit
    const member = await members.get(visit.memberId, within)
    if (!member) return refuse('member.unknown')
    const state = cardStateOf(member)
    if (state !== 'active') return refuse(state === 'frozen' ? 'card.frozen' : 'card.closed')
    const before = (await clientCards.get(member._id, within)) ?? emptyCard(member._id)
    if (before.version !== input.version) return refuse('book.changed', { version: before.version })
    if ((input.allergies ?? []).length > 0 && !lettingSeeAllergies(member))
      return refuse('consent.sensitive-off')
    const content: CardContent = {
      sizes: inOrder(input.sizes),
      preferences: input.preferences,
      allergies: input.allergies ?? before.allergies,
    }
    const version = before.version + 1
    const changed = { at, storeName: who.storeName, by: who.name }
    await clientCards.replace({ _id: member._id, ...content, version, changed }, within)
    await members.replace(withMarks(member, content), within)
    const subject = [member._id, who.storeId, ...changedParts(before, content)].join(' ')
    const data = { version }
    await audit.insert({ _id, at, by, action: 'write-card', subject, inputHash, answer: data }, within)
    return { data }
  })
}
