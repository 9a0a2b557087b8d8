/** What a member reads of a reward and of an exchange, from the values that the server sends. */
import type { ExchangeView, RewardView } from '../../src/contract/reward-views'
import { leftText, missingText, moneyText, tagOf } from '../../src/pages/member/reward-words'
import { costText, linesOf, stateText, whenText } from '../../src/pages/member/shop/exchange-words'

/** 14:36 on 16 May in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const reward = (more: Partial<RewardView> = {}): RewardView => ({
  rewardId: 'coffee',
  name: '手冲咖啡一杯',
  storeName: '半日咖啡',
  picture: 'pour-over-coffee',
  category: '餐饮',
  points: 1200,
  wasPoints: null,
  priceFen: 0,
  left: null,
  state: 'open',
  endsAt: null,
  special: false,
  presale: false,
  ...more,
})

test.each<[string, Partial<RewardView>, string | null]>([
  ['nothing, when it is open and stays', {}, null],
  ['that it is gone, before anything else', { state: 'sold-out', left: 0, tierName: '金卡' }, '已兑完'],
  ['whose it is', { state: 'tier-locked', tierName: '白金卡', left: 3 }, '白金卡专享'],
  ['when it opens', { state: 'soon', startsAt: NOW + 3 * DAY }, '5 月 19 日开兑'],
  ['how few are left', { left: 6, endsAt: NOW + DAY }, '仅剩 6 份'],
  ['nothing, when there are many', { left: 11 }, null],
  ['that it is early', { presale: true }, '会员先兑'],
  ['the last day that belongs to it', { endsAt: Date.parse('2026-06-01T00:00:00+08:00') }, '5 月 31 日截止'],
  ['nothing of a day that is far', { endsAt: NOW + 60 * DAY }, null],
])('the tag of a reward says %s', (_, more, words) => {
  expect(tagOf(reward(more), NOW)?.words ?? null).toBe(words)
})

test.each<[Partial<RewardView>, string]>([
  [{}, ''],
  [{ state: 'short', short: 1160 }, '还差 1,160 积分'],
  [{ state: 'tier-locked', tierName: '白金卡', gapFen: 1_248_000 }, '再消费 ¥12,480 可兑'],
  [{ state: 'tier-locked', tierName: '白金卡' }, '白金卡起可兑'],
  [{ state: 'limit-reached' }, '您已经兑满了'],
  [{ state: 'sold-out' }, ''],
])('what is missing: %j', (more, words) => {
  expect(missingText(reward(more))).toBe(words)
})

test('money beside the points is said, and only where there is some', () => {
  expect([moneyText(reward()), moneyText(reward({ priceFen: 2900 }))]).toEqual(['', '+ ¥29'])
})

test.each([
  [2 * DAY + 6 * 60 * MINUTE, '剩 2 天 6 小时'],
  [DAY, '剩 1 天'],
  [90 * MINUTE, '剩 1 小时 30 分'],
  [MINUTE / 2, '剩 1 分钟'],
  [0, '已经结束'],
])('%d ms before the end says %s', (left, words) => {
  expect(leftText(NOW + left, NOW)).toBe(words)
})

const exchange = (more: Partial<ExchangeView> = {}): ExchangeView => ({
  exchangeId: 'exchange:m:o',
  rewardId: 'coffee',
  rewardName: '手冲咖啡一杯',
  picture: 'pour-over-coffee',
  storeName: '半日咖啡',
  points: 1200,
  priceFen: 0,
  state: 'held',
  at: NOW,
  way: 'pickup',
  holdUntil: '2026-05-30',
  ...more,
})

test('an exchange says how it stands and until when', () => {
  const sent = exchange({ state: 'held', way: 'delivery', holdUntil: null })
  const unpaid = exchange({ state: 'unpaid', holdUntil: null, payUntil: NOW + 15 * MINUTE })
  const coupon = exchange({ state: 'settled', way: null, holdUntil: null })
  expect([exchange(), sent, unpaid, coupon].map(stateText)).toEqual([
    '待领取',
    '待寄出',
    '待付款',
    '已进卡包',
  ])
  expect([exchange(), sent, unpaid].map((each) => whenText(each, NOW))).toEqual([
    '留到 5 月 30 日',
    '今天 14:36',
    '14:51 前付款',
  ])
})

test('its lines say what it cost, and after it ended when and what came back', () => {
  const over = exchange({
    state: 'cancelled',
    holdUntil: null,
    priceFen: 2900,
    since: NOW + DAY,
    pointsBackOn: '2026-05-17',
    moneyBack: 'under-way',
  })
  expect(costText(over)).toBe('1,200 积分 + ¥29')
  expect(linesOf(over, NOW + DAY).slice(-3)).toEqual([
    { label: '取消时间', value: '今天 14:36' },
    { label: '积分退回', value: '5 月 17 日' },
    { label: '退款', value: '正在退回' },
  ])
})
