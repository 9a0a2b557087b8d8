/**
 * Freezes or unfreezes the own card, or gives it another number. Calls: as every own change; a new number costs two more,
 * to see that nobody had it and to retire the old one.
 * Invariant: a number that was given up is never given out again, and nothing that was made of it is accepted.
 */
import type { MemberOutputs } from '../../contract/member'
import { afterStep, type CardState } from '../../domain/members/card-life'
import { newNumberFor } from '../booking/open-account'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { cardStateOf } from '../store/members'
import { retiredCards } from '../store/retired-cards'
import { ownChange } from './own-change'

export function changeCard(
  call: Call,
  { step }: { step: 'freeze' | 'unfreeze' | 'replace' },
): Promise<Outcome<MemberOutputs['change-card']>> {
  const { at } = call
  return ownChange(call, 'change-card', async (member, within) => {
    const before = cardStateOf(member)
    const state = afterStep(before, step) as Exclude<CardState, 'closed'> | null
    if (!state) return refuse('card.step-impossible', { state: before })
    const data = { state, at }
    if (step !== 'replace') return { member: { ...member, card: { state, since: at } }, subject: step, data }
    const cardNumber = await newNumberFor(within)
    await retiredCards.insert({ _id: member.cardNumber, memberId: member._id, at }, within)
    return { member: { ...member, cardNumber }, subject: step, data }
  })
}
