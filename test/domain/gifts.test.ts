/** Gifts of a programme: what is wrong with one, and which offers can be given. */
import { signIn, nextStreakGift, type CheckInRules, type CheckIns } from '../../src/domain/checkin/check-in'
import { giftFaults, giftOfferFaults, offersOfGifts } from '../../src/domain/gifts/gift'
import { checkProgramme, type Programme } from '../../src/domain/programme/programme'
import { addDays } from '../../src/domain/time/business-day'
import { day, mall } from './mall'

const rules = {
  ...(mall.checkIn as CheckInRules),
  streakGifts: [
    { days: 10, offerId: 'cake' },
    { days: 7, points: 5 },
  ],
}
const giving: Programme = {
  ...mall,
  ladder: mall.ladder.map((tier) => ({ ...tier, upgradeGift: { points: 100, offerId: 'tea' } })),
  checkIn: rules,
  targets: [{ id: 't', name: 't', points: 1, months: 1, gift: { offerId: 'cake' } }],
}

test('are points, a coupon, or both', () => {
  for (const gift of [{ points: 1 }, { offerId: 'cake' }, { points: 1, offerId: 'cake' }])
    expect(giftFaults(gift)).toEqual([])
  for (const gift of [{}, { points: 0 }, { points: 1.5 }, { points: 1_000_001 }, { offerId: 'Cake!' }])
    expect(giftFaults(gift)).toHaveLength(1)
})

test('stand in a programme where it has them, and each fault is said with its place', () => {
  expect(checkProgramme(giving)).toEqual([])
  expect(
    checkProgramme({
      ...giving,
      ladder: mall.ladder.map((tier, n) => ({ ...tier, ...(n === 1 && { upgradeGift: {} }) })),
      checkIn: { ...rules, streakGifts: [{ days: 1, points: 5 }, { days: 7 }, { days: 7, points: 5 }] },
      targets: [{ id: 't', name: 't', points: 1, months: 1, gift: { points: -1 } }],
    }),
  ).toEqual([
    'silver: a gift is points, a coupon, or both',
    't: the points of a gift must be 1 to 1000000',
    'checkIn.streakGifts: days must be 2 to 3660',
    'checkIn.streakGifts: a gift is points, a coupon, or both',
    'checkIn.streakGifts: there are at most 6, each for other days',
  ])
})

test('are of offers that the mall has, that nobody claims and that do not run out', () => {
  const free = { claim: null, stock: null }
  expect(offersOfGifts(giving).sort()).toEqual(['cake', 'tea'])
  expect(
    giftOfferFaults(giving, [
      { offerId: 'cake', ...free },
      { offerId: 'tea', ...free },
    ]),
  ).toEqual([])
  expect(giftOfferFaults(giving, [{ offerId: 'cake', claim: null, stock: 3 }])).toEqual([
    'there is no offer tea to give',
    'cake cannot be given: it can be claimed, or runs out',
  ])
  expect(giftOfferFaults(mall, [])).toEqual([])
})

test('come for a run of days on its day, once in the run', () => {
  let before: CheckIns | undefined
  const given: [number, number, string | undefined][] = []
  for (let n = 0; n < 20; n += 1) {
    const today = addDays(day('2026-03-01'), n < 12 ? n : n + 1)
    const done = signIn(before, rules, today, 'a')
    if (typeof done === 'string') throw new Error(done)
    before = done.next
    if (done.extra > 0 || done.coupon) given.push([done.streak ?? 0, done.extra, done.coupon?.runFrom])
    const next = nextStreakGift(before.signIns, rules, today)
    expect(next?.missing).toBe(
      (done.streak ?? 0) < 7
        ? 7 - (done.streak ?? 0)
        : (done.streak ?? 0) < 10
          ? 10 - (done.streak ?? 0)
          : undefined,
    )
  }
  // Twelve days in a row, and after a day left out eight.
  expect(given).toEqual([
    [7, 55, undefined],
    [10, 0, '2026-03-01'],
    [7, 55, undefined],
  ])
})
