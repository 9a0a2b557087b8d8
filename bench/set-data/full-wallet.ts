/** A wallet and offers with more than a screen holds: what is usable, what is over, and what can still be claimed. */
import type { LocalCloud } from '../../local/cloud'
import type { ClaimedView, GivenView } from '../../src/contract/coupon-views'
import { called } from '../../tools/demo-mall/called'
import { DEMO_PEOPLE, type DemoPerson } from '../../tools/demo-mall/people'

const DAY_MS = 86_400_000
const COUPONS = 12
const person = (id: string): DemoPerson => DEMO_PEOPLE.find((each) => each.id === id) as DemoPerson

const WORTHS = [
  { kind: 'threshold', thresholdFen: 30_000, offFen: 5_000 },
  { kind: 'percent', percentOff: 15, mostFen: 6_000 },
  { kind: 'cash', offFen: 2_000 },
  { kind: 'parking', hours: 2 },
] as const

const offer = (offerId: string, n: number, days: number, now: number) => ({
  offerId,
  name: `山岚茶室第 ${n + 1} 张券`,
  advice: '结账时出示，一单用一张',
  worth: WORTHS[n % WORTHS.length],
  scope: { storeIds: ['tea'] },
  stacking: { group: `bench-${n}`, rank: 20, exclusive: false, besideDiscount: true, mostPerOrder: 1 },
  giftable: true,
  validity: { kind: 'days', days },
  claim: { from: now - 30 * DAY_MS, until: now + 30 * DAY_MS },
  ...{ flash: false, stock: null, stockParts: 1, perMember: 1, perMemberADay: 1 },
})

const claimOf = (offerId: string) => ({
  action: 'claim',
  operationId: `${offerId}-claim`,
  input: { offerId },
})

/** Once there is something to claim. @returns the gift's id. */
export async function givesOneAway(cloud: LocalCloud, memberId: string): Promise<string> {
  const giver = person(memberId)
  const { couponId } = (await called(cloud, 'member', claimOf('bench-offered-0'), giver)) as ClaimedView
  const giving = {
    action: 'give-coupon',
    operationId: 'bench-gift',
    input: { couponId },
  }
  return ((await called(cloud, 'member', giving, giver)) as GivenView).giftId
}

/** Twelve that ended the day before yesterday, twelve that can be used, twelve more on offer. */
export async function fillsTheWallet(cloud: LocalCloud, memberId: string): Promise<void> {
  const now = cloud.clock.now()
  const manager = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson
  const places = Array.from({ length: COUPONS }, (_, n) => n)
  for (const [sort, days] of [
    ['over', 2],
    ['held', 30],
    ['offered', 30],
  ] as const) {
    const offers = places.map((n) => offer(`bench-${sort}-${n}`, n, days, now))
    const publishing = { action: 'publish-catalogue', operationId: `bench-offers-${sort}`, input: { offers } }
    await called(cloud, 'manager', publishing, manager)
  }
  // Instances remember the offers of before for a minute.
  cloud.clock.shift(61_000)
  const claims = async (sort: string): Promise<void> => {
    for (const n of places) {
      await called(cloud, 'member', claimOf(`bench-${sort}-${n}`), person(memberId))
    }
  }
  cloud.clock.set(now - 4 * DAY_MS)
  await claims('over')
  cloud.clock.set(now)
  await claims('held')
}
