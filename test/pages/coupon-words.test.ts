/** What a member reads of coupons and offers, and how a list is made of pages. */
import type { CouponView, OfferView, TermsView } from '../../src/contract/coupon-views'
import { fen } from '../../src/domain/money/fen'
import {
  endsSoonWords,
  notTodayWords,
  togetherWords,
  weekdayWords,
  whereWords,
  worthWords,
} from '../../src/pages/member/coupon-words'
import {
  insteadOfClaim,
  leftWords,
  ticks,
  timeWords,
} from '../../src/pages/member/coupons/offers/offer-words'
import { speak } from '../../src/text/language'

const HOUR = 3_600_000
/** 14:36 on Saturday 16 May in the mall. */
const NOW = Date.parse('2026-05-16T14:36:00+08:00')

const NOWHERE = {
  storeNames: null,
  brands: null,
  categories: null,
  products: null,
  tierNames: null,
  stages: null,
}
const terms = (more: Partial<TermsView> = {}): TermsView => ({
  name: '券',
  advice: '出示',
  worth: { kind: 'cash', offFen: fen(2_000) },
  scopeWords: NOWHERE,
  giftable: true,
  besideDiscount: true,
  mostPerOrder: 1,
  ...more,
})
const offer = (more: Partial<OfferView> = {}): OfferView => ({
  ...terms(),
  offerId: 'tea',
  left: null,
  startsAt: NOW - HOUR,
  endsAt: NOW + 40 * 24 * HOUR,
  flash: false,
  claimed: 0,
  perMember: 1,
  state: 'open',
  ...more,
})

afterEach(() => speak('zh-CN'))

test.each([
  [{ kind: 'cash', offFen: fen(2_000) }, '¥20', '直接抵扣'],
  [{ kind: 'threshold', thresholdFen: fen(30_000), offFen: fen(5_050) }, '¥50.50', '满 ¥300 可用'],
  [{ kind: 'percent', percentOff: 15, mostFen: fen(6_000) }, '8.5 折', '最高省 ¥60'],
  [{ kind: 'percent', percentOff: 20, mostFen: null }, '8 折', '没有上限'],
  [{ kind: 'buy-one-get-one' }, '买一赠一', '同款一件'],
  [{ kind: 'exchange', thing: '蛋糕' }, '1 份', '无需再付'],
  [{ kind: 'parking', hours: 2 }, '2 小时', '停车抵扣'],
] as const)('%j is worth %s', (worth, figure, under) => {
  expect(worthWords(worth)).toEqual({ figure, under })
})

test('where: everywhere, a name or two, or how many', () => {
  expect(whereWords(terms())).toBe('全场通用')
  expect(whereWords(terms({ scopeWords: { ...NOWHERE, storeNames: ['茶室', '书店'] } }))).toBe('茶室、书店')
  expect(whereWords(terms({ scopeWords: { ...NOWHERE, storeNames: ['一', '二', '三'] } }))).toBe('3 家门店')
  const goods = terms({ scopeWords: { ...NOWHERE, storeNames: ['茶室'], categories: ['茶点'] } })
  expect(whereWords(goods)).toBe('茶室，茶点')
})

test('weekdays in their order, a run of them as one', () => {
  expect(weekdayWords([1, 2, 3, 4, 5])).toBe('周一至周五可用')
  expect(weekdayWords([0, 6])).toBe('周六、周日可用')
  expect(weekdayWords([0, 1, 3])).toBe('周一、周三、周日可用')
  expect(weekdayWords([0, 1, 2, 3, 4, 5, 6])).toBeNull()
  expect(weekdayWords(undefined)).toBeNull()
})

test('why not today: a first day to come, a weekday, a day that is left out', () => {
  const coupon: Pick<CouponView, 'validFrom'> = { validFrom: '2026-05-16' }
  expect(notTodayWords(coupon, NOW)).toBeNull()
  expect(notTodayWords({ validFrom: '2026-05-17' }, NOW)).toBe('5 月 17 日起可用')
  expect(notTodayWords({ ...coupon, weekdays: [1, 2, 3, 4, 5] }, NOW)).toBe('周一至周五可用')
  expect(notTodayWords({ ...coupon, weekdays: [6] }, NOW)).toBeNull()
  expect(notTodayWords({ ...coupon, blackoutDays: ['2026-05-16'] }, NOW)).toBe('今天不能用')
})

test('the end stands out from seven days before it', () => {
  expect(endsSoonWords('2026-05-16', NOW)).toBe('今天到期')
  expect(endsSoonWords('2026-05-17', NOW)).toBe('明天到期')
  expect(endsSoonWords('2026-05-23', NOW)).toBe('7 天后到期')
  expect(endsSoonWords('2026-05-24', NOW)).toBeNull()
  expect(endsSoonWords('2026-05-15', NOW)).toBeNull()
})

test('what goes together', () => {
  expect(togetherWords(terms())).toBe('一单限用一张，与会员折扣同享')
  expect(togetherWords(terms({ besideDiscount: false, mostPerOrder: 3 }))).toBe(
    '同类一单最多 3 张，不与会员折扣同享',
  )
})

describe('an offer', () => {
  test('says its end by the day, a flash one in its last day by the second', () => {
    expect(timeWords(offer({ endsAt: Date.parse('2026-05-20T00:00:00+08:00') }), NOW)).toBe('领到 5 月 19 日')
    const flash = offer({ flash: true, endsAt: NOW + 2 * HOUR + 61_000 })
    expect(ticks(flash, NOW)).toBe(true)
    expect(timeWords(flash, NOW)).toBe('02:01:01 后结束')
    expect(timeWords(flash, NOW + 3 * HOUR)).toBe('已结束')
    expect(ticks(offer({ endsAt: NOW + HOUR }), NOW)).toBe(false)
  })

  test('says when it opens', () => {
    expect(timeWords(offer({ state: 'soon', startsAt: NOW + 59_001 }), NOW)).toBe('00:01:00 后开始')
    expect(timeWords(offer({ state: 'soon', startsAt: NOW + 48 * HOUR }), NOW)).toBe('5 月 18 日开始')
  })

  test('says how many are left when they are few', () => {
    expect(leftWords(offer({ left: 12 }))).toBe('剩 12 张')
    expect([leftWords(offer({ left: 500 })), leftWords(offer()), leftWords(offer({ left: 0 }))]).toEqual([
      null,
      null,
      null,
    ])
  })

  test.each([
    ['open', {}, null],
    ['claimed', {}, '已领取'],
    ['claimed', { claimed: 2, perMember: 2 }, '已领 2 / 2'],
    ['sold-out', {}, '已领完'],
    ['limit-today', {}, '明天再领'],
    ['soon', {}, '还没开始'],
    ['tier-locked', { tierName: '白金卡' }, '白金卡起可领'],
  ] as const)('%s %j shows %s in place of its button', (state, more, words) => {
    expect(insteadOfClaim(offer({ state, ...more }))).toBe(words)
  })
})

test('the words follow the language that is spoken', () => {
  speak('en')
  expect(worthWords({ kind: 'percent', percentOff: 15, mostFen: fen(6_000) })).toEqual({
    figure: '15% off',
    under: '¥60 at most',
  })
  expect(weekdayWords([1, 2, 3, 4, 5])).toBe('On Mon–Fri')
})
