/** What a mall decided about invitations, as a part of its programme; without it nobody invites. */
import type { Fen } from '../money/fen'

/** Rewarded friends in a season from which each honour is held, lowest first. */
export const HONOURS = ['bronze', 'silver', 'gold'] as const
export type Honour = (typeof HONOURS)[number]

export interface ReferralRules {
  /** The offer of which a friend gets a coupon at joining. */
  readonly friendOfferId: string
  /** What the referrer gets once the friend's first purchase stands. */
  readonly points: number
  /** A purchase below it is no first purchase. */
  readonly leastFirstPurchaseFen: Fen
  /** Friends of one referrer who may join on a day and in a season. */
  readonly perDay: number
  readonly perSeason: number
  /** Friends of a day above this many wait until somebody has looked at them. */
  readonly reviewAbovePerDay: number
  readonly honours: Readonly<Record<Honour, number>>
}

/** What is wrong with them, in words; empty when they can be used. */
export function referralFaults(rules: ReferralRules | undefined): string[] {
  if (!rules) return []
  const faults: string[] = []
  if (!/^[a-z0-9-]{1,32}$/.test(rules.friendOfferId)) faults.push('referral.friendOfferId must name an offer')
  const whole = (name: string, value: number, least: number, most: number): void => {
    if (!Number.isSafeInteger(value) || value < least || value > most)
      faults.push(`referral.${name} must be ${least} to ${most}`)
  }
  whole('points', rules.points, 0, 1_000_000)
  whole('leastFirstPurchaseFen', rules.leastFirstPurchaseFen, 1, Number.MAX_SAFE_INTEGER)
  whole('perDay', rules.perDay, 1, 1000)
  whole('perSeason', rules.perSeason, 1, 10_000)
  whole('reviewAbovePerDay', rules.reviewAbovePerDay, 0, 1000)
  HONOURS.reduce((below, honour) => {
    whole(`honours.${honour}`, rules.honours[honour], below + 1, 10_000)
    return rules.honours[honour]
  }, 0)
  return faults
}
