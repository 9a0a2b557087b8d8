/** Why an invitation does not count: every reason in the order in which it is looked at. The first that holds is the one that is said. */
import type { ReferralRules } from './rules'

export const REFUSAL_REASONS = [
  'referrer-gone',
  'self',
  'member-already',
  'phone-known',
  'staff',
  'loop',
  'same-device',
  'limit-today',
  'limit-season',
  /** Found later: the friend left before the reward, or somebody looked and said no. */
  'friend-gone',
  'reviewed',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What is known about a friend and a referrer; what cannot be known yet is false. */
export interface BindingFacts {
  readonly referrerGone: boolean
  readonly isSelf: boolean
  readonly isMember: boolean
  /** The phone was bound before, or had an account before the invitation was accepted. */
  readonly phoneKnown: boolean
  /** Either of them works here. */
  readonly isStaff: boolean
  /** The friend stands above the referrer in the line of who invited whom. */
  readonly isLoop: boolean
  readonly sameDevice: boolean
  /** Friends of this referrer who joined on this day and in this season, without this one. */
  readonly joinedToday: number
  readonly joinedInSeason: number
}

export function refusalOf(facts: BindingFacts, rules: ReferralRules): RefusalReason | null {
  if (facts.referrerGone) return 'referrer-gone'
  if (facts.isSelf) return 'self'
  if (facts.isMember) return 'member-already'
  if (facts.phoneKnown) return 'phone-known'
  if (facts.isStaff) return 'staff'
  if (facts.isLoop) return 'loop'
  if (facts.sameDevice) return 'same-device'
  if (facts.joinedToday >= rules.perDay) return 'limit-today'
  return facts.joinedInSeason >= rules.perSeason ? 'limit-season' : null
}

/** Whether somebody has to look at the friend who joins now. */
export const needsReview = ({ joinedToday }: BindingFacts, rules: ReferralRules): boolean =>
  joinedToday >= rules.reviewAbovePerDay
