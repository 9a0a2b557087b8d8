/** Words of the pages about points and tiers, in English. Same voice as `member.ts`. */
import type * as zhCn from '../zh-cn/points'
import { MONTHS } from './days'
import { count } from './plural'

const kinds: typeof zhCn.POINTS_TEXT.kinds = {
  earned: 'Earned',
  spent: 'Spent',
  expired: 'Expired',
  reversed: 'Taken back',
  returned: 'Given back',
}

export const POINTS_TEXT: typeof zhCn.POINTS_TEXT = {
  title: 'Points',
  spendable: 'Points to spend',
  soon: 'Expiring next',
  moreDays: 'More dates',
  fewerDays: 'Show less',
  noLots: 'No points to spend right now',
  expiresOn: (day) => `Until ${day}`,
  points: (points) => count(points, 'point'),
  later: (points) => `${count(points, 'point')} expire later`,
  pending: 'Pending',
  pendingWhy: 'Not to be spent yet. A return takes these back first.',
  activatesOn: (day) => `From ${day}`,
  laterPending: (points) => `${count(points, 'point')} after that`,
  owed: (points) => `${count(points, 'point')} owed`,
  owedWhy: 'A return took back points that were already spent or expired.',
  owedEnd: 'Points from your next purchases cover them. There is nothing to pay.',
  kinds,
  all: 'All',
  chosen: (kind) => `${kind}, selected`,
  anyMonth: 'Any month',
  clearMonth: 'Clear month',
  search: 'Store or receipt',
  clearSearch: 'Clear search',
  month: (month) => `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`,
  bought: (moment, amount) => `${moment} · ${amount}`,
  refunded: (moment, amount, reason) => `${moment} · ${amount} refunded · ${reason}`,
  other: (moment, kind) => `${moment} · ${kind}`,
  waits: (detail, day) => `${detail} · from ${day}`,
  change: {
    plus: (points) => `plus ${count(points, 'point')}`,
    minus: (points) => `minus ${count(points, 'point')}`,
  },
  noStore: 'Points change',
  merged: { points: 'From your old card', debt: 'Owed on your old card' },
  boundAt: (moment, store) => `${moment} · bound at ${store}`,
  emptyTitle: 'No points yet',
  emptyAdvice:
    'Show your member code before you pay. What you earn and what a return takes back appears here.',
  showCode: 'Show member code',
  noneTitle: 'Nothing found',
  noneAdvice: 'Try another month or store, or see everything.',
  showAll: 'See everything',
  more: 'Loading earlier entries',
  moreFailed: 'Not loaded. Try again',
  showMore: 'Earlier entries',
  end: 'Nothing earlier',
  stale: 'Not updated. This is what we knew before',
}

export const WHY_TEXT: typeof zhCn.WHY_TEXT = {
  title: 'Details',
  earned: (store) => `Purchase at ${store}`,
  takenBack: (store) => `Refund at ${store}`,
  exchanged: (reward) => `Exchanged for ${reward}`,
  exchangedAdvice:
    'Points that expire soonest go first. If it is cancelled or not collected, they return to their dates.',
  broughtBack: (reward) => `Points back for ${reward}`,
  broughtBackAdvice:
    'Points return to the dates they had. Those already past live 7 more days, once. Points owed are settled first.',
  at: 'Store',
  how: 'How it adds up',
  paid: 'Paid',
  qualifying: 'Counts for points',
  base: '1 for each full yuan',
  rate: (tier) => `${tier} rate`,
  bonus: (rule) => `Bonus ${rule}`,
  bonusPoints: 'From bonuses',
  cap: 'Over the daily bonus limit, not counted',
  sum: (base, rate, points) => `${base} × ${rate} = ${points}`,
  roundedDown: 'Fractions of a point are dropped',
  merged: {
    how: 'Where it comes from',
    boundAt: 'Bound at',
    advice: {
      points: 'The points on your old card moved to this card. They expire when they would have.',
      debt: 'What the old card still owed after a return moved along with its points.',
    },
  },
  refunded: 'Refunded',
  of: 'Originally paid',
  reason: 'Reason',
  share:
    'Points go back in proportion to the money refunded, rounded down. Several refunds together take back exactly what was earned.',
  where: { to: 'Valid until', from: 'Taken from points' },
  lot: (day) => `until ${day}`,
  pendingLot: (day, end) => `from ${day} until ${end}`,
  waits:
    'Pending points cannot be spent yet. A return takes them back first, and points owed are covered on that day.',
  repaid: 'Covered points owed',
  becameDebt: 'Not enough then, now owed',
  debtAdvice: 'Points from your next purchases cover it, and then it is gone.',
  takenBackSince: 'Taken back by refunds since',
  corrects: 'Corrects this entry',
  correctsLabel: (store, moment, points) => `See ${count(points, 'point')} from ${store}, ${moment}`,
  record: 'Record',
  rule: (version) => `Points rules, version ${version}`,
  receipt: 'Receipt',
  moment: 'Time',
  clock: (day, clock) => `${day}, ${clock}`,
  points: (points) => count(points, 'point'),
}

export const GROWTH_TEXT: typeof zhCn.GROWTH_TEXT = {
  title: 'Your tier',
  term: (since, until) => `Since ${since} · term ends ${until}`,
  given: {
    once: (until) => `Given by the mall until ${until}`,
    floor: (until) => `Assured by the mall until ${until}`,
  },
  floor: (until) => `You keep it until ${until}`,
  floorAdvice: (earned) => `After that your own spending decides. Today that is ${earned}.`,
  spend: (months) => `Spent in ${count(months, 'month')}`,
  toNext: (gap, tier) => `${gap} more to reach ${tier}`,
  beside: 'Also counted',
  besideTimes: {
    visits: (times) => count(times, 'visit'),
    activity: (times) => `took part ${count(times, 'time')}`,
  },
  besideWorth: (times, worth) => `${times}, worth ${worth}`,
  toNextOr: (gap, or, tier) => `Spend ${gap} more ${or} to reach ${tier}`,
  toNextAdvice: 'You move up at once; it counts from your next purchase.',
  toNextVisitAdvice:
    'You move up at once; it counts from your next purchase. A day on which you buy is a visit, unless you return all of it.',
  highest: (tier) => `You hold ${tier}, the highest tier`,
  keepGap: (gap) => `${gap} more to keep it`,
  keepGapOr: (gap, or) => `Spend ${gap} more ${or} to keep it`,
  keepGapAdvice: (until, months, threshold, counted) =>
    `If you have spent ${threshold} in the ${count(months, 'month')} up to ${until}, the tier renews. ${counted} of what you spent still counts then.`,
  keepDone: 'You will keep your tier',
  keepDoneAdvice: (until, term) => `It renews on ${until} for ${count(term, 'month')}.`,
  keepNone: 'Nothing to keep up',
  keepNoneAdvice: (tier) => `${tier} does not end.`,
  grace: (until) => `Grace until ${until}`,
  graceAdvice: (ended, until, gap, tier) =>
    `The term ended on ${ended} short of the amount. Spend ${gap} by ${until} to keep ${tier}, or it goes down one tier.`,
  graceAdviceOr: (ended, until, gap, or, tier) =>
    `The term ended on ${ended} before it was reached. Spend ${gap} more ${or} by ${until} to keep ${tier}, or it goes down one tier.`,
  projected: {
    higher: (tier) => `At the pace of the last 90 days you reach ${tier} by the end of the term`,
    same: (tier) => `At the pace of the last 90 days you stay ${tier}`,
    lower: (tier) => `At the pace of the last 90 days you go down to ${tier}`,
  },
  ladder: 'What each tier gives',
  now: 'now',
  from: (amount) => `from ${amount}`,
  open: 'on joining',
  rate: (rate) => `${count(rate, 'point')} per yuan`,
  discount: (percent) => `${percent}% off with an assistant`,
  noDiscount: 'Regular prices',
  history: 'Tier history',
  changes: {
    joined: () => 'Joined',
    upgraded: (tier) => `Moved up to ${tier}`,
    renewed: (tier) => `${tier} renewed`,
    lapsed: (tier) => `Went down to ${tier} at the end of a term`,
    'taken-back': (tier) => `${tier} after a refund`,
    granted: (tier) => `${tier}, given by the mall`,
    assured: (tier) => `${tier}, assured by the mall`,
    'grant-taken-back': (tier) => `${tier} after the mall ended what it gave`,
    'grant-ended': (tier) => `${tier} after the given time ended`,
  },
  changeGiven: (day, until, reason) => `${day} · until ${until} · ${reason}`,
  changeBecause: (day, reason) => `${day} · ${reason}`,
  changeAt: (day, store) => `${day} · ${store}`,
  stale: 'Not updated. This is what we knew before',
}

export const UPGRADE_TEXT: typeof zhCn.UPGRADE_TEXT = {
  title: (tier) => `You are now ${tier}`,
  because: (day, store) => `Reached on ${day} at ${store}`,
  since: (day) => `Since ${day}`,
  gives: (rate) => `You now earn ${count(rate, 'point')} per yuan`,
  givesAndDiscount: (rate, percent) =>
    `You now earn ${count(rate, 'point')} per yuan, and ${percent}% off with an assistant`,
  look: 'See benefits',
  dismiss: 'OK',
}

export const WAYS_TEXT: typeof zhCn.WAYS_TEXT = {
  all: 'All',
  everyTier: 'All tiers',
  points: (points) => `${count(points, 'point')}, see history`,
  growth: 'See your tier',
}
