/** Two birthdays that move: 29 February, and the fifteenth day of the eighth lunar month with a gift while gold is held. */
import type { Birthday } from '../../../src/domain/members/birthday'
import type { Life } from './life'

const LEAP_DAY: Birthday = { calendar: 'solar', year: 1996, month: 2, day: 29, leapMonth: false }
const MID_AUTUMN: Birthday = { calendar: 'lunar', year: null, month: 8, day: 15, leapMonth: false }

export const BIRTHDAYS: Readonly<Record<string, Life>> = {
  'leap-day': {
    habit: 'was born on 29 February and shops around it, for ¥100 each time',
    story: [
      ['2026-01-12', (me) => me.joins()],
      ['2026-01-12 10:10', (me) => me.bornOn(LEAP_DAY)],
      ['2026-01-12 10:30', (me) => me.allows('gift', 2)],
      // Kept on 28 February 2026: double from the 25th to 3 March.
      ['2026-02-24', (me) => me.buys(10_000, 100)],
      ['2026-02-25', (me) => me.buys(10_000, 200)],
      ['2026-03-03', (me) => me.buys(10_000, 200)],
      ['2026-03-04', (me) => me.buys(10_000, 100)],
      // Changed once a year at most.
      ['2026-05-01', (me) => me.bornOn({ ...LEAP_DAY, month: 5, day: 2 }, 'birthday.changed-lately')],
      // Kept on 29 February 2028: double from the 26th to 3 March.
      ['2028-02-25', (me) => me.buys(10_000, 100)],
      ['2028-02-26', (me) => me.buys(10_000, 200)],
      ['2028-03-03', (me) => me.buys(10_000, 200)],
      ['2028-03-04', (me) => me.buys(10_000, 100)],
    ],
    ends: {
      // The first four ended in 2027; of the others the first is named on 26 January 2029.
      points: 600,
      tier: 'basic',
      purse: { earned: 1_200, expired: 600, spent: 0, reversed: 0, debt: 0 },
      // Last days 24 and 25 February, 3 and 4 March 2027: named together, on two eves by two.
      // Greeted on 28 February 2026 and 2027 and on 29 February 2028; the third greeting has no permission.
      told: { 'points-expire': 1 + 1 + 2, birthday: 3 },
      sent: 2,
    },
  },

  moon: {
    habit:
      'was born on the fifteenth of the eighth lunar month: 25 September 2026, 15 September 2027, 3 October 2028',
    story: [
      ['2026-03-01', (me) => me.joins()],
      ['2026-03-01 10:10', (me) => me.bornOn(MID_AUTUMN)],
      ['2026-03-01 10:30', (me) => me.allows('gift', 2)],
      // Gold, after the first month.
      ['2026-04-05', (me) => me.buys(5_000_000, 50_000)],
      // From 30 days before, 26 August; one gift.
      ['2026-08-25', (me) => me.chooses('birthday-cake', 'birthday.not-near')],
      ['2026-09-01', (me) => me.chooses('birthday-cake')],
      ['2026-09-02', (me) => me.chooses('birthday-cake', 'birthday.gift-had')],
      // ¥1,000 − 5 %; 950 × 1.5
      ['2026-09-21', (me) => me.buysAtDesk(100_000, { pays: 95_000, earns: 1_425 })],
      // Three days before: ¥950 − ¥10 of the gift; 940 × (1.5 + 1)
      [
        '2026-09-22',
        (me) => me.buysAtDesk(100_000, { pays: 94_000, earns: 2_350, coupons: ['birthday-cake'] }),
      ],
      // Three days after: 950 × 2.5; then 1.5 again
      ['2026-09-28', (me) => me.buysAtDesk(100_000, { pays: 95_000, earns: 2_375 })],
      ['2026-09-29', (me) => me.buysAtDesk(100_000, { pays: 95_000, earns: 1_425 })],
      // ¥3,790 keep no gold: grace to 5 May 2027, then silver, which has no gift; 100 × (1.2 + 1).
      ['2027-09-15', (me) => me.chooses('birthday-cake', 'birthday.tier-not')],
      ['2027-09-15 11:00', (me) => me.buys(10_000, 220)],
      // The term of silver ended with 5 May 2028, grace with 4 June. 3 October and three days: 100 × 2, and not on the fourth.
      ['2028-10-06', (me) => me.buys(10_000, 200)],
      ['2028-10-07', (me) => me.buys(10_000, 100)],
    ],
    ends: {
      points: 300,
      tier: 'basic',
      // 50,000 + 1,425 + 2,350 + 2,375 + 1,425 + 220 + 300; all but the last 300 ended
      purse: { earned: 58_095, expired: 57_795, spent: 0, reversed: 0, debt: 0 },
      // Last days 5 April, 21, 22, 28 and 29 September 2027, 15 September 2028: those of 2027's September are named together,
      // on two eves by two. Two levels lost; the gift of 2026 was announced on 26 August.
      told: {
        'points-expire': 3 + 3 + 4,
        'tier-grace': 2,
        'tier-lapsed': 2,
        birthday: 3,
        'birthday-gift': 1,
      },
      // The gift, and the greeting of 2026.
      sent: 2,
    },
  },
}
