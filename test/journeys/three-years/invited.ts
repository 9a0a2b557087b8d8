/** Who invites three friends, and the friends: one buys and stays, one wavers, one brings the goods back after the reward. */
import type { Life } from './life'

export const INVITED: Readonly<Record<string, Life>> = {
  host: {
    habit: 'never shops, invites three friends',
    story: [
      ['2026-02-10', (me) => me.joins()],
      ['2026-02-10 10:30', (me) => me.allows('points', 3)],
      ['2026-02-10 10:31', (me) => me.allows('gift')],
      ['2026-02-11', async (me, shared) => (shared.host = await me.invites())],
      ['2026-02-12', (me, shared) => me.accepts(shared.host ?? '', 'invitation.own')],
      // The guest bought on 10 March; a purchase can be returned for seven days.
      ['2026-03-17 23:59', (me) => me.sees({ points: 0 })],
      ['2026-03-18 00:00', (me) => me.sees({ points: 600 })],
      // The late guest's purchase of 1 July stands on the 9th, and comes back on the 20th after all.
      ['2026-07-09', (me) => me.sees({ points: 1_200 })],
      ['2026-07-20 11:00', (me) => me.sees({ points: 600 })],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // The 600 of March ended with 18 March 2027.
      purse: { earned: 1_200, reversed: 600, expired: 600, spent: 0, debt: 0 },
      // One friend in the first quarter is bronze; in the third the only one was taken back. 600 of 18 March, three times.
      told: { 'referral-reward': 2, 'referral-back': 1, 'season-over': 1, 'points-expire': 3 },
      // Both rewards and what was taken back by three permissions, the end of the season by one.
      sent: 4,
    },
  },

  guest: {
    habit: 'was invited, uses the coupon of ¥30 and is content',
    story: [
      ['2026-03-05', (me, shared) => me.accepts(shared.host ?? '')],
      ['2026-03-05 10:05', (me) => me.joins()],
      // ¥200.00 − ¥30.00; above ¥100 it counts for the host.
      ['2026-03-10', (me) => me.buysAtDesk(20_000, { pays: 17_000, earns: 170, coupons: ['welcome'] })],
      ['2026-03-11', (me) => me.hasCoupons('used', 1)],
      // A member can be invited no more.
      ['2026-03-12', (me, shared) => me.accepts(shared.host ?? '', 'invitation.member')],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 170, expired: 170, spent: 0, reversed: 0, debt: 0 },
      told: { 'points-expire': 3 },
      sent: 0,
    },
  },

  waverer: {
    habit: 'was invited, returns the first purchase, then buys for a fen too little, and lets the coupon end',
    story: [
      ['2026-04-02', (me, shared) => me.accepts(shared.host ?? '')],
      ['2026-04-02 10:05', (me) => me.joins()],
      ['2026-04-02 10:06', (me) => me.allows('change', 2)],
      ['2026-04-03', (me) => me.buys(15_000, 150, { called: 'hat' })],
      ['2026-04-06', (me) => me.returns('hat', 1, 150)],
      ['2026-04-20', (me) => me.buys(9_999, 99)],
      ['2026-06-01', (me) => me.hasCoupons('usable', 0)],
      ['2026-06-01 11:00', (me) => me.hasCoupons('expired', 1)],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      // 150 + 99; the 99 ended with 20 April 2027
      purse: { earned: 249, reversed: 150, expired: 99, spent: 0, debt: 0 },
      // Two permissions: the hat and its way back; of the second purchase the ledger alone tells.
      // The coupon of 2 April ends with 1 May and is told on 28 April.
      told: { purchase: 1, refund: 1, 'points-expire': 3, 'coupons-end': 1 },
      sent: 2,
    },
  },

  'late-guest': {
    habit: 'was invited, buys two months later, and brings it back when the host has been rewarded',
    story: [
      ['2026-05-05', (me, shared) => me.accepts(shared.host ?? '')],
      ['2026-05-05 10:05', (me) => me.joins()],
      ['2026-07-01', (me) => me.buys(50_000, 500, { called: 'lamp' })],
      ['2026-07-20', (me) => me.returns('lamp', 1, 500)],
    ],
    ends: {
      points: 0,
      tier: 'basic',
      purse: { earned: 500, reversed: 500, expired: 0, spent: 0, debt: 0 },
      // The coupon of 5 May ends with 3 June and is told on 31 May.
      told: { 'coupons-end': 1 },
      sent: 0,
    },
  },
}
