/**
 * The coupons of the demo mall: all six kinds, one that is gone, one that opens tomorrow, one for higher tiers, and what
 * the people of the demo have claimed. Published and claimed through the doors that everybody uses.
 */
import type * as v from 'valibot'
import type { LocalCloud } from '../../local/cloud'
import type { OfferShape } from '../../src/contract/catalogue'
import { addDays, businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { called } from './called'
import { personOf } from './people'

type DemoOffer = v.InferInput<typeof OfferShape>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const FOOD = { group: 'food', rank: 20, exclusive: false, besideDiscount: true, mostPerOrder: 1 }
const WHOLE_MALL = { ...FOOD, group: 'mall', rank: 40 }
const HANDED_OVER = { ...FOOD, group: 'handed-over', rank: 0 }

/** Whose claims are made on the way: an hour ago, but the first one forty days ago. */
const CLAIMS: readonly (readonly [offerId: string, people: readonly string[], daysAgo?: number])[] = [
  ['food-30-off-200', ['shen-qinghe', 'lu-xiaoman'], 40],
  ['mall-50-off-300', ['shen-qinghe', 'lu-xiaoman', 'fang-zhixing', 'pei-qingyue']],
  ['tea-15-off', ['shen-qinghe', 'wen-di']],
  ['coffee-one-more', ['shen-qinghe', 'song-zhixu']],
  ['chestnut-cake', ['shen-qinghe', 'jiang-wanyin']],
  ['parking-2-hours', ['shen-qinghe', 'shen-qinghe', 'lu-xiaoman', 'pei-qingyue']],
  ['early-summer-flowers', ['wen-di', 'jiang-wanyin', 'song-zhixu']],
]

/** @param now the instant of the mall's clock. */
export const demoOffers = (now: number): readonly DemoOffer[] => [
  ...flashOffers(now),
  ...wholeMall(now),
  ...ofOneStore(now),
  ...birthdayGifts(now),
  ...programmeGifts(now),
]

const OPEN_FOR_MS = 45 * DAY_MS

const offerAt =
  (now: number) =>
  (offerId: string, name: string, advice: string, more: Partial<DemoOffer>): DemoOffer => ({
    offerId,
    name,
    advice,
    worth: { kind: 'cash', offFen: 1_000 },
    scope: {},
    stacking: WHOLE_MALL,
    giftable: true,
    validity: { kind: 'days', days: 30 },
    claim: { from: now - OPEN_FOR_MS, until: now + 30 * DAY_MS },
    flash: false,
    stock: null,
    stockParts: 1,
    perMember: 1,
    perMemberADay: 1,
    ...more,
  })

const giftAt =
  (now: number): ReturnType<typeof offerAt> =>
  (offerId, name, advice, more) =>
    offerAt(now)(offerId, name, advice, { claim: null, giftable: false, ...more })

function flashOffers(now: number): DemoOffer[] {
  const offer = offerAt(now)
  const tomorrowAtTen = startOfDay(addDays(businessDayOf(now), 1)) + 10 * HOUR_MS
  return [
    offer('flash-20', '今日快闪 ¥20 现金券', '今天领、七天内用，全场可用', {
      english: { name: 'Flash ¥20 today', advice: 'Claim today, use it within seven days, in every store' },
      worth: { kind: 'cash', offFen: 2_000 },
      validity: { kind: 'days', days: 7 },
      claim: { from: now - 2 * HOUR_MS, until: now + 5 * HOUR_MS },
      flash: true,
      stock: 60,
      stockParts: 4,
    }),
    offer('flash-tomorrow', '明日快闪满减券', '明天 10:00 开抢，满 ¥500 减 ¥100', {
      english: { name: 'Flash tomorrow', advice: 'From 10:00 tomorrow: ¥100 off from ¥500' },
      worth: { kind: 'threshold', thresholdFen: 50_000, offFen: 10_000 },
      claim: { from: tomorrowAtTen, until: tomorrowAtTen + 2 * HOUR_MS },
      flash: true,
      stock: 30,
      stockParts: 4,
      giftable: false,
    }),
  ]
}

function wholeMall(now: number): DemoOffer[] {
  const offer = offerAt(now)
  const from = now - OPEN_FOR_MS
  const today = businessDayOf(now)
  return [
    offer('mall-50-off-300', '全场满减券', '结账前出示，六家门店通用', {
      english: { name: '¥50 off from ¥300', advice: 'Show it before paying, in all six stores' },
      worth: { kind: 'threshold', thresholdFen: 30_000, offFen: 5_000 },
      validity: { kind: 'window', from: addDays(today, -26), until: addDays(today, 4) },
      claim: { from, until: now + 3 * DAY_MS },
      stock: 500,
    }),
    offer('friend-30', '好友见面礼', '受邀入会即得，全场可用', {
      english: { name: "A friend's welcome", advice: 'For who joins by an invitation, in every store' },
      worth: { kind: 'cash', offFen: 3_000 },
      claim: null,
      giftable: false,
    }),
    offer('parking-2-hours', '停车抵扣券', 'B2 · B3，离场前报车牌', {
      english: { name: '2 hours of parking', advice: 'B2 and B3, say the plate before leaving' },
      worth: { kind: 'parking', hours: 2 },
      stacking: HANDED_OVER,
      perMember: 4,
      perMemberADay: 2,
    }),
    offer('food-30-off-200', '餐饮满减券', '餐饮门店通用', {
      english: { name: '¥30 off from ¥200', advice: 'Wherever there is food' },
      worth: { kind: 'threshold', thresholdFen: 20_000, offFen: 3_000 },
      scope: { categories: ['餐饮'] },
      claim: { from, until: now - 30 * DAY_MS },
      validity: { kind: 'days', days: 14 },
      stacking: FOOD,
    }),
  ]
}

/** Of which the higher tiers choose one; nobody claims them. */
function birthdayGifts(now: number): DemoOffer[] {
  const gift = giftAt(now)
  return [
    gift('birthday-cake', '栗子蛋糕', '四寸，到店取，拾光咖啡', {
      english: { name: 'Chestnut cake', advice: 'Four inches, to pick up at Shiguang coffee' },
      worth: { kind: 'exchange', thing: '栗子蛋糕' },
      scope: { storeIds: ['coffee'] },
      stacking: HANDED_OVER,
    }),
    gift('birthday-flowers', '初夏花束', '可送到家，见野花事', {
      english: { name: 'Early summer flowers', advice: 'Sent home if you like, from Jianye flowers' },
      worth: { kind: 'exchange', thing: '初夏花束' },
      scope: { storeIds: ['flowers'] },
      stacking: HANDED_OVER,
    }),
    gift('birthday-88', '¥88 礼券', '无门槛，全场通用', {
      english: { name: '¥88 voucher', advice: 'No minimum, in every store' },
      worth: { kind: 'cash', offFen: 8_800 },
    }),
  ]
}

/** What the programme gives by itself: with a tier from gold on, and for thirty days in a row. */
function programmeGifts(now: number): DemoOffer[] {
  const gift = giftAt(now)
  return [
    gift('upgrade-50', '升级礼券 ¥50', '无门槛，全场通用', {
      english: { name: '¥50 upgrade voucher', advice: 'No minimum, in every store' },
      worth: { kind: 'cash', offFen: 5_000 },
    }),
    gift('streak-coffee', '连签手冲一杯', '拾光咖啡，到店取', {
      english: { name: 'A hand-brewed coffee', advice: 'To pick up at Shiguang coffee' },
      worth: { kind: 'exchange', thing: '手冲咖啡' },
      scope: { storeIds: ['coffee'] },
      stacking: HANDED_OVER,
    }),
  ]
}

function ofOneStore(now: number): DemoOffer[] {
  const offer = offerAt(now)
  return [
    offer('tea-15-off', '山岚茶室折扣券', '茶与茶点，最高省 ¥60', {
      english: { name: 'Shanlan tea 15 % off', advice: 'Tea and cakes, at most ¥60 off' },
      worth: { kind: 'percent', percentOff: 15, mostFen: 6_000 },
      scope: { storeIds: ['tea'] },
      stacking: { ...FOOD, besideDiscount: false },
    }),
    offer('coffee-one-more', '拾光咖啡买赠券', '周一至周五，同款手冲买一赠一', {
      english: { name: 'Shiguang coffee, one more', advice: 'Monday to Friday: a second of the same brew' },
      worth: { kind: 'buy-one-get-one' },
      scope: { storeIds: ['coffee'] },
      weekdays: [1, 2, 3, 4, 5],
      stacking: FOOD,
    }),
    offer('chestnut-cake', '栗子蛋糕兑换券', '拾光咖啡，到店取', {
      english: { name: 'A chestnut cake', advice: 'To pick up at Shiguang coffee' },
      worth: { kind: 'exchange', thing: '栗子蛋糕' },
      scope: { storeIds: ['coffee'] },
      stacking: HANDED_OVER,
      stock: 40,
      claimableBy: ['silver', 'gold', 'platinum', 'diamond'],
    }),
    offer('book-list', '半日书店白金书单券', '满 ¥200 减 ¥40，限白金卡以上', {
      english: { name: 'Books for platinum', advice: '¥40 off from ¥200, from platinum on' },
      worth: { kind: 'threshold', thresholdFen: 20_000, offFen: 4_000 },
      scope: { storeIds: ['books'] },
      claimableBy: ['platinum', 'diamond'],
    }),
    offer('book-welcome', '半日书店见面礼', '全店图书可用', {
      english: { name: 'Welcome to Banri books', advice: 'For any book of the store' },
      scope: { storeIds: ['books'] },
      giftable: false,
    }),
    offer('early-summer-flowers', '见野花事初夏券', '买花时出示', {
      english: { name: 'Early summer flowers', advice: 'Show it when you buy flowers' },
      worth: { kind: 'cash', offFen: 1_500 },
      scope: { storeIds: ['flowers'] },
      stock: 3,
    }),
  ]
}

/** What people hold before they come by today. */
export async function claimCoupons(cloud: LocalCloud, now: number): Promise<void> {
  for (const [offerId, people, daysAgo = 0] of CLAIMS)
    for (const [index, id] of people.entries())
      await claimCoupon(cloud, id, offerId, now - HOUR_MS - daysAgo * DAY_MS, index)
}

/** @returns the coupon's id. */
export async function claimCoupon(
  cloud: LocalCloud,
  personId: string,
  offerId: string,
  at: number,
  index = 0,
): Promise<string> {
  const operationId = `demo-mall-claim-${personId}-${offerId}-${index}`
  const data = { action: 'claim', operationId, input: { offerId } }
  return ((await called(cloud, 'member', data, personOf(personId), at)) as { couponId: string }).couponId
}
