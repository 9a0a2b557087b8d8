/** Whether a coupon can be used here and now: each term alone stands against it, and names itself. */
import type { CouponLife } from '../../src/domain/coupons/coupon'
import { whyNotUsable, type Here, type UseTerms } from '../../src/domain/coupons/usable'
import { addDays, startOfDay, weekdayOf } from '../../src/domain/time/business-day'
import { day } from './mall'

// A Wednesday.
const today = day('2026-05-20')
const at = startOfDay(today) + 1
const life: CouponLife = {
  state: 'issued',
  validFrom: today,
  validUntil: today,
  lockedUntil: null,
}
const here: Here = {
  storeId: 'store-1',
  brand: 'brand-1',
  category: 'fashion',
  tierId: 'gold',
  stage: 'active',
  today,
  at,
}
const why = (change: Partial<CouponLife>, terms: Partial<UseTerms> = {}, at: Partial<Here> = {}) =>
  whyNotUsable({ ...life, ...change }, { scope: {}, ...terms }, { ...here, ...at })

test('on its only day, with no terms, it can be used', () => expect(why({})).toBeNull())

test('the twentieth of May 2026 is a Wednesday, and days of the week follow each other', () => {
  expect([0, 1, 2, 3, 4].map((days) => weekdayOf(addDays(today, days)))).toEqual([3, 4, 5, 6, 0])
})

test.each([
  ['used', 'not-usable'],
  ['void', 'not-usable'],
  ['given', 'not-usable'],
  ['expired', 'expired'],
  ['locked', 'locked'],
] as const)('one that is %s: %s', (state, reason) => {
  expect(why({ state, lockedUntil: state === 'locked' ? at + 1 : null })).toBe(reason)
})

test('a lock that is over is none', () => expect(why({ state: 'locked', lockedUntil: at })).toBeNull())

test('the day decides: expired after its last, not today before its first', () => {
  expect(why({ validUntil: addDays(today, -1) })).toBe('expired')
  expect(why({ validFrom: addDays(today, 1), validUntil: addDays(today, 1) })).toBe('not-today')
})

test.each([
  [{ weekdays: [3] }, null],
  [{ weekdays: [0, 1, 2, 4, 5, 6] }, 'not-today'],
  [{ blackoutDays: [day('2026-05-19')] }, null],
  [{ blackoutDays: [today] }, 'not-today'],
  [{ scope: { storeIds: ['store-1'] } }, null],
  [{ scope: { storeIds: ['store-2'] } }, 'not-here'],
  [{ scope: { brands: ['brand-1'] } }, null],
  [{ scope: { brands: ['brand-2'] } }, 'not-here'],
  [{ scope: { categories: ['fashion'] } }, null],
  [{ scope: { categories: ['food'] } }, 'not-here'],
  [{ scope: { tierIds: ['gold', 'platinum'] } }, null],
  [{ scope: { tierIds: ['basic'] } }, 'not-for-member'],
  [{ scope: { stages: ['active'] } }, null],
  [{ scope: { stages: ['new'] } }, 'not-for-member'],
  [{ scope: { storeIds: [] } }, 'not-here'],
] as const)('%j: %s', (terms, reason) => expect(why({}, terms as Partial<UseTerms>)).toBe(reason))

test('a store of which nobody said a brand is in the scope of none', () => {
  expect(why({}, { scope: { brands: ['brand-1'] } }, { brand: null })).toBe('not-here')
})
