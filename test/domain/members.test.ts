/** The member code, and the size of a member's document over the years. */
import fc from 'fast-check'
import type { BirthdayGift } from '../../src/domain/birthdays/birthday-gift'
import { bookCheckIn } from '../../src/domain/checkin/book-check-in'
import { arriveAt, signIn, type CheckIns } from '../../src/domain/checkin/check-in'
import { withClaim, type ClaimCounts } from '../../src/domain/coupons/claim'
import { withEnd, type CouponEnds } from '../../src/domain/coupons/ends'
import { newAccount } from '../../src/domain/members/account'
import {
  codePeriod,
  codeStatement,
  CODE_PERIOD_MS,
  periodEnd,
  proofDigits,
  readCode,
} from '../../src/domain/members/member-code'
import { fen } from '../../src/domain/money/fen'
import { applyChange, expiry, spending, type Purse } from '../../src/domain/points/purse'
import { returning } from '../../src/domain/points/returning'
import { periodOf, type BenefitsUsed } from '../../src/domain/programme/counted'
import type { CountedBenefit, Programme } from '../../src/domain/programme/programme'
import { counted, type RewardCounts } from '../../src/domain/rewards/counts'
import { tierLogAfter, type TierChange } from '../../src/domain/tiers/tier-log'
import type { PointsNamed } from '../../src/domain/time-work/points-reminders'
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { bookPurchase } from '../../src/domain/purchases/purchase'
import { day, goods, mall, noonOf } from './mall'

test('a new member has nothing, holds the lowest tier and a term of twelve months', () => {
  expect(newAccount(mall, day('2026-03-01'))).toMatchObject({
    purse: { earned: 0, debt: 0, lots: [] },
    standing: { tierId: 'basic', termEndsOn: '2027-03-01', graceEndsOn: null },
    spendByDay: {},
    visits: { count: 0, lastDay: null, dayBefore: null },
  })
})

describe('a member code', () => {
  test('has a period of a minute: its last millisecond belongs to it, the next one does not', () => {
    const start = 29_000_000 * CODE_PERIOD_MS
    expect(codePeriod(start)).toBe(29_000_000)
    expect(codePeriod(start + 59_999)).toBe(29_000_000)
    expect(periodEnd(29_000_000)).toBe(start + 60_000)
    expect(codePeriod(periodEnd(29_000_000))).toBe(29_000_001)
  })

  test('signs the card and the period together', () => {
    expect(codeStatement('10000001', 5)).not.toBe(codeStatement('10000001', 6))
    expect(codeStatement('10000001', 5)).not.toBe(codeStatement('10000002', 5))
  })

  test('proves itself with ten digits, with leading zeros, whatever the proof is', () => {
    expect(proofDigits('0000000000000001ffff')).toBe('0000000001')
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 64 })
    fc.assert(fc.property(hex, (proof) => /^\d{10}$/.test(proofDigits(proof))))
  })

  test('of 18 digits is read as card number and proof, blanks of a typed code ignored', () => {
    const parts = { cardNumber: '10000001', proof: '0123456789' }
    expect(readCode('100000010123456789')).toEqual(parts)
    expect(readCode(' 1000 0001 0123 4567 89\n')).toEqual(parts)
  })

  test.each([
    '',
    '10000001',
    '10000001012345678',
    '1000000101234567890',
    '1000000101234567x9',
    '１0000001012345678',
  ])('%j is none', (scanned) => expect(readCode(scanned)).toBeNull())
})

describe('the document of a member stays under 64 KB', () => {
  const PROFILE_BYTES = 2_048
  const LONGEST_MOVER = { because: 'purchase', cause: 'x'.repeat(160), storeName: '店'.repeat(32) } as const

  const OFFERS = 100
  /** Limited for one member. */
  const REWARDS = 100
  const longId = (n: number): string => String(n).padStart(32, 'x')

  /** As many campaigns and targets as there may be, each of which counts. */
  const FULL: Programme = {
    ...mall,
    bonusCapPerDay: 10_000_000,
    campaigns: Array.from({ length: 20 }, (_, n) => ({
      ...{ id: longId(n), name: 'more', rate: 1, when: {}, group: 'more', stacking: 'add' },
      caps: { inAll: 10_000_000 },
    })),
    targets: Array.from({ length: 4 }, (_, n) => ({
      ...{ id: longId(n), name: 'much', points: 10_000_000, months: 12, gift: { points: 1_000_000 } },
    })),
  }
  const WAITING = { ...FULL, pendingDays: { assistant: 27 } }

  /** What was claimed of as many offers as there may be, two of each, and taken of as many limited rewards. */
  const claims = Array.from({ length: OFFERS * 2 }).reduce<ClaimCounts>(
    (before, _, n) =>
      withClaim(before, longId(n % OFFERS), `${n}`.padStart(10, '0'), day('2026-01-01'), () => true),
    {},
  )
  const exchanged = Array.from({ length: REWARDS }).reduce<RewardCounts>(
    (counts, _, n) => counted(counts, { rewardId: longId(n), perMember: 1 }, [], 0),
    {},
  )
  const benefits = mall.ladder.flatMap(({ counted: each = [] }) => each)
  const usedUp = (each: CountedBenefit): BenefitsUsed[string] => ({
    period: periodOf(each, day('2026-01-01')),
    used: each.times,
    undone: each.times,
    day: day('2026-01-01'),
  })
  const benefitsUsed: BenefitsUsed = Object.fromEntries(benefits.map((each) => [each.id, usedUp(each)]))
  const birthdayOn = day('2027-05-31')
  const birthdayGift: BirthdayGift = {
    ...{ first: birthdayOn, year: 20, on: birthdayOn, offerId: longId(1), couponId: 'x'.repeat(60) },
    ...{ name: '礼'.repeat(32), by: 'x'.repeat(10) },
  }
  /** Reminders that named as many days as each of them can name again. */
  const namedDays = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [addDays(birthdayOn, n), 10_000_000]))
  const pointsNamed: PointsNamed = { month: namedDays(29), week: namedDays(29), eve: namedDays(6) }
  /** A coupon for every day of two years. */
  const couponEnds = Array.from({ length: 2 * 366 }).reduce<CouponEnds>(
    (ends, _, n) => withEnd(ends, addDays(birthdayOn, n), birthdayOn),
    {},
  )
  const BESIDE = { claims, exchanged, benefitsUsed, birthdayOn, birthdayGift, pointsNamed, couponEnds }

  /** Something was taken for points and came back after their day: they are a lot of their own for a week. */
  function withReturned(purse: Purse, today: BusinessDay): Purse {
    const spent = spending(purse, 1, today)
    if (!spent) return purse
    const past = [{ kind: 'purchase' as const, expiresOn: addDays(today, -1), points: -1 }]
    const before = applyChange(purse, spent)
    return applyChange(before, returning(before, past, today))
  }

  /** Signed in, and at as many places as give points on a day. */
  function checkedIn(before: CheckIns | undefined, today: BusinessDay): CheckIns | undefined {
    const { checkIn: rules } = mall
    const by = 'x'.repeat(10)
    const signed = rules && signIn(before, rules, today, by)
    const places = Array.from({ length: rules?.placesPerDay ?? 0 }, (_, n) => longId(n))
    return places.reduce<CheckIns | undefined>(
      (now, place) => {
        const arrived = rules && arriveAt(now, place, rules, today, by)
        return typeof arrived === 'object' ? arrived.next : now
      },
      typeof signed === 'object' ? signed.next : before,
    )
  }

  /** Largest size on the way, with expiry run only once a month. */
  function largestDocument(programme: Programme, years: number, everyDays: number, paidFen: number): number {
    const start = day('2026-01-01')
    const end = addMonths(start, 12 * years)
    // Who comes every week signs in every day, as long as any of it is kept.
    const signsInFrom = everyDays > 1 ? addMonths(end, -18) : end
    let checkIns: CheckIns | undefined
    let account = newAccount(programme, start)
    let tierLog: readonly TierChange[] = []
    let largest = 0
    for (let today = start, nextExpiry = start; today < end; today = addDays(today, everyDays)) {
      const order = {
        cause: 'x'.repeat(110),
        lines: [{ ...goods('0'), paidFen: fen(paidFen) }],
        priceFen: fen(0),
        discountFen: fen(0),
      }
      const bought = bookPurchase(account, { ...order, channel: 'assistant' }, programme, noonOf(today))
      tierLog = tierLogAfter({ account, tierLog }, bought.account, programme, today, LONGEST_MOVER)
      account = { ...bought.account, purse: withReturned(bought.account.purse, today) }
      for (let n = 0; n < everyDays && today >= signsInFrom; n += 1) {
        const each = addDays(today, n)
        account = bookCheckIn(account, 60, programme, each).account
        checkIns = checkedIn(checkIns, each)
      }
      const size =
        Buffer.byteLength(JSON.stringify({ account, tierLog, checkIns, ...BESIDE })) + PROFILE_BYTES
      largest = Math.max(largest, size)
      if (today < nextExpiry) continue
      nextExpiry = addMonths(today, 1)
      const change = expiry(account.purse, today)
      if (change) account = { ...account, purse: applyChange(account.purse, change) }
    }

    return largest
  }

  test.each([
    ['twenty years of weekly shopping and daily check-ins', FULL, 20, 7],
    ['twenty years of weekly shopping whose points wait, and daily check-ins', WAITING, 20, 7],
    ['three years of daily shopping', FULL, 3, 1],
    ['three years of daily shopping whose points wait', WAITING, 3, 1],
  ])('over %s', (_, programme, years, everyDays) => {
    const paid = fc.integer({ min: 100, max: mall.largestPurchaseFen })
    fc.assert(
      fc.property(paid, (paidFen) => largestDocument(programme, years, everyDays, paidFen) < 64 * 1024),
      { numRuns: 3, examples: [[mall.largestPurchaseFen], [39_322_259]] },
    )
  })
})
