/**
 * The programme of the demo mall: the shipped one, with a weekday and a day of the month of more points, a season of one sort
 * of stores, gifts for tiers and a gift for a long run of days. It is put in as whoever runs a mall puts one in, as a document of
 * the database.
 * Invariant: one with a fault, or with a gift of an offer that the mall has not, is not put in.
 */
import type { LocalCloud } from '../../local/cloud'
import type { Campaign } from '../../src/domain/campaigns/campaign'
import type { Offer } from '../../src/domain/coupons/offer'
import { giftOfferFaults, type Gift } from '../../src/domain/gifts/gift'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { checkProgramme, type Programme } from '../../src/domain/programme/programme'
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { DEMO_OCCASIONS } from './occasions'

const UPGRADE_GIFTS: Readonly<Record<string, Gift>> = {
  silver: { points: 100 },
  gold: { points: 300, offerId: 'upgrade-50' },
  platinum: { points: 500, offerId: 'upgrade-50' },
  diamond: { points: 1_000, offerId: 'upgrade-50' },
}

const SEASON_DAYS = 45
const ID = 'demo-mall'

/** On one day the better of the first two counts; the season adds to it. */
const campaignsAround = (today: BusinessDay): readonly Campaign[] => [
  {
    id: 'wednesday',
    name: '周三双倍积分',
    english: { name: 'Double points on Wednesdays' },
    rate: 100,
    when: { weekdays: [3], from: addDays(today, -SEASON_DAYS) },
    group: 'days',
    stacking: 'best',
    caps: { perDay: 2_000 },
  },
  {
    id: 'member-day',
    name: '18 日会员日三倍积分',
    english: { name: 'Triple points on the 18th' },
    rate: 200,
    when: { monthDays: [18], from: addDays(today, -SEASON_DAYS) },
    group: 'days',
    stacking: 'best',
    caps: { perDay: 3_000 },
  },
  {
    id: 'home-season',
    name: '家居季每元多半分',
    english: { name: 'Home season: half a point more per yuan' },
    rate: 50,
    when: { from: addDays(today, -SEASON_DAYS), until: addDays(today, SEASON_DAYS) },
    scope: { categories: ['家居'] },
    group: 'season',
    stacking: 'add',
  },
]

export function demoProgramme(today: BusinessDay): Programme {
  const { checkIn, campaigns = [] } = MALL_PROGRAMME
  return {
    ...MALL_PROGRAMME,
    version: 2,
    ladder: MALL_PROGRAMME.ladder.map((tier) => {
      const upgradeGift = UPGRADE_GIFTS[tier.id]
      return upgradeGift ? { ...tier, upgradeGift } : tier
    }),
    campaigns: [...campaigns, ...campaignsAround(today)],
    occasions: DEMO_OCCASIONS,
    ...(checkIn && { checkIn: { ...checkIn, streakGifts: [{ days: 30, offerId: 'streak-coffee' }] } }),
  }
}

/** Of a seeding that was cut off the programme stays. @throws when something is wrong with it. */
export async function publishProgramme(
  cloud: LocalCloud,
  programme: Programme,
  offers: readonly Pick<Offer, 'offerId' | 'claim' | 'stock'>[],
): Promise<void> {
  const faults = [...checkProgramme(programme), ...giftOfferFaults(programme, offers)]
  if (faults.length > 0) throw new Error(`the programme cannot be put in: ${faults.join('; ')}`)
  if ([...cloud.read('programme')].some(({ _id }) => _id === ID)) return
  const body = { collection: 'programme', was: null, doc: JSON.stringify({ _id: ID, ...programme }) }
  const answer = await fetch(`${cloud.url}/control/documents/change`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`the programme was not put in: ${await answer.text()}`)
}
