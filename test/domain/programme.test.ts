/** The shipped programmes are valid, and what is wrong with a programme is said in words. */
import { fen, NO_FEN } from '../../src/domain/money/fen'
import { APPAREL_PROGRAMME, MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import {
  checkProgramme,
  rankOf,
  tierAtRank,
  tierById,
  type Programme,
  type Tier,
} from '../../src/domain/programme/programme'
import { mall } from './mall'

test.each([
  ['the mall', MALL_PROGRAMME],
  ['the apparel chain', APPAREL_PROGRAMME],
])('the programme of %s has no fault', (_, programme) => expect(checkProgramme(programme)).toEqual([]))

test('the mall asks ¥0, 10,000, 50,000, 100,000 and 200,000 in twelve months', () => {
  const rows = MALL_PROGRAMME.ladder.map((tier) => [tier.thresholdFen / 100, tier.rate, tier.discountPercent])
  expect(rows).toEqual([
    [0, 100, 0],
    [10_000, 120, 2],
    [50_000, 150, 5],
    [100_000, 200, 8],
    [200_000, 300, 12],
  ])
  expect(MALL_PROGRAMME).toMatchObject({
    windowMonths: 12,
    termMonths: 12,
    graceDays: 30,
    returnWindowDays: 7,
    pointsLifeMonths: 12,
    bonusCapPerDay: 5_000,
  })
})

test('the apparel ladder asks ¥0, 2,000, 5,000, 10,000 and 20,000', () => {
  expect(APPAREL_PROGRAMME.ladder.map((tier) => tier.thresholdFen / 100)).toEqual([
    0, 2_000, 5_000, 10_000, 20_000,
  ])
})

const lifecycle = (newDays: number, dormantDays: number, lostDays: number): Programme => ({
  ...mall,
  lifecycle: { newDays, dormantDays, lostDays },
})
const withTier = (rank: number, change: Partial<Tier>): Programme => ({
  ...mall,
  ladder: mall.ladder.map((tier, at) => (at === rank ? { ...tier, ...change } : tier)),
})

test.each<[string, Programme, string]>([
  ['has no tier', { ...mall, ladder: [] }, 'the lowest tier must start at ¥0'],
  ['does not start at zero', withTier(0, { thresholdFen: fen(1) }), 'the lowest tier must start at ¥0'],
  ['does not rise', withTier(2, { thresholdFen: fen(1_000_000) }), 'gold must ask for more than silver'],
  ['falls', withTier(2, { thresholdFen: NO_FEN }), 'gold must ask for more than silver'],
  ['has a broken rate', withTier(1, { rate: 1.2 }), 'silver: the rate'],
  ['has a negative rate', withTier(1, { rate: -1 }), 'silver: the rate'],
  ['gives everything away', withTier(4, { discountPercent: 100 }), 'diamond: the discount'],
  ['has a negative discount', withTier(4, { discountPercent: -1 }), 'diamond: the discount'],
  ['has a broken discount', withTier(4, { discountPercent: 2.5 }), 'diamond: the discount'],
  ['names a tier twice', withTier(1, { id: 'gold' }), 'two tiers share an id'],
  ['has terms without length', { ...mall, termMonths: 0 }, 'termMonths'],
  ['has a window without length', { ...mall, windowMonths: 0 }, 'windowMonths'],
  ['gives points no life', { ...mall, pointsLifeMonths: NaN }, 'pointsLifeMonths'],
  ['has a negative grace', { ...mall, graceDays: -1 }, 'graceDays'],
  ['has a broken return window', { ...mall, returnWindowDays: 0.5 }, 'returnWindowDays'],
  ['loses members before they are dormant', lifecycle(30, 90, 90), 'dormant before lost'],
  ['calls new who is dormant', lifecycle(91, 90, 180), 'new before dormant'],
  ['has a stage without length', lifecycle(0, 90, 180), 'the days of the lifecycle'],
  [
    'lets ask less than never',
    { ...mall, saidLimits: { perAssistant: -1, perStore: 30 } },
    'saidLimits.perAssistant',
  ],
  ['lets see less than no phones', { ...mall, phonesPerDay: -1 }, 'phonesPerDay'],
  [
    'binds cards without end',
    { ...mall, bindLimits: { perAssistant: 20, perStore: NaN } },
    'bindLimits.perStore',
  ],
  ['has a negative cap', { ...mall, bonusCapPerDay: -1 }, 'bonusCapPerDay'],
])('a programme that %s is refused', (_, programme, fault) => {
  expect(checkProgramme(programme)).toContainEqual(expect.stringContaining(fault))
})

test('all faults are named at once', () => {
  expect(checkProgramme({ ...withTier(1, { rate: -1, discountPercent: 100 }), graceDays: -1 })).toHaveLength(
    3,
  )
})

test('a tier is found by id and by rank, and one that is not on the ladder is a broken invariant', () => {
  expect(rankOf(mall, 'gold')).toBe(2)
  expect(tierAtRank(mall, 2)).toBe(tierById(mall, 'gold'))
  expect(() => tierById(mall, 'bronze')).toThrow('no tier bronze')
  expect(() => tierAtRank(mall, 5)).toThrow('no rank 5')
})
