/** What is wrong with a programme's campaigns and targets, in words for who wrote it. */
import { giftFaults } from '../gifts/gift'
import { isBusinessDay } from '../time/business-day'
import { CAMPAIGN_STACKINGS, type Campaign, type CampaignCaps, type CampaignDays } from './campaign'
import type { Target } from './targets'

/** A member's document counts what each gave, and a visit carries those that count. */
const MOST_CAMPAIGNS = 20
const MOST_TARGETS = 4
const HIGHEST_RATE = 1000
const MOST_POINTS = 10_000_000
/** A birthday is known from a month before it to a week after it. */
const LONGEST_BEFORE = 30
export const LONGEST_AFTER_BIRTHDAY = 7
const LONGEST_TARGET_MONTHS = 12
const ID = /^[a-z0-9-]{1,32}$/

interface Checked {
  readonly ladder: readonly { readonly id: string }[]
  readonly campaigns?: readonly Campaign[]
  readonly targets?: readonly Target[]
}

export function campaignFaults({ ladder, campaigns = [], targets = [] }: Checked): string[] {
  const faults = [
    ...campaigns.flatMap((campaign) => named(campaign.id, faultsOf(campaign, ladder))),
    ...targets.flatMap((target) => named(target.id, targetFaults(target))),
  ]
  if (campaigns.length > MOST_CAMPAIGNS) faults.push(`there are at most ${MOST_CAMPAIGNS} campaigns`)
  if (targets.length > MOST_TARGETS) faults.push(`there are at most ${MOST_TARGETS} targets`)
  for (const each of [campaigns, targets])
    if (new Set(each.map(({ id }) => id)).size !== each.length)
      faults.push('two campaigns or targets share an id')
  for (const { group, stacking, id } of campaigns)
    if (campaigns.some((other) => other.group === group && other.stacking !== stacking))
      faults.push(`${id}: all campaigns of the group ${group} must stack alike`)
  return faults
}

const named = (id: string, faults: readonly string[]): string[] => faults.map((fault) => `${id}: ${fault}`)

function faultsOf(campaign: Campaign, ladder: Checked['ladder']): string[] {
  const { rate, when, scope = {}, group, stacking, caps = {} } = campaign
  const faults = [...nameFaults(campaign), ...dayFaults(when), ...capFaults(caps)]
  if (!wholeWithin(rate, 1, HIGHEST_RATE)) faults.push(`the rate must be 1 to ${HIGHEST_RATE} hundredths`)
  if (group.trim() === '') faults.push('the group must have a name')
  if (!CAMPAIGN_STACKINGS.includes(stacking)) faults.push('stacking must be add, best or exclusive')
  for (const [name, list] of Object.entries(scope) as [string, readonly string[] | undefined][])
    if (list) faults.push(...listFaults(`scope.${name}`, list))
  for (const tierId of scope.tierIds ?? [])
    if (!ladder.some(({ id }) => id === tierId)) faults.push(`there is no tier ${tierId}`)
  return faults
}

function nameFaults({ id, name, english }: Pick<Campaign, 'id' | 'name' | 'english'>): string[] {
  const faults = ID.test(id) ? [] : ['the id must be of a-z, 0-9 and -, 32 at most']
  return name.trim() !== '' && english?.name.trim() !== '' ? faults : [...faults, 'it must have a name']
}

function dayFaults({ from, until, weekdays, monthDays, birthday }: CampaignDays): string[] {
  const faults = [
    ...(weekdays ? listFaults('weekdays', weekdays) : []),
    ...(monthDays ? listFaults('monthDays', monthDays) : []),
  ]
  if ([from, until].some((day) => day !== undefined && !isBusinessDay(day)))
    faults.push('from and until are days as 2026-05-31')
  if (from !== undefined && until !== undefined && until < from) faults.push('until is before from')
  if (weekdays?.some((day) => !wholeWithin(day, 0, 6))) faults.push('weekdays are 0 for Sunday to 6')
  if (monthDays?.some((day) => !wholeWithin(day, 1, 31))) faults.push('monthDays are 1 to 31')
  if (birthday && !wholeWithin(birthday.before, 0, LONGEST_BEFORE))
    faults.push(`birthday.before must be 0 to ${LONGEST_BEFORE}`)
  if (birthday && !wholeWithin(birthday.after, 0, LONGEST_AFTER_BIRTHDAY))
    faults.push(`birthday.after must be 0 to ${LONGEST_AFTER_BIRTHDAY}`)
  return faults
}

function capFaults(caps: CampaignCaps): string[] {
  const [order, day, inAll] = [caps.perOrder, caps.perDay, caps.inAll]
  const faults = [order, day, inAll].every((cap) => cap === undefined || wholeWithin(cap, 1, MOST_POINTS))
    ? []
    : [`a cap must be 1 to ${MOST_POINTS} points`]
  if ((order ?? 0) > (day ?? Infinity) || (day ?? order ?? 0) > (inAll ?? Infinity))
    faults.push('a cap of an order is within that of a day, and that within the one in all')
  return faults
}

function targetFaults(target: Target): string[] {
  const { points, gift, months } = target
  const faults = [...nameFaults(target), ...giftFaults(gift)]
  if (!wholeWithin(points, 1, MOST_POINTS)) faults.push(`points must be 1 to ${MOST_POINTS}`)
  if (!wholeWithin(months, 1, LONGEST_TARGET_MONTHS))
    faults.push(`months must be 1 to ${LONGEST_TARGET_MONTHS}`)
  return faults
}

function listFaults(name: string, list: readonly unknown[]): string[] {
  if (list.length === 0) return [`${name} is empty: leave it out to limit nothing`]
  return new Set(list).size === list.length ? [] : [`${name} names something twice`]
}

const wholeWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
