/** What the demo mall gives for points, and the coupons that some of it becomes. Days are counted from the day of seeding. */
import type * as v from 'valibot'
import type { OfferShape } from '../../src/contract/catalogue'
import type { RewardShape } from '../../src/contract/reward-shape'
import { addDays, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import { DEMO_STORES } from './people'

type Reward = v.InferInput<typeof RewardShape>
type Offer = v.InferInput<typeof OfferShape>

const HOUR_MS = 3_600_000

interface DemoCatalogue {
  readonly offers: readonly Offer[]
  readonly rewards: readonly Reward[]
}

/** Opened a month ago where nothing else is said. */
type Entry = Omit<Reward, 'rank' | 'open'> & Partial<Pick<Reward, 'open'>>

export function demoRewards(today: BusinessDay): DemoCatalogue {
  const instant: Instant = (days, hours = 0) => startOfDay(addDays(today, days)) + hours * HOUR_MS
  const open = { from: instant(-30), until: null }
  return {
    offers: [
      issued('parking-4h', '停车 4 小时', '离场前报车牌，抵扣四小时', { kind: 'parking', hours: 4 }),
      issued('voucher-20', '20 元代金券', '全商场可用，结账前出示', { kind: 'cash', offFen: 2_000 }),
    ],
    rewards: [...things(instant), ...experiences(instant), ...vouchers].map((each, place) => ({
      open,
      ...each,
      rank: (place + 1) * 10,
    })),
  }
}

/** So many days after today, and hours after the start of that day. */
type Instant = (days: number, hours?: number) => number

function reward(
  [rewardId, picture, storeId]: readonly [string, string, string | null],
  [name, advice, category]: readonly [string, string, string],
  [points, priceFen]: readonly [number, number],
  more: Partial<Entry> = {},
): Entry {
  return {
    ...{ rewardId, picture, storeId, name, advice, category, points, priceFen },
    storeName: DEMO_STORES.find((each) => each.storeId === storeId)?.name ?? '全商场',
    gives: { kind: 'thing' },
    wasPoints: null,
    perMember: null,
    stock: null,
    stockParts: 1,
    ways: ['pickup'],
    holdDays: 14,
    ...more,
  }
}

const things = (instant: Instant): Entry[] => [
  reward(['tote-bag', 'tote-bag', 'clothes'], ['梧桐叶帆布袋', '本月限定，每人一只', '生活'], [980, 0], {
    ...{ wasPoints: 1_600, perMember: 1, stock: 80, ways: ['pickup', 'delivery'] },
    open: { from: instant(-30), until: instant(3, 6) },
  }),
  reward(
    ['coffee', 'pour-over-coffee', 'coffee'],
    ['手冲咖啡一杯', '到店出示兑换码，当场现做', '餐饮'],
    [1_200, 0],
    {
      stock: 300,
    },
  ),
  reward(
    ['candle', 'candle', 'home'],
    ['香薰蜡烛「雨后」', '雪松与雨后泥土的气味，可燃四十小时', '生活'],
    [3_200, 2_900],
    { stock: 6, ways: ['pickup', 'delivery'] },
  ),
  reward(['bouquet', 'bouquet', 'flowers'], ['初夏花束', '当季花材，到店现扎', '生活'], [2_600, 3_900], {
    stock: 0,
  }),
  reward(
    ['silk-scarf', 'silk-scarf', 'clothes'],
    ['真丝方巾', '白金卡以上先兑，之后全体开放', '生活'],
    [6_800, 9_900],
    {
      ...{ stock: 30, ways: ['pickup', 'delivery'], perMember: 1 },
      open: { from: instant(5), until: null },
      presale: { from: instant(-1), fromTierId: 'platinum' },
    },
  ),
]

const experiences = (instant: Instant): Entry[] => [
  reward(
    ['afternoon-tea', 'afternoon-tea', 'tea'],
    ['双人私享下午茶', '提前一天电话预约，两小时靠窗位', '餐饮'],
    [12_000, 0],
    {
      ...{ fromTierId: 'platinum', stock: 20 },
    },
  ),
  reward(
    ['pottery', 'pottery', 'home'],
    ['亲子陶艺课', '一大一小，周末两小时，作品可带走', '亲子'],
    [9_800, 6_800],
    {
      stock: 12,
      open: { from: instant(-30), until: instant(16) },
    },
  ),
]

const coupon = (offerId: string): Partial<Entry> => ({ gives: { kind: 'coupon', offerId }, ways: [] })

const vouchers: readonly Entry[] = [
  reward(['parking', 'parking', null], ['停车 4 小时', '放进卡包，离场前报车牌抵扣', '停车'], [600, 0], {
    ...coupon('parking-4h'),
    storeName: 'B2 · B3 停车场',
  }),
  reward(
    ['voucher', 'voucher', null],
    ['20 元代金券', '全商场可用，放进卡包三十天内有效', '代金券'],
    [2_000, 0],
    coupon('voucher-20'),
  ),
]

/** Nobody claims it: a reward issues it. */
const issued = (offerId: string, name: string, advice: string, worth: Offer['worth']): Offer => ({
  ...{ offerId, name, advice, worth },
  scope: {},
  stacking: { group: 'points', rank: 50, exclusive: false, besideDiscount: true, mostPerOrder: 2 },
  giftable: false,
  validity: { kind: 'days', days: 30 },
  claim: null,
  flash: false,
  stock: null,
  stockParts: 1,
  perMember: 10,
  perMemberADay: 10,
})
