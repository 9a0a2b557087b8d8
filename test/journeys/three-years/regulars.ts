/** Five habits: shopping every week, signing in every day, one great day, points that are owed, coffees that are not fetched. */
import { each, type Life } from './life'

/** 10 points, and on every seventh day in a row 50 more. */
const signInPoints = (daysInARow: number): number => (daysInARow % 7 === 0 ? 60 : 10)

export const REGULARS: Readonly<Record<string, Life>> = {
  weekly: {
    habit: 'shops for ¥250.50 every Saturday and never spends a point',
    story: [
      ['2026-01-10', (me) => me.joins()],
      ['2026-01-10 10:30', (me) => me.allows('points', 5)],
      ['2026-01-10 10:31', (me) => me.allows('tier')],
      // 40 × ¥250.50 = ¥10,020.00: the fortieth, on 10 October, brings silver and still earns 250 × 1.00.
      // Every later one earns 250 × 1.20 = 300. Five in the first month earn 1,250: short of 2,000.
      ...each(7, '2026-01-10 12:00', 156, (me, n) => me.buys(25_050, n < 40 ? 250 : 300)),
      ['2026-10-10 13:00', (me) => me.sees({ points: 10_000, tier: 'silver' })],
      // Expired on 10 January 2027 with its last day: the first 250. Meanwhile 40 × 250 + 13 × 300 were earned, the
      // last on 9 January.
      ['2027-01-11', (me) => me.sees({ points: 13_650 })],
    ],
    ends: {
      // 10 January 2026 to 4 January 2029 are 1,090 days: 156 Saturdays. 40 × 250 + 116 × 300.
      // Those to 4 January 2028, 724 days, are over: 104 of them, 40 × 250 + 64 × 300. The 52 of the last year live.
      points: 15_600,
      tier: 'silver',
      purse: { earned: 44_800, expired: 29_200, spent: 0, reversed: 0, debt: 0 },
      // Near by 5 January 2029, 30 days before: bought to 4 February 2028, 108 Saturdays, of which a reminder names the
      // five of 30 days: 22. 7 days before: to 12 January 2028, 105, by fives: 21. On the eve: to 6 January, 104, of which
      // no two lie within 7 days. Kept on 10 October 2027 and 2028: any 52 Saturdays are ¥13,026.
      told: { 'points-expire': 22 + 21 + 104, 'tier-kept': 2 },
      // Five permissions for points, one for the tier.
      sent: 6,
    },
  },

  daily: {
    habit: 'signs in for a hundred days on end, then every other day, then forgets the mall',
    story: [
      ['2026-03-01', (me) => me.joins()],
      ['2026-03-01 10:30', (me) => me.allows('points', 3)],
      // 100 days, 14 of them a seventh one: 100 × 10 + 14 × 50.
      ...each(1, '2026-03-01 22:00', 100, (me, n) => me.signsIn(signInPoints(n + 1))),
      ['2026-06-08 23:00', (me) => me.sees({ points: 1_700, tier: 'basic' })],
      ['2026-06-09', (me) => me.exchanges('coffee', 1_600)],
      ['2026-06-09 12:00', (me) => me.fetches('coffee')],
      // Never two days in a row: never more than ten.
      ...each(2, '2026-06-10 08:00', 20, (me) => me.signsIn(10)),
      ['2026-07-20', (me) => me.sees({ points: 1_800 })],
      // The coffee took what ends first: six tens of 1 to 6 March and 40 of the 60 of the 7th, of which 20 are left.
      ['2027-03-07', (me) => me.sees({ points: 1_800 })],
      ['2027-03-08', (me) => me.sees({ points: 1_780 })],
      ['2027-07-19', (me) => me.sees({ points: 0 })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 1,700 + 20 × 10
      purse: { earned: 1_900, expired: 1_800, spent: 100, reversed: 0, debt: 0 },
      // Last days are 7 March to 8 June 2027 and every other one to 18 July. By spans of 30 days from 7 March, 6 April,
      // 6 May, 5 June and 6 July: five, a month and a week before. By spans of 7: fourteen from 7 March to 6 June, the
      // last of which goes on to the 12th; then from 14, 22 and 30 June, 8 and 16 July.
      told: { 'points-expire': 5 + 5 + (14 + 5) },
      sent: 3,
    },
  },

  splurge: {
    habit: 'spends ¥52,000 on one day, brings ¥30,000 of it back, and is seen once more',
    story: [
      ['2026-02-01', (me) => me.joins()],
      ['2026-02-01 10:30', (me) => me.allows('points')],
      ['2026-02-01 10:31', (me) => me.allows('tier')],
      // At the rate of the tier held before; 2,000 in the first month bring 500 more.
      ['2026-02-01 11:00', (me) => me.buys(5_200_000, 52_000, { called: 'coat', pieces: 52 })],
      ['2026-02-01 12:00', (me) => me.sees({ points: 52_500, tier: 'gold' })],
      // Three days later: floor(52,000 × 30,000 / 52,000); ¥22,000 are silver's. 22,000 points still reach the target.
      ['2026-02-04', (me) => me.returns('coat', 30, 30_000)],
      ['2026-02-04 12:00', (me) => me.sees({ points: 22_500, tier: 'silver' })],
      // The term of 1 February 2026 ended without a yuan in its window; 30 days of grace to 3 March.
      ['2027-02-02', (me) => me.sees({ points: 0, tier: 'silver' })],
      ['2027-03-03 23:59', (me) => me.sees({ tier: 'silver' })],
      ['2027-03-04 00:00', (me) => me.sees({ tier: 'basic' })],
      // ¥99.99: base 99, at rate 100 again. They live to 28 February 2029.
      ['2028-02-29', (me) => me.buys(9_999, 99)],
    ],
    ends: {
      points: 99,
      tier: 'basic',
      purse: { earned: 52_599, expired: 22_500, spent: 0, reversed: 30_000, debt: 0 },
      // 22,500 on one day; of the 99 the first is told on 29 January 2029.
      told: { 'points-expire': 3, 'tier-grace': 1, 'tier-lapsed': 1 },
      // One for points, one for the tier.
      sent: 2,
    },
  },

  debtor: {
    habit: 'drinks the points of a purchase and brings the goods back',
    story: [
      ['2026-04-01', (me) => me.joins()],
      ['2026-04-01 11:00', (me) => me.buys(11_800, 118, { called: 'scarf' })],
      ['2026-04-02', (me) => me.exchanges('coffee', 18)],
      ['2026-04-02 12:00', (me) => me.fetches('coffee')],
      // 18 of the lot, 100 are owed.
      ['2026-04-10', (me) => me.returns('scarf', 1, 118)],
      ['2026-04-10 12:00', (me) => me.sees({ points: 0, debt: 100 })],
      // 100 repay, 30 can be spent.
      ['2026-04-20', (me) => me.buys(13_000, 130)],
      ['2026-04-20 12:00', (me) => me.sees({ points: 30, debt: 0 })],
      ['2027-04-20 23:59', (me) => me.sees({ points: 30 })],
      ['2027-04-21 00:00', (me) => me.sees({ points: 0 })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 118 + 130; the debt was repaid
      purse: { earned: 248, expired: 30, spent: 100, reversed: 118, debt: 0 },
      told: { 'points-expire': 3 },
      // Never allowed anything.
      sent: 0,
    },
  },

  forgetful: {
    habit: 'exchanges points for coffees and does not fetch them',
    story: [
      ['2026-05-01', (me) => me.joins()],
      ['2026-05-01 11:00', (me) => me.buys(30_000, 300)],
      // Held to 15 June; the next morning the points are in their lot again, with its old day.
      ['2026-06-01', (me) => me.exchanges('first', 200)],
      ['2026-06-15 23:59', (me) => me.sees({ points: 200 })],
      ['2026-06-16 00:01', (me) => me.sees({ points: 300 })],
      // Held to 9 May 2027. The lot ends with 1 May: the 200 left in it expire, and what comes back lives seven days more.
      ['2027-04-25', (me) => me.exchanges('second', 200)],
      ['2027-05-02', (me) => me.sees({ points: 0 })],
      ['2027-05-10', (me) => me.sees({ points: 100 })],
      ['2027-05-17 23:59', (me) => me.sees({ points: 100 })],
      ['2027-05-18 00:00', (me) => me.sees({ points: 0 })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 300, expired: 300, spent: 200, returned: 200, reversed: 0, debt: 0 },
      // 1, 24 and 30 April for the lot, and 16 May, the eve of what came back; each coffee on the morning before its last day and after it.
      told: { 'exchange-waits': 2, 'exchange-ended': 2, 'points-expire': 4 },
      sent: 0,
    },
  },
}
