/** What doors show of the client card and of how full the book is. Allergies only while the member agrees. */
import type { ClientCardView, CompletenessView } from '../../contract/client-book'
import { completenessPercent } from '../../domain/members/completeness'
import { isGiven } from '../../domain/members/consent'
import { emptyCard, type ClientCardDocument } from '../store/client-cards'
import { missingIn, type MemberDocument } from '../store/members'

export const lettingSeeAllergies = (member: MemberDocument): boolean =>
  isGiven(member.consents ?? {}, 'sensitive')

export function clientCardView(card: ClientCardDocument | null, member: MemberDocument): ClientCardView {
  const { sizes, preferences, allergies, version, changed } = card ?? emptyCard(member._id)
  return {
    sizes,
    preferences,
    allergies: lettingSeeAllergies(member) ? allergies : null,
    version,
    changed,
  }
}

export function completenessView(member: MemberDocument, storeId: string): CompletenessView {
  const missing = missingIn(member, storeId)
  return { percent: completenessPercent(missing), missing }
}
