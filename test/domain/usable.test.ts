/** Whether a coupon can be used here and now: each term alone stands against it, and names itself. */
import type { CouponLife } from '../../src/domain/coupons/coupon'
import {
  allAgainst,
  nextDayOf,
  whyNotUsable,
  type Here,
  type UseTerms,
} from '../../src/domain/coupons/usable'
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

test('all that stands against it is told, the first as the reason', () => {
  const terms = { scope: { storeIds: ['store-2'], stages: ['new' as const] }, weekdays: [1] }
  expect(allAgainst(life, terms, here)).toEqual(['not-today', 'not-here', 'not-for-member'])
  expect(why({}, terms)).toBe('not-today')
})

describe('the next day on which its days allow it', () => {
  const next = (change: Partial<CouponLife>, days: Pick<UseTerms, 'weekdays' | 'blackoutDays'> = {}) =>
    nextDayOf({ ...life, validUntil: addDays(today, 20), ...change }, days, today)

  test.each([
    ['today', {}, {}, 0],
    ['its first day', { validFrom: addDays(today, 3) }, {}, 3],
    ['the next Sunday', {}, { weekdays: [0] }, 4],
    ['the Sunday after a closed one', {}, { weekdays: [0], blackoutDays: [addDays(today, 4)] }, 11],
    ['its last day', { validUntil: addDays(today, 4) }, { weekdays: [0] }, 4],
  ])('is %s', (_, change, days, ahead) => expect(next(change, days)).toBe(addDays(today, ahead)))

  test.each([
    ['after its end', { validUntil: addDays(today, 3) }, { weekdays: [0] }],
    ['on no day of the week', {}, { weekdays: [] }],
  ])('there is none %s', (_, change, days) => expect(next(change, days)).toBeNull())
})
