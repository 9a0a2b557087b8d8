/** Cards that are frozen, closed and begun anew; coupons that are used, given and forgotten; permissions given too often. */
import { each, type Life } from './life'

export const CARDS: Readonly<Record<string, Life>> = {
  'lost-phone': {
    habit: 'loses the phone, freezes the card, finds it, takes another number; wants no messages',
    story: [
      ['2026-06-01', (me) => me.joins()],
      ['2026-06-01 10:30', (me) => me.allows('points', 5)],
      ['2026-06-10', (me) => me.changesCard('freeze')],
      ['2026-06-10 10:05', (me) => me.isRefusedACode()],
      // The till knows the phone number and books all the same.
      ['2026-06-11', (me) => me.buys(8_000, 80)],
      ['2026-06-12', (me) => me.changesCard('unfreeze')],
      ['2026-06-12 11:00', (me) => me.changesCard('replace')],
      ['2026-06-15', (me) => me.buysAtDesk(10_000, { pays: 10_000, earns: 100 })],
      ['2026-06-15 12:00', (me) => me.sees({ points: 180 })],
      ['2026-07-01', (me) => me.stops('service')],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 180, expired: 180, spent: 0, reversed: 0, debt: 0 },
      // Two last days, 11 and 15 June, named together; with five permissions nothing is sent, for it was stopped.
      told: { 'points-expire': 3 },
      sent: 0,
    },
  },

  returner: {
    habit: 'closes the account and joins anew a year later, with nothing',
    story: [
      ['2026-02-20', (me) => me.joins()],
      ['2026-02-20 11:00', (me) => me.buys(30_000, 300)],
      ['2027-01-15', (me) => me.closes(300)],
      ['2028-03-01', (me) => me.joins()],
      ['2028-03-01 10:30', (me) => me.sees({ points: 0, tier: 'basic' })],
      ['2028-03-02', (me) => me.buys(6_000, 60)],
    ],
    ends: {
      points: 60,
      tier: 'basic',
      purse: { earned: 60, expired: 0, spent: 0, reversed: 0, debt: 0 },
      told: {},
      sent: 0,
    },
  },

  leaver: {
    habit: 'shops, and leaves for good with 200 points',
    story: [
      ['2027-06-01', (me) => me.joins()],
      ['2027-06-01 10:30', (me) => me.allows('points')],
      ['2027-06-02', (me) => me.buys(20_000, 200)],
      // Named and sent on 3 May 2028; afterwards nobody is told anything.
      ['2028-05-10', (me) => me.closes(200)],
    ],
    ends: null,
  },

  keeper: {
    habit: 'claims three coupons: uses one, gives one away, forgets one',
    story: [
      ['2026-07-01', (me) => me.joins()],
      ['2026-07-05', (me) => me.claims('tea')],
      ['2026-07-05 10:10', (me) => me.claims('cake')],
      ['2026-07-05 10:20', (me) => me.claims('pie')],
      // ¥100 − ¥10
      ['2026-07-10', (me) => me.buysAtDesk(10_000, { pays: 9_000, earns: 90, coupons: ['cake'] })],
      ['2026-07-11', async (me, shared) => (shared.pie = await me.gives('pie'))],
      ['2026-09-01', (me) => me.hasCoupons('usable', 0)],
      ['2026-09-01 10:10', (me) => me.hasCoupons('used', 2)],
      ['2026-09-01 10:20', (me) => me.hasCoupons('expired', 1)],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 90, expired: 90, spent: 0, reversed: 0, debt: 0 },
      // The tea ends with 3 August and is told on 31 July; the others were used and given away by then.
      told: { 'points-expire': 3, 'coupons-end': 1 },
      sent: 0,
    },
  },

  receiver: {
    habit: 'takes the coupon that a friend gives, and uses it',
    story: [
      ['2026-07-02', (me) => me.joins()],
      ['2026-07-11 20:00', (me, shared) => me.takesGift(shared.pie ?? '', 'pie')],
      // ¥50 − ¥10
      ['2026-07-13', (me) => me.buysAtDesk(5_000, { pays: 4_000, earns: 40, coupons: ['pie'] })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 40, expired: 40, spent: 0, reversed: 0, debt: 0 },
      told: { 'points-expire': 3 },
      sent: 0,
    },
  },

  hunter: {
    habit:
      'agrees to offers, claims a coupon of five days on three days running and once more, and uses none',
    story: [
      ['2026-11-02', (me) => me.joins()],
      ['2026-11-02 10:10', (me) => me.agreesToOffers()],
      ['2026-11-02 10:30', (me) => me.allows('gift', 5)],
      ...each(1, '2026-11-03', 3, (me) => me.claims('flash')),
      ['2026-11-10', (me) => me.claims('flash')],
      ['2027-01-01', (me) => me.hasCoupons('expired', 4)],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 0, expired: 0, spent: 0, reversed: 0, debt: 0 },
      // They end with 7, 8, 9 and 14 November. Each came when the week of the one before was told, so each is told by
      // itself: on the 4th, 5th, 6th and 11th. The third is a third one within a week, and is kept.
      told: { 'coupons-end': 4 },
      // The 4th, the 5th, and the 11th, when the 4th is a week ago.
      sent: 3,
    },
  },

  eager: {
    habit: 'allows twenty-five messages in one night and shops on sixteen Fridays',
    story: [
      ['2026-10-01', (me) => me.joins()],
      // The mall counts twenty at most.
      ['2026-10-01 22:30', (me) => me.allows('points', 25)],
      ...each(7, '2026-10-02 21:30', 16, (me) => me.buys(2_000, 20)),
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 16 × 20
      purse: { earned: 320, expired: 320, spent: 0, reversed: 0, debt: 0 },
      // Sixteen last days, a week apart: by fives a month and a week before, each on its eve; four more than there are
      // permissions.
      told: { 'points-expire': 4 + 4 + 16 },
      sent: 20,
    },
  },

  stroller: {
    habit: 'scans the code of the store once a month for nine months',
    story: [
      ['2026-03-20', (me) => me.joins()],
      ...[4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month) =>
        each(1, `2026-${String(month).padStart(2, '0')}-01`, 1, (me) => me.checksIn()),
      ),
      ['2026-12-01 18:00', (me) => me.checksIn('checkin.done-today')],
      ['2026-12-01 18:05', (me) => me.sees({ points: 90 })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 9 × 10
      purse: { earned: 90, expired: 90, spent: 0, reversed: 0, debt: 0 },
      told: { 'points-expire': 27 },
      sent: 0,
    },
  },
}
