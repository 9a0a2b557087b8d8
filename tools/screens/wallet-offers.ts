/** Offers for the pictures: one of each kind and of each state, claimed as the scenes need them. */
import type { InvokeResult } from '../../local/cloud'
import type { Offer } from '../../src/domain/coupons/offer'
import { DEMO_PEOPLE } from '../demo-mall/people'
import { openidOf, type Studio } from './studio'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const OWNER = DEMO_PEOPLE.find(({ role }) => role === 'manager')?.openid ?? ''

/** As it is sent: an offer without the brands of its amounts and days. */
type Sent<Value> = Value extends number
  ? number
  : Value extends string
    ? string
    : Value extends readonly (infer Item)[]
      ? readonly Sent<Item>[]
      : Value extends object
        ? { [Key in keyof Value]: Sent<Value[Key]> }
        : Value

type SentOffer = Sent<Offer>

const offer = (
  offerId: string,
  name: string,
  advice: string,
  worth: SentOffer['worth'],
  at: number,
  other: Partial<SentOffer> = {},
): SentOffer => ({
  offerId,
  name,
  advice,
  worth,
  scope: {},
  stacking: { group: 'pictures', rank: 20, exclusive: false, besideDiscount: true, mostPerOrder: 1 },
  giftable: true,
  validity: { kind: 'days', days: 30 },
  claim: { from: at - 30 * DAY, until: at + 30 * DAY },
  flash: false,
  stock: null,
  stockParts: 1,
  perMember: 1,
  perMemberADay: 1,
  ...other,
})

const tea = { storeIds: ['tea'] }
const coffee = { storeIds: ['coffee'] }

const offersAt = (at: number): SentOffer[] => [...ofEachKind(at), ...ofEachState(at)]

const ofEachKind = (at: number): SentOffer[] => [
  offer(
    'mall-50',
    '全场满减券',
    '结账时出示，一单用一张',
    { kind: 'threshold', thresholdFen: 30_000, offFen: 5_000 },
    at,
    {
      validity: { kind: 'days', days: 5 },
      perMember: 2,
    },
  ),
  offer(
    'tea-15',
    '山岚茶室折扣券',
    '茶与茶点都可以用',
    { kind: 'percent', percentOff: 15, mostFen: 6_000 },
    at,
    {
      scope: tea,
      validity: { kind: 'days', days: 10 },
    },
  ),
  offer('coffee-pair', '拾光咖啡买赠券', '同款手冲，一杯送一杯', { kind: 'buy-one-get-one' }, at, {
    scope: coffee,
    weekdays: weekdaysBut(at),
  }),
  offer('cake', '栗子蛋糕兑换券', '到店取，当天现做', { kind: 'exchange', thing: '栗子蛋糕' }, at, {
    scope: coffee,
    giftable: false,
  }),
  offer('parking', '停车抵扣券', '出场前请服务台登记车牌', { kind: 'parking', hours: 2 }, at, {
    perMember: 2,
    perMemberADay: 2,
  }),
  offer('flowers-20', '见野花事现金券', '鲜花与花器都可以用', { kind: 'cash', offFen: 2_000 }, at, {
    scope: { storeIds: ['flowers'] },
    perMember: 2,
    perMemberADay: 1,
  }),
]

const ofEachState = (at: number): SentOffer[] => [
  offer(
    'flash-100',
    '周末满减券',
    '当天有效，先到先得',
    { kind: 'threshold', thresholdFen: 60_000, offFen: 10_000 },
    at,
    {
      claim: { from: at - HOUR, until: at + 5 * HOUR - 7_000 },
      flash: true,
      stock: 30,
      validity: { kind: 'days', days: 1 },
    },
  ),
  offer(
    'soon-books',
    '半日书店折扣券',
    '图书与文具',
    { kind: 'percent', percentOff: 20, mostFen: null },
    at,
    {
      scope: { storeIds: ['books'] },
      claim: { from: at + 2 * HOUR, until: at + 10 * DAY },
    },
  ),
  offer(
    'gone',
    '素白服饰满减券',
    '当季新品',
    { kind: 'threshold', thresholdFen: 80_000, offFen: 12_000 },
    at,
    {
      scope: { storeIds: ['clothes'] },
      stock: 0,
    },
  ),
  offer('high', '木与家居贵宾券', '家居小件', { kind: 'percent', percentOff: 30, mostFen: 20_000 }, at, {
    scope: { storeIds: ['home'] },
    claimableBy: ['diamond'],
  }),
]

/** Every day of the week but today. */
const weekdaysBut = (at: number): number[] => {
  const today = new Date(at + 8 * HOUR).getUTCDay()
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== today)
}

let operations = 0

export async function asked(
  { cloud }: Pick<Studio, 'cloud'>,
  door: string,
  openid: string,
  action: string,
  input: object,
): Promise<unknown> {
  operations += 1
  const operationId = `coupons-${String(operations).padStart(4, '0')}`
  const finished: InvokeResult = await cloud.invoke(door, { action, operationId, input }, { openid })
  const answer = finished.ok ? (finished.result as { ok: boolean; data?: unknown }) : null
  if (!answer?.ok) throw new Error(`${action}: ${JSON.stringify(finished)}`)
  return answer.data
}

export async function claimed(studio: Studio, id: string, offerId: string): Promise<string> {
  const answer = await asked(studio, 'member', openidOf(id), 'claim', { offerId })
  return (answer as { couponId: string }).couponId
}

const published = new WeakSet<object>()

/** Publishes the offers, once in a mall. */
export async function withOffers(studio: Studio): Promise<void> {
  if (published.has(studio.cloud)) return
  published.add(studio.cloud)
  const offers = offersAt(studio.cloud.clock.now())
  for (const each of offers) await asked(studio, 'manager', OWNER, 'publish-catalogue', { offers: [each] })
  // What warm instances remember of the offers is a minute old at most.
  studio.cloud.clock.shift(61_000)
}

const filled = new WeakSet<object>()

/** What 沈清和 holds: one of each kind, one that is over; the pages of others are empty. */
export async function withWallet(studio: Studio): Promise<void> {
  await withOffers(studio)
  if (filled.has(studio.cloud)) return
  filled.add(studio.cloud)
  const { clock } = studio.cloud
  const now = clock.now()
  clock.set(now - 6 * DAY)
  await claimed(studio, 'shen-qinghe', 'mall-50')
  clock.set(now - DAY)
  await claimed(studio, 'shen-qinghe', 'mall-50')
  clock.set(now)
  for (const offerId of ['tea-15', 'coffee-pair', 'cake', 'parking', 'parking', 'flowers-20'])
    await claimed(studio, 'shen-qinghe', offerId)
}
