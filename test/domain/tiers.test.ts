/** Spend by day, its window, the ladder, and the tier that a member is told to expect. */
import { NO_FEN, subtractFen } from '../../src/domain/money/fen'
import { nextTier, tierForSpend } from '../../src/domain/tiers/ladder'
import { windowSpend, withSpend, type SpendByDay } from '../../src/domain/tiers/spend-by-day'
import { projectedTier } from '../../src/domain/tiers/standing'
import { day, mall, standingOf, yuan } from './mall'

test.each([
  ['0', 'basic'],
  ['9999.99', 'basic'],
  ['10000', 'silver'],
  ['49999.99', 'silver'],
  ['50000', 'gold'],
  ['100000', 'platinum'],
  ['200000', 'diamond'],
  ['9999999', 'diamond'],
])('¥%s of qualifying spend reaches %s', (spend, tier) => {
  expect(tierForSpend(mall.ladder, yuan(spend)).id).toBe(tier)
})

test('there is no tier above the highest', () => {
  expect(nextTier(mall.ladder, 'diamond', yuan('500000'))).toBeNull()
})

test('below the own threshold nothing is inside the band, and above the next one nothing is missing', () => {
  expect(nextTier(mall.ladder, 'gold', yuan('10000'))).toMatchObject({
    insideBandFen: NO_FEN,
    gapFen: yuan('90000'),
  })
  expect(nextTier(mall.ladder, 'gold', yuan('120000'))?.gapFen).toBe(NO_FEN)
})

describe('the window', () => {
  test.each([
    ['the day itself counts', '2026-03-15', '2026-03-15', 12, true],
    ['the day after a year ago counts', '2025-03-16', '2026-03-15', 12, true],
    ['the same calendar day a year ago no longer counts', '2025-03-15', '2026-03-15', 12, false],
    ['a later day does not count yet', '2026-03-16', '2026-03-15', 12, false],
    ['29 February counts to 27 February of the next year', '2028-02-29', '2029-02-27', 12, true],
    ['29 February no longer counts on 28 February of the next year', '2028-02-29', '2029-02-28', 12, false],
    ['31 August counts for six months to 27 February', '2026-08-31', '2027-02-27', 6, true],
    ['31 August no longer counts on the last of February', '2026-08-31', '2027-02-28', 6, false],
    ['30 September counts to 29 March', '2026-09-30', '2027-03-29', 6, true],
    ['30 September no longer counts on 30 March', '2026-09-30', '2027-03-30', 6, false],
  ])('%s', (_, bought, today, months, counts) => {
    const spend: SpendByDay = { [bought]: yuan('100') }
    expect(windowSpend(spend, day(today), months)).toBe(counts ? yuan('100') : NO_FEN)
  })
})

test('a day whose spend is brought back to zero is forgotten, and so is a day that no window reaches any more', () => {
  const spend: SpendByDay = { '2024-12-31': yuan('5'), '2025-06-01': yuan('7'), '2026-03-01': yuan('9') }
  const after = withSpend(spend, day('2026-03-01'), subtractFen(NO_FEN, yuan('9')), day('2026-03-31'), mall)
  expect(after).toEqual({ '2025-06-01': yuan('7') })
})

test('a refund of a purchase too old for any window leaves no negative day behind', () => {
  const after = withSpend({}, day('2024-01-01'), subtractFen(NO_FEN, yuan('5')), day('2026-03-31'), mall)
  expect(after).toEqual({})
})

describe('the projected tier is the spend still inside the window at the term end plus the pace of 90 days', () => {
  const standing = standingOf('gold', '2026-01-01')

  test.each([
    ['spend enough for the tier keeps it', { '2026-02-01': '50000' }, '2026-06-30', 'gold'],
    [
      'spend of the day on which the term began will be gone',
      { '2026-01-01': '50000' },
      '2026-06-30',
      'silver',
    ],
    ['pace alone carries: ¥25,000 in 90 days, 184 to go', { '2026-06-01': '25000' }, '2026-07-01', 'gold'],
    ['pace alone falls short: ¥16,000', { '2026-06-01': '16000' }, '2026-07-01', 'silver'],
    ['spend 90 days ago is no pace any more', { '2026-04-02': '25000' }, '2026-07-01', 'silver'],
    ['spend 89 days ago still is', { '2026-04-03': '25000' }, '2026-07-01', 'gold'],
    ['a strong pace shows the upgrade', { '2026-06-01': '40000' }, '2026-07-01', 'platinum'],
    ['nothing at all is one level down, never two', {}, '2026-07-01', 'silver'],
  ])('%s', (_, spent, today, tier) => {
    const spend = Object.fromEntries(Object.entries(spent).map(([on, amount]) => [on, yuan(amount ?? '')]))
    expect(projectedTier(mall, standing, spend, day(today)).id).toBe(tier)
  })

  test('the lowest tier is projected as itself', () => {
    expect(projectedTier(mall, standingOf('basic', '2026-01-01'), {}, day('2026-07-01')).id).toBe('basic')
  })
})
