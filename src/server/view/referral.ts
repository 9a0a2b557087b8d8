/** What doors show of invitations: terms, a friend, a person's name. */
import type { FriendView, JoinedByInvitationView, ReferralTermsView } from '../../contract/referral-views'
import type { ReferralRules } from '../../domain/referrals/rules'
import { businessDayOf } from '../../domain/time/business-day'
import type { Call } from '../run/serve'
import type { FriendRow } from '../store/invited-members'
import { members, type MemberDocument } from '../store/members'
import { allOffers, type OfferDocument } from '../store/offers'

/** The offer of a friend's coupon; null while it is not published. No call on a warm instance. */
export const friendOffer = async (
  { friendOfferId }: ReferralRules,
  at: number,
): Promise<OfferDocument | null> => (await allOffers(at)).find(({ _id }) => _id === friendOfferId) ?? null

export async function referralTerms(
  rules: ReferralRules,
  { at, language }: Pick<Call, 'at' | 'language'>,
): Promise<ReferralTermsView> {
  const { points, leastFirstPurchaseFen } = rules
  const offer = await friendOffer(rules, at)
  return {
    friendGets: offer && { name: offerName(offer, language), worth: offer.worth },
    points,
    leastFirstPurchaseFen,
  }
}

export const offerName = (offer: OfferDocument, language: Call['language']): string =>
  (language === 'en' && offer.english?.name) || offer.name

/** What joining said of the invitation that was accepted, said once more. One call for who was invited. */
export async function invitedView(
  { invited }: MemberDocument,
  offer: OfferDocument | null,
  { language }: Pick<Call, 'language'>,
): Promise<JoinedByInvitationView | null> {
  if (!invited) return null
  const from = (await members.get(invited.by))?.name ?? null
  if (invited.state === 'refused') return { from, coupon: null, ...(invited.why && { why: invited.why }) }
  return { from, coupon: offer && offerName(offer, language) }
}

export function friendView({ _id, name, invited }: FriendRow): FriendView {
  const { state, review, at, boughtOn, dueOn, rewardedOn, points, why } = invited
  const waits = review === 'waiting' && (state === 'joined' || state === 'bought')
  return {
    key: _id.slice(-8),
    name,
    state: waits ? 'review' : state,
    joinedOn: businessDayOf(at),
    ...(boughtOn && { boughtOn }),
    ...(dueOn && { dueOn }),
    ...(rewardedOn && { rewardedOn }),
    ...(rewardedOn && points !== undefined && { points }),
    ...(why && { why }),
  }
}
