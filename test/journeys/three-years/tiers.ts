/** Tiers over three years: kept to the fen in the days of grace, lost level by level, given by hand; and who shops seldom. */
import { each, type Life } from './life'

export const TIERS: Readonly<Record<string, Life>> = {
  gold: {
    habit: 'reaches gold at once, shops by the quarter, saves the tier to the fen, then stays away',
    story: [
      ['2026-01-15', (me) => me.joins()],
      ['2026-01-15 10:30', (me) => me.allows('tier', 3)],
      // Outside of the first month, which ended with 14 February: nothing on top.
      ['2026-03-01', (me) => me.buys(5_000_000, 50_000)],
      // ¥10,000 − 5 %; 9,500 × 1.5
      ['2026-06-01', (me) => me.buysAtDesk(1_000_000, { pays: 950_000, earns: 14_250 })],
      ['2026-09-01', (me) => me.buysAtDesk(1_000_000, { pays: 950_000, earns: 14_250 })],
      ['2026-12-01', (me) => me.buysAtDesk(1_000_000, { pays: 950_000, earns: 14_250 })],
      // 50,000 + 3 × 14,250; the 50,000 end with 1 March 2027, and with the year the term: ¥28,500 are too little.
      ['2027-03-01 23:59', (me) => me.sees({ points: 92_750, tier: 'gold' })],
      ['2027-03-02', (me) => me.sees({ points: 42_750, tier: 'gold' })],
      // 28,500 + 21,500 = 50,000; 21,500 × 1.5. A new term, to 15 March 2028.
      ['2027-03-15', (me) => me.buys(2_150_000, 32_250)],
      ['2027-04-01', (me) => me.sees({ points: 75_000, tier: 'gold' })],
      // Grace to 14 April 2028, then one level and not two.
      ['2028-04-14 23:59', (me) => me.sees({ points: 0, tier: 'gold' })],
      ['2028-04-15 00:00', (me) => me.sees({ tier: 'silver' })],
    ],
    ends: {
      points: 0,
      tier: 'silver',
      // 50,000 + 42,750 + 32,250
      purse: { earned: 125_000, expired: 125_000, spent: 0, reversed: 0, debt: 0 },
      // Five last days, three times each; grace in 2027 and 2028; what the purchase of 15 March saved is told on the 16th.
      told: { 'points-expire': 15, 'tier-grace': 2, 'tier-kept': 1, 'tier-lapsed': 1 },
      sent: 3,
    },
  },

  latecomer: {
    habit: 'gives the phone number at the till long before joining, and holds silver for two years',
    story: [
      // The account is opened by the receipt: its first month begins, and 6,000 bring 500 more.
      ['2026-01-20', (me) => me.buys(600_000, 6_000)],
      ['2026-03-15', (me) => me.joins()],
      ['2026-03-15 10:30', (me) => me.sees({ points: 6_500, tier: 'basic' })],
      // ¥6,000.00 + ¥5,000.50 are silver, from the next purchase on.
      ['2026-03-20', (me) => me.buys(500_050, 5_000)],
      // ¥1,000 − 2 %; 980 × 1.2
      ['2026-03-25', (me) => me.buysAtDesk(100_000, { pays: 98_000, earns: 1_176 })],
      ['2026-03-25 12:00', (me) => me.sees({ points: 12_676, tier: 'silver' })],
      // The term of 20 March: of its window only ¥980 count. In grace ¥10,000 renew it; 10,000 × 1.2.
      ['2027-03-21', (me) => me.sees({ points: 1_176, tier: 'silver' })],
      ['2027-04-10', (me) => me.buys(1_000_000, 12_000)],
      ['2027-05-01', (me) => me.sees({ points: 12_000, tier: 'silver' })],
      // 10 April 2028, thirty days of grace, and over.
      ['2028-05-10 23:59', (me) => me.sees({ tier: 'silver' })],
      ['2028-05-11 00:00', (me) => me.sees({ tier: 'basic' })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 6,500 + 5,000 + 1,176 + 12,000
      purse: { earned: 24_676, expired: 24_676, spent: 0, reversed: 0, debt: 0 },
      // Last days 20 January, 20 and 25 March 2027, 10 April 2028: those of March are named together, three times.
      told: { 'points-expire': 9, 'tier-grace': 2, 'tier-kept': 1, 'tier-lapsed': 1 },
      sent: 0,
    },
  },

  granted: {
    habit: 'is given silver to the end of the year by the manager',
    story: [
      ['2026-07-20', (me) => me.joins()],
      ['2026-08-01', (me) => me.isGiven('silver', '2026-12-31')],
      // 100 × 1.2
      ['2026-08-02', (me) => me.buys(10_000, 120)],
      ['2026-12-31 23:59', (me) => me.sees({ tier: 'silver' })],
      ['2027-01-01 00:00', (me) => me.sees({ tier: 'basic' })],
      ['2027-01-02', (me) => me.buys(10_000, 100)],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 220, expired: 220, spent: 0, reversed: 0, debt: 0 },
      told: { 'points-expire': 6, 'tier-lapsed': 1 },
      sent: 0,
    },
  },

  seldom: {
    habit: 'shops for ¥400 twice a year and drinks one coffee',
    story: [
      ['2026-02-01', (me) => me.joins()],
      ...[2026, 2027, 2028].flatMap((year) =>
        [`${year}-02-14`, `${year}-08-14`].flatMap((day) => each(1, day, 1, (me) => me.buys(40_000, 400))),
      ),
      // 400 of February and 400 of August; the coffee takes what ends on the 14th.
      ['2027-02-10', (me) => me.exchanges('coffee', 700)],
      ['2027-02-10 12:00', (me) => me.fetches('coffee')],
    ],
    ends: {
      // Both of 2028 live; the first of them is named on 15 January 2029.
      points: 800,
      tier: 'basic',
      // 6 × 400; four ended, of the first 300 were left
      purse: { earned: 2_400, expired: 1_500, spent: 100, reversed: 0, debt: 0 },
      told: { 'points-expire': 12 },
      sent: 0,
    },
  },
}
