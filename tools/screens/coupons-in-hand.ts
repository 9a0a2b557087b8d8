/** Coupons of every kind in the hands of somebody in the demo mall, through the doors: a manager publishes, the member claims. */
import type { LocalCloud } from '../../local/cloud'
import { called } from '../demo-mall/called'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-mall/people'

const person = (id: string): DemoPerson => DEMO_PEOPLE.find((each) => each.id === id) as DemoPerson
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager') as DemoPerson
const DAY_MS = 86_400_000

interface Sort {
  readonly offerId: string
  readonly name: string
  readonly advice: string
  readonly worth: Record<string, unknown>
  readonly days?: number
  readonly group: string
  readonly exclusive?: true
  readonly scope?: Record<string, unknown>
}

/** As a mall would have them: beside each other, of one group, alone, two that are handed over, and two that cannot be used in this store. */
const SORTS: readonly Sort[] = [
  {
    offerId: 'counter-threshold',
    name: '满 300 减 50',
    advice: '满 300 元可用，每单一张',
    worth: { kind: 'threshold', thresholdFen: 30_000, offFen: 5_000 },
    days: 5,
    group: 'full',
  },
  {
    offerId: 'counter-threshold-large',
    name: '满 1000 减 180',
    advice: '满 1000 元可用，每单一张',
    worth: { kind: 'threshold', thresholdFen: 100_000, offFen: 18_000 },
    group: 'full',
  },
  {
    offerId: 'counter-cash',
    name: '10 元抵用券',
    advice: '无门槛，可与满减同用',
    worth: { kind: 'cash', offFen: 1_000 },
    group: 'cash',
  },
  {
    offerId: 'counter-percent',
    name: '全单 9 折',
    advice: '每单一张，不与其他券同用',
    worth: { kind: 'percent', percentOff: 10, mostFen: 10_000 },
    group: 'percent',
    exclusive: true,
  },
  {
    offerId: 'counter-cake',
    name: '栗子蛋糕兑换券',
    advice: '到店出示，现场领取一份',
    worth: { kind: 'exchange', thing: '栗子蛋糕' },
    group: 'thing',
  },
  {
    offerId: 'counter-parking',
    name: '停车 2 小时',
    advice: '离场前报车牌，当天有效',
    worth: { kind: 'parking', hours: 2 },
    group: 'parking',
  },
  {
    offerId: 'counter-elsewhere',
    name: '湖畔生活节 8 折',
    advice: '每单一张，限指定门店',
    worth: { kind: 'percent', percentOff: 20, mostFen: null },
    group: 'percent',
    days: 12,
    scope: { storeIds: ['coffee', 'home'] },
  },
  {
    offerId: 'counter-diamond',
    name: '钻石卡满 500 减 120',
    advice: '每单一张',
    worth: { kind: 'threshold', thresholdFen: 50_000, offFen: 12_000 },
    group: 'full',
    days: 20,
    scope: { tierIds: ['diamond'] },
  },
]

/** Published and claimed once per mall: what is repeated carries the same operation id. */
export async function holdsCoupons(cloud: LocalCloud, memberId: string): Promise<void> {
  const now = cloud.clock.now()
  const claim = { from: now - DAY_MS, until: now + DAY_MS }
  const limits = { flash: false, stock: null, stockParts: 1, perMember: 1, perMemberADay: 1 }
  const offers = SORTS.map(({ days = 30, group, exclusive = false, scope = {}, ...terms }) => ({
    ...terms,
    ...limits,
    scope,
    stacking: { group, rank: 10, exclusive, besideDiscount: true, mostPerOrder: 1 },
    giftable: true,
    claim,
    validity: { kind: 'days', days },
  }))
  const publishing = { action: 'publish-catalogue', operationId: 'screens-catalogue', input: { offers } }
  await called(cloud, 'manager', publishing, OWNER).catch(ifRepeated)
  // Instances remember the offers of before for a minute.
  cloud.clock.shift(61_000)
  for (const { offerId } of SORTS) {
    const claiming = { action: 'claim', operationId: `screens-claim-${offerId}`, input: { offerId } }
    await called(cloud, 'member', claiming, person(memberId)).catch(ifRepeated)
  }
}

/** Another scene did it at another instant. */
function ifRepeated(error: unknown): void {
  if (!(error instanceof Error && /operation.mismatch|offer.limit/.test(error.message))) throw error
}
