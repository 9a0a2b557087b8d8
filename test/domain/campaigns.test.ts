/** Campaigns: when they count, how they go together, what cuts them, and that bringing back gains nothing. */
import fc from 'fast-check'
import { bonusesOn } from '../../src/domain/campaigns/bonuses'
import { openBonuses, type Campaign, type OpenBonus } from '../../src/domain/campaigns/campaign'
import { campaignFaults } from '../../src/domain/campaigns/check-campaigns'
import { fen, shareRoundedDown } from '../../src/domain/money/fen'
import { previewPurchase } from '../../src/domain/purchases/preview'
import { bookPurchase, type Purchase } from '../../src/domain/purchases/purchase'
import { windowSpend } from '../../src/domain/tiers/spend-by-day'
import { heldOn } from '../../src/domain/tiers/grant'
import { spendable } from '../../src/domain/points/purse'
import { startOfDay } from '../../src/domain/time/business-day'
import { everythingBack, played } from './history'
import { amount, day, goods, mall } from './mall'
import { longHistory, shortHistory } from './random-steps'

const campaign = (id: string, more: Partial<Campaign> = {}): Campaign => ({
  id,
  name: id,
  rate: 100,
  when: {},
  group: id,
  stacking: 'add',
  ...more,
})
const open = (campaigns: readonly Campaign[], on: string, more = {}) =>
  openBonuses({ campaigns, bonusCapPerDay: 5000 }, { day: day(on), tierId: 'gold', ...more })
const rules = (...args: Parameters<typeof open>) => open(...args).bonuses.map(({ rule }) => rule)

describe('a campaign counts', () => {
  test('on its days: of the week, of the month, from and until, all of them at once', () => {
    const sunday = [campaign('sunday', { when: { weekdays: [0] } })]
    expect([rules(sunday, '2026-05-17'), rules(sunday, '2026-05-18')]).toEqual([['sunday'], []])
    const memberDay = [campaign('member-day', { when: { monthDays: [8, 31] } })]
    expect(rules(memberDay, '2026-05-31')).toEqual(['member-day'])
    expect(rules(memberDay, '2026-06-30')).toEqual([])
    const may = [
      campaign('may', { when: { from: day('2026-05-02'), until: day('2026-05-30'), weekdays: [0] } }),
    ]
    expect(rules(may, '2026-05-03')).toEqual(['may'])
    for (const on of ['2026-04-26', '2026-05-02', '2026-05-31']) expect(rules(may, on)).toEqual([])
  })

  test('three days before a birthday, on it and three days after, across the end of a year', () => {
    const near = [campaign('birthday', { when: { birthday: { before: 3, after: 3 } } })]
    const birthdayOn = day('2027-01-01')
    for (const on of ['2026-12-29', '2027-01-01', '2027-01-04'])
      expect(rules(near, on, { birthdayOn })).toEqual(['birthday'])
    for (const on of ['2026-12-28', '2027-01-05']) expect(rules(near, on, { birthdayOn })).toEqual([])
    expect(rules(near, '2027-01-01')).toEqual([])
  })

  test('in its stores, in stores of its sort, for its tiers; nowhere where that is not known', () => {
    const scoped = [
      campaign('store', { scope: { storeIds: ['tea'] } }),
      campaign('sort', { scope: { categories: ['餐饮'] } }),
      campaign('tier', { scope: { tierIds: ['gold', 'diamond'] } }),
    ]
    expect(rules(scoped, '2026-05-01')).toEqual(['tier'])
    expect(rules(scoped, '2026-05-01', { storeId: 'tea', category: '餐饮' })).toEqual([
      'store',
      'sort',
      'tier',
    ])
    expect(rules(scoped, '2026-05-01', { storeId: 'shoes', category: null, tierId: 'basic' })).toEqual([])
  })
})

const bonus = (rule: string, rate: number, more: Partial<OpenBonus> = {}): OpenBonus => ({
  rule,
  name: rule,
  rate,
  group: rule,
  stacking: 'add',
  ...more,
})
const given = (bonuses: readonly OpenBonus[], base = 100, leftToday = 5000) =>
  bonusesOn({ base, rate: 150 }, { bonuses, leftToday }).map(({ rule, points }) => [rule, points])

describe('campaigns of one order', () => {
  test('add up, each with its part of the one rounding', () => {
    expect(given([bonus('a', 33), bonus('b', 33)], 5)).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    // floor(5 × 2.16) − floor(5 × 1.5) = 10 − 7
  })

  test('of a best-of group the one that gives most counts, whatever its rate', () => {
    const group = { group: 'g', stacking: 'best' as const }
    const capped = { most: { points: 10, by: 'order' as const } }
    expect(given([bonus('low', 50, group), bonus('high', 100, { ...group, ...capped })])).toEqual([
      ['low', 50],
    ])
    expect(given([bonus('low', 50, group), bonus('high', 100, group), bonus('beside', 10)])).toEqual([
      ['high', 100],
      ['beside', 10],
    ])
  })

  test('an exclusive one counts alone, where it gives more than the others together', () => {
    const alone = bonus('alone', 120, { stacking: 'exclusive' })
    expect(given([bonus('a', 100), alone])).toEqual([['alone', 120]])
    expect(given([bonus('a', 100), bonus('b', 20), alone])).toEqual([
      ['a', 100],
      ['b', 20],
    ])
  })

  test('say what cut them: their own tightest cap first, then the mall’s day', () => {
    const most = { points: 80, by: 'total' as const }
    expect(
      bonusesOn({ base: 100, rate: 150 }, { bonuses: [bonus('a', 100, { most })], leftToday: 50 }),
    ).toEqual([
      expect.objectContaining({
        points: 50,
        cuts: [
          { by: 'total', points: 20 },
          { by: 'mall-day', points: 30 },
        ],
      }),
    ])
    expect(given([bonus('a', 100)], 0)).toEqual([])
  })

  test('have left what their tightest cap leaves: of an order, of the day, in all', () => {
    const capped = [campaign('fair', { caps: { perOrder: 300, perDay: 400, inAll: 2_000 } })]
    const left = (today: number, inAll: number, on = '2026-05-01') => {
      const counters = { day: day('2026-05-01'), today: { fair: today }, total: { fair: inAll } }
      return open(capped, on, { counters }).bonuses[0]?.most
    }
    expect(left(0, 0)).toEqual({ points: 300, by: 'order' })
    expect(left(150, 150)).toEqual({ points: 250, by: 'day' })
    expect(left(0, 1_900)).toEqual({ points: 100, by: 'total' })
    expect(left(400, 1_900, '2026-05-02')).toEqual({ points: 100, by: 'total' })
    expect(left(0, 2_100)).toEqual({ points: 0, by: 'total' })
  })
})

const keptOf = ({ earning, refundedQualifyingFen, qualifyingFen }: Purchase) =>
  earning.bonuses.map(({ rule, points }) => ({
    rule,
    points:
      points - (qualifyingFen === 0 ? 0 : shareRoundedDown(points, refundedQualifyingFen, qualifyingFen)),
  }))
const sumOf = (purchases: readonly Purchase[], rule?: string): number =>
  purchases.flatMap(keptOf).reduce((sum, each) => sum + (rule && each.rule !== rule ? 0 : each.points), 0)

describe('whatever is bought and brought back, in any order', () => {
  test.each([
    ['months and years', longHistory],
    ['inside a week', shortHistory],
  ])('caps per order, day and campaign hold over what is kept: %s', (_, histories) => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { purchases, programme } = played(steps)
        for (const on of new Set(purchases.map((each) => each.day))) {
          const ofDay = purchases.filter((each) => each.day === on)
          expect(sumOf(ofDay)).toBeLessThanOrEqual(programme.bonusCapPerDay)
          for (const { id, caps } of programme.campaigns ?? [])
            expect(sumOf(ofDay, id)).toBeLessThanOrEqual(caps?.perDay ?? Infinity)
        }
        for (const { id, caps } of programme.campaigns ?? []) {
          expect(sumOf(purchases, id)).toBeLessThanOrEqual(caps?.inAll ?? Infinity)
          for (const each of purchases)
            expect(sumOf([each], id)).toBeLessThanOrEqual(caps?.perOrder ?? Infinity)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('counters are exactly what is kept: a refund frees the caps that it used, and no more', () => {
    fc.assert(
      fc.property(longHistory, (steps) => {
        const { account, purchases } = played(steps)
        const { bonuses } = account
        expect(bonuses?.total?.['fair'] ?? 0).toBe(sumOf(purchases, 'fair'))
        const ofDay = purchases.filter((each) => each.day === bonuses?.day)
        for (const [rule, points] of Object.entries(bonuses?.today ?? {}))
          expect(points).toBe(sumOf(ofDay, rule))
      }),
      { numRuns: 300 },
    )
  })

  test('once everything came back no counter holds anything, and nothing can be spent', () => {
    fc.assert(
      fc.property(longHistory, fc.boolean(), (steps, newestFirst) => {
        const { account, today } = everythingBack(played(steps), newestFirst)
        const { bonuses } = account
        const left = [...Object.values(bonuses?.today ?? {}), ...Object.values(bonuses?.total ?? {})]
        expect(left.every((points) => points === 0)).toBe(true)
        expect(spendable(account.purse, today)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test('the preview promises exactly the points that the booking then gives, bonus by bonus', () => {
    fc.assert(
      fc.property(
        longHistory,
        fc.nat(9_000_000),
        fc.constantFrom('plain', 'fair', 'feast'),
        (steps, price, storeId) => {
          const { account, programme, today } = played([...steps, { do: 'jobs' }])
          const { tierId } = heldOn(programme, account, today)
          const windowFen = windowSpend(account.spendByDay, today, programme.windowMonths)
          const offered = openBonuses(programme, { day: today, tierId, storeId, counters: account.bonuses })
          const standing = { tierId, windowFen, open: offered }
          const preview = previewPurchase([amount(fen(price))], standing, programme.ladder)
          const lines = [{ ...goods('0'), paidFen: preview.payFen }]
          const order = { lines, priceFen: preview.priceFen, discountFen: preview.discountFen, storeId }
          const { earning } = bookPurchase(account, order, programme, startOfDay(today)).purchase
          expect(earning.points).toBe(preview.points)
          expect(earning.bonuses).toEqual(preview.bonuses)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test.each([
  [{ rate: 0 }, 'x: the rate must be 1 to 1000 hundredths'],
  [{ id: 'X' }, 'X: the id must be of a-z, 0-9 and -, 32 at most'],
  [{ name: ' ' }, 'x: it must have a name'],
  [{ group: ' ' }, 'x: the group must have a name'],
  [{ when: { weekdays: [7] } }, 'x: weekdays are 0 for Sunday to 6'],
  [{ when: { weekdays: [] } }, 'x: weekdays is empty: leave it out to limit nothing'],
  [{ when: { monthDays: [32] } }, 'x: monthDays are 1 to 31'],
  [{ when: { from: '2026-02-30' as never } }, 'x: from and until are days as 2026-05-31'],
  [{ when: { from: day('2026-05-02'), until: day('2026-05-01') } }, 'x: until is before from'],
  [{ when: { birthday: { before: 31, after: 3 } } }, 'x: birthday.before must be 0 to 30'],
  [{ when: { birthday: { before: 3, after: 8 } } }, 'x: birthday.after must be 0 to 7'],
  [{ scope: { tierIds: ['bronze'] } }, 'x: there is no tier bronze'],
  [{ caps: { perDay: 0 } }, 'x: a cap must be 1 to 10000000 points'],
  [
    { caps: { perOrder: 9, perDay: 8 } },
    'x: a cap of an order is within that of a day, and that within the one in all',
  ],
  [{ stacking: 'both' as never }, 'x: stacking must be add, best or exclusive'],
])('a campaign with %j is refused', (more, fault) => {
  expect(campaignFaults({ ladder: mall.ladder, campaigns: [campaign('x', more)] })).toContain(fault)
})

test('campaigns of one group stack alike, and no two share an id', () => {
  const two = [campaign('a', { group: 'g' }), campaign('b', { group: 'g', stacking: 'best' })]
  expect(campaignFaults({ ladder: mall.ladder, campaigns: two })).toHaveLength(2)
  const same = [campaign('a'), campaign('a')]
  expect(campaignFaults({ ladder: mall.ladder, campaigns: same })).toEqual([
    'two campaigns or targets share an id',
  ])
  const targets = [{ id: 't', name: 't', points: 0, months: 13, gift: { points: 1 } }]
  expect(campaignFaults({ ladder: mall.ladder, targets })).toHaveLength(2)
})
