/**
 * The programme: what a mall decided about tiers and points, as versioned data. Rules read it, nothing else decides.
 * Invariant: the ladder starts at threshold 0 and rises; `checkProgramme` says what is wrong with one that does not.
 */
import { checkInFaults, type CheckInRules } from '../checkin/check-in'
import type { Campaign } from '../campaigns/campaign'
import { campaignFaults } from '../campaigns/check-campaigns'
import type { Target } from '../campaigns/targets'
import type { Worth } from '../coupons/offer'
import type { LifecycleDays } from '../members/lifecycle'
import { giftFaults, type Gift } from '../gifts/gift'
import type { Fen } from '../money/fen'
import { occasionFaults, type Occasion } from '../occasions/occasion'
import { referralFaults, type ReferralRules } from '../referrals/rules'
import { measureFaults, type Measures } from './measures'

/** Something that a tier gives so many times in a month or a year, by the calendar. Nothing is stored until one is used. */
export interface CountedBenefit {
  readonly id: string
  readonly name: string
  /** How to use it, a sentence. */
  readonly advice: string
  readonly english?: { readonly name: string; readonly advice: string }
  /** Handed over for itself, as a coupon of this kind. */
  readonly worth: Extract<Worth, { kind: 'exchange' | 'parking' }>
  readonly times: number
  readonly per: 'month' | 'year'
}

/** What a card is made of on the screen; five are drawn. */
export type Material = 'cotton' | 'silver' | 'gold' | 'platinum' | 'diamond'

export interface Tier {
  readonly id: string
  readonly name: string
  readonly material: Material
  /** Qualifying spend of the window from which the tier is held. */
  readonly thresholdFen: Fen
  /** Visits and activities of the window of which either alone holds it too, where the programme counts them. */
  readonly thresholdVisits?: number
  readonly thresholdActivity?: number
  /** Points for a whole yuan in hundredths: 150 = 1.5 points. */
  readonly rate: number
  /** Off the price where an assistant registers the sale: 5 = 5 %. */
  readonly discountPercent: number
  /** Benefits as a member reads them. */
  readonly benefits: readonly string[]
  /** For who reached the tier and holds it once its purchase can no longer be returned; absent: nothing. */
  readonly upgradeGift?: Gift
  /** What of them is counted; absent: nothing. */
  readonly counted?: readonly CountedBenefit[]
  /** Offers of which one is chosen for a birthday; absent: nothing. */
  readonly birthdayGifts?: readonly string[]
  /** Name and benefits for who reads English; without them they are read as the mall wrote them. */
  readonly english?: { readonly name: string; readonly benefits: readonly string[] }
}

/** By which way a purchase reaches the books. */
export type Channel = 'assistant' | 'till'
export const CHANNELS = ['assistant', 'till'] as const satisfies readonly Channel[]

/** How often something may be done on one day. */
export interface DayLimits {
  readonly perAssistant: number
  readonly perStore: number
}

export interface Programme {
  readonly version: number
  readonly mallName: string
  /** Lowest first. */
  readonly ladder: readonly Tier[]
  /** On what tiers are measured beside spend; absent: on spend alone. */
  readonly measures?: Measures
  readonly windowMonths: number
  readonly termMonths: number
  readonly graceDays: number
  readonly returnWindowDays: number
  readonly pointsLifeMonths: number
  /** Days after the own one through which the points of a purchase wait, by channel; a channel without earns at once. */
  readonly pendingDays?: Readonly<Partial<Record<Channel, number>>>
  /** Most points a day that bonuses may add. */
  readonly bonusCapPerDay: number
  /** What gives more points for a yuan, when and where; absent: nothing does. */
  readonly campaigns?: readonly Campaign[]
  /** What brings points on top in the first months; absent: nothing does. */
  readonly targets?: readonly Target[]
  /** Largest amount that an assistant may key in for one purchase. */
  readonly largestPurchaseFen: Fen
  /** What checking in gives; absent: nobody checks in. */
  readonly checkIn?: CheckInRules
  readonly lifecycle: LifecycleDays
  /** Tiers given by hand: how many levels above the earned one a manager gives alone, and for how long at most. */
  readonly grants: { readonly levelsAlone: number; readonly longestMonths: number }
  /** How often on one day members may be looked up by phone tail and birthday, found or not. */
  readonly saidLimits: DayLimits
  /** How often on one day an old card may be bound, done or not. */
  readonly bindLimits: DayLimits
  /** How many full phone numbers one assistant may see on one day. */
  readonly phonesPerDay: number
  /** What is kept beside birthdays: the anniversary of joining, days of the year; absent: nothing. */
  readonly occasions?: readonly Occasion[]
  /** What inviting a friend brings; absent: nobody invites. */
  readonly referral?: ReferralRules
}

/** Shorter than any life of points, so that nothing expires before it can be spent. */
const LONGEST_PENDING_DAYS = 27
/** They are looked through on one page. */
const MOST_BIRTHDAY_GIFTS = 6

/** The tier with this id. @throws when the ladder has none: a member never holds a tier that the programme lacks. */
export function tierById(programme: Programme, id: string): Tier {
  const tier = programme.ladder.find((each) => each.id === id)
  if (!tier) throw new Error(`programme ${programme.version} has no tier ${id}`)
  return tier
}

/** Place of a tier on the ladder, 0 for the lowest. */
export const rankOf = (programme: Programme, id: string): number =>
  programme.ladder.indexOf(tierById(programme, id))

export function tierAtRank(programme: Programme, rank: number): Tier {
  const tier = programme.ladder[rank]
  if (!tier) throw new Error(`programme ${programme.version} has no rank ${rank}`)
  return tier
}

/** Everything that is wrong with a programme, in words; empty when it can be used. */
export function checkProgramme(programme: Programme): string[] {
  const faults: string[] = []
  const ladder = programme.ladder
  if (ladder[0]?.thresholdFen !== 0) faults.push('the lowest tier must start at ¥0')
  ladder.forEach((tier, rank) => {
    const below = ladder[rank - 1]
    if (below && tier.thresholdFen <= below.thresholdFen)
      faults.push(`${tier.id} must ask for more than ${below.id}`)
    if (!wholeWithin(tier.rate, 0, 10_000))
      faults.push(`${tier.id}: the rate must be a whole number of hundredths, at most 10000`)
    if (tier.upgradeGift) faults.push(...giftFaults(tier.upgradeGift).map((fault) => `${tier.id}: ${fault}`))
    if (tier.english && (!tier.english.name || tier.english.benefits.length !== tier.benefits.length))
      faults.push(`${tier.id}: in English it must have a name and as many benefits`)
    const counted = tier.counted ?? []
    if (new Set(counted.map(({ id }) => id)).size !== counted.length)
      faults.push(`${tier.id}: two counted benefits share an id`)
    for (const { id, times } of counted)
      if (!/^[a-z0-9-]{1,32}$/.test(id) || !wholeWithin(times, 1, 366))
        faults.push(`${tier.id}: a counted benefit needs an id of a-z, 0-9 and -, and 1 to 366 times`)
    const gifts = tier.birthdayGifts ?? []
    if (gifts.length > MOST_BIRTHDAY_GIFTS || new Set(gifts).size !== gifts.length)
      faults.push(`${tier.id}: birthdayGifts are at most ${MOST_BIRTHDAY_GIFTS} offers, each once`)
    if (!wholeWithin(tier.discountPercent, 0, 99)) faults.push(`${tier.id}: the discount must be 0 to 99 %`)
  })
  if (new Set(ladder.map((tier) => tier.id)).size !== ladder.length) faults.push('two tiers share an id')
  faults.push(...measureFaults(programme), ...campaignFaults(programme))
  faults.push(...checkInFaults(programme.checkIn))
  faults.push(...referralFaults(programme.referral), ...occasionFaults(programme.occasions))
  for (const months of ['windowMonths', 'termMonths', 'pointsLifeMonths'] as const)
    if (!wholeWithin(programme[months], 1, 120)) faults.push(`${months} must be 1 to 120`)
  for (const days of ['graceDays', 'returnWindowDays'] as const)
    if (!wholeWithin(programme[days], 0, 365)) faults.push(`${days} must be 0 to 365`)
  for (const channel of CHANNELS)
    if (!wholeWithin(programme.pendingDays?.[channel] ?? 1, 1, LONGEST_PENDING_DAYS))
      faults.push(`pendingDays of ${channel} must be 1 to ${LONGEST_PENDING_DAYS}`)
  for (const limit of ['bonusCapPerDay', 'largestPurchaseFen'] as const)
    if (!wholeWithin(programme[limit], 0, Number.MAX_SAFE_INTEGER))
      faults.push(`${limit} must be a whole number`)
  for (const limits of ['saidLimits', 'bindLimits'] as const)
    for (const limit of ['perAssistant', 'perStore'] as const)
      if (!wholeWithin(programme[limits][limit], 0, 10_000))
        faults.push(`${limits}.${limit} must be 0 to 10000`)
  if (!wholeWithin(programme.phonesPerDay, 0, 10_000)) faults.push('phonesPerDay must be 0 to 10000')
  if (!wholeWithin(programme.grants.levelsAlone, 0, 100)) faults.push('grants.levelsAlone must be 0 to 100')
  if (!wholeWithin(programme.grants.longestMonths, 1, 120))
    faults.push('grants.longestMonths must be 1 to 120')
  const { newDays, dormantDays, lostDays } = programme.lifecycle
  if (![newDays, dormantDays, lostDays].every((days) => wholeWithin(days, 1, 3650)))
    faults.push('the days of the lifecycle must be 1 to 3650')
  if (newDays > dormantDays || dormantDays >= lostDays)
    faults.push('a member is new before dormant, and dormant before lost')
  return faults
}

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
