/**
 * A campaign: more points for a yuan, as data: when, where, for whom, with what it goes together and how far it goes.
 * Invariant: `openBonuses` is the one answer to what a member may get here today; counter and till ask nothing else.
 */
import type { Scope } from '../coupons/offer'
import { addDays, weekdayOf, type BusinessDay } from '../time/business-day'
import { bonusesToday, NO_BONUSES, type BonusCounters } from './counters'

/** How a group's campaigns go together: all count, the best one counts, or one alone counts and nothing beside it. */
export const CAMPAIGN_STACKINGS = ['add', 'best', 'exclusive'] as const
export type CampaignStacking = (typeof CAMPAIGN_STACKINGS)[number]

/** Absent parts limit nothing; with several, a day must be in all of them. */
export interface CampaignDays {
  readonly from?: BusinessDay
  readonly until?: BusinessDay
  /** 0 for Sunday. */
  readonly weekdays?: readonly number[]
  /** Of every month: the 8th, the 18th and the 28th. A day that a month lacks is none. */
  readonly monthDays?: readonly number[]
  /** Days around the member's own. */
  readonly birthday?: { readonly before: number; readonly after: number }
}

/** In points of one member. */
export interface CampaignCaps {
  readonly perOrder?: number
  readonly perDay?: number
  /** Over the whole campaign. */
  readonly inAll?: number
}

export interface Campaign {
  /** Names it for good: counters are kept under it. */
  readonly id: string
  readonly name: string
  readonly english?: { readonly name: string }
  /** Beside the tier's rate, in hundredths: 100 is a point more for a whole yuan. */
  readonly rate: number
  readonly when: CampaignDays
  /** Absent: everywhere, for everybody. */
  readonly scope?: Pick<Scope, 'storeIds' | 'categories' | 'tierIds'>
  readonly group: string
  readonly stacking: CampaignStacking
  readonly caps?: CampaignCaps
}

/** What may cut a bonus: its own caps, or what the mall gives in bonuses a day. */
export type BonusCap = 'order' | 'day' | 'total' | 'mall-day'

/** A campaign that counts for one member, here and today. */
export interface OpenBonus {
  /** The campaign's id. */
  readonly rule: string
  readonly name: string
  readonly english?: { readonly name: string }
  readonly rate: number
  readonly group: string
  readonly stacking: CampaignStacking
  /** The tightest of its caps, and what it leaves; absent: no cap. */
  readonly most?: { readonly points: number; readonly by: Exclude<BonusCap, 'mall-day'> }
}

export interface OpenBonuses {
  /** In the programme's order. */
  readonly bonuses: readonly OpenBonus[]
  /** What the mall's cap of the day leaves. */
  readonly leftToday: number
}

export const NOTHING_OPEN: OpenBonuses = { bonuses: [], leftToday: 0 }

/** Who buys, where and when. */
export interface Occasion {
  readonly day: BusinessDay
  readonly tierId: string
  /** Unknown where nobody said: a campaign of certain stores does not count there. */
  readonly storeId?: string | undefined
  readonly category?: string | null | undefined
  /** The birthday that is near. */
  readonly birthdayOn?: BusinessDay | undefined
  readonly counters?: BonusCounters | undefined
}

interface CampaignRules {
  readonly campaigns?: readonly Campaign[]
  readonly bonusCapPerDay: number
}

export function openBonuses(rules: CampaignRules, occasion: Occasion): OpenBonuses {
  const { campaigns = [], bonusCapPerDay } = rules
  const { day, counters = NO_BONUSES } = occasion
  const today = bonusesToday(counters, day)
  const given = Object.values(today).reduce((sum, points) => sum + points, 0)
  return {
    bonuses: campaigns
      .filter((campaign) => isOn(campaign.when, occasion) && isFor(campaign, occasion))
      .map((campaign) => openBonus(campaign, today[campaign.id] ?? 0, counters.total?.[campaign.id] ?? 0)),
    leftToday: Math.max(0, bonusCapPerDay - given),
  }
}

/** What counts today for members of a tier, in some store at least; what is theirs alone, around a birthday, is left out. */
export const campaignsOn = (
  { campaigns = [] }: Pick<CampaignRules, 'campaigns'>,
  { day, tierId }: Pick<Occasion, 'day' | 'tierId'>,
): Campaign[] =>
  campaigns.filter(({ when, scope }) => isOn(when, { day }) && (scope?.tierIds?.includes(tierId) ?? true))

/** Some campaign asks of what sort a store is. */
export const asksForCategory = ({ campaigns = [] }: Pick<CampaignRules, 'campaigns'>): boolean =>
  campaigns.some(({ scope }) => scope?.categories !== undefined)

function isOn(when: CampaignDays, { day, birthdayOn }: Pick<Occasion, 'day' | 'birthdayOn'>): boolean {
  const { from, until, weekdays, monthDays, birthday } = when
  if (from !== undefined && day < from) return false
  if (until !== undefined && day > until) return false
  if (weekdays && !weekdays.includes(weekdayOf(day))) return false
  if (monthDays && !monthDays.includes(Number(day.slice(8)))) return false
  if (!birthday) return true
  if (birthdayOn === undefined) return false
  return day >= addDays(birthdayOn, -birthday.before) && day <= addDays(birthdayOn, birthday.after)
}

function isFor({ scope }: Campaign, { storeId, category, tierId }: Occasion): boolean {
  const allows = (list: readonly string[] | undefined, it: string | null | undefined): boolean =>
    !list || (typeof it === 'string' && list.includes(it))
  return (
    allows(scope?.storeIds, storeId) && allows(scope?.categories, category) && allows(scope?.tierIds, tierId)
  )
}

function openBonus(campaign: Campaign, today: number, inAll: number): OpenBonus {
  const { id, name, english, rate, group, stacking, caps = {} } = campaign
  const left = (cap: number | undefined, used: number): number => Math.max(0, (cap ?? Infinity) - used)
  const limits = [
    { by: 'order', points: left(caps.perOrder, 0) },
    { by: 'day', points: left(caps.perDay, today) },
    { by: 'total', points: left(caps.inAll, inAll) },
  ] as const
  const most = limits.reduce((a, b) => (b.points < a.points ? b : a))
  return {
    rule: id,
    name,
    ...(english && { english }),
    rate,
    group,
    stacking,
    ...(Number.isFinite(most.points) && { most }),
  }
}
