/** What the mall tells a member, in English. */
import type * as zhCn from '../zh-cn/messages'

/** Of a gift: points, a coupon, or both. */
const given = (points: string, coupon: string): string =>
  [points && `${points} points`, coupon].filter(Boolean).join(' and ')

export const MESSAGE_TEXT: typeof zhCn.MESSAGE_TEXT = {
  purchase: {
    title: 'Your purchase',
    line: ({ name, amount, points }) => `${amount} at ${name}: ${points} points are yours.`,
  },
  refund: {
    title: 'Your refund',
    line: ({ name, amount, points }) => `${amount} back from ${name}: ${points} points go back with it.`,
  },
  'points-expire': {
    title: 'Points are about to expire',
    line: ({ points, day, to, first }) =>
      to === ''
        ? `${points} points expire at the end of ${day}. Rewards are in the mall.`
        : `${first} points expire at the end of ${day}, ${points} in all by ${to}. Rewards are in the mall.`,
  },
  'coupons-end': {
    title: 'Coupons are about to end',
    line: ({ name, count, day, to }) => {
      if (count === '') return `${name} can be used until ${day}.`
      return to === ''
        ? `${count} coupons can be used until ${day}, ${name} among them.`
        : `${name} and others, ${count} coupons in all, end from ${day} to ${to}.`
    },
  },
  'tier-grace': {
    title: 'Your tier is in its days of grace',
    line: ({ name, day }) => `${name} is yours until ${day}; reach its threshold to renew it.`,
  },
  'tier-kept': { title: 'Your tier is renewed', line: ({ name, day }) => `${name} until ${day}.` },
  'exchange-waits': {
    title: 'Your reward waits for you',
    line: ({ name, day }) => `${name} waits until ${day}.`,
  },
  'exchange-ended': {
    title: 'Your points are back',
    line: ({ name, points }) => `${name} was not fetched: ${points} points are back.`,
  },
  'upgrade-gift': {
    title: 'Your upgrade gift is here',
    line: ({ name, points, coupon }) => `You reached ${name}. Yours: ${given(points, coupon)}.`,
  },
  'tier-lapsed': {
    title: 'Your tier has changed',
    line: ({ name, before }) => `${before} has ended; you are ${name} now.`,
  },
  'referral-reward': {
    title: 'Thanks for the invitation',
    line: ({ points }) => `A friend's first purchase stands: ${points} points are yours.`,
  },
  'referral-back': {
    title: 'A reward was taken back',
    line: ({ points }) => `A friend returned the first purchase: ${points} points go back.`,
  },
  'season-over': {
    title: 'Your certificate',
    line: () => 'Last season you invited friends: see the certificate.',
  },
  birthday: {
    title: 'Happy birthday',
    line: ({ day }) => `Happy birthday on ${day}.`,
  },
  anniversary: {
    title: 'Your anniversary',
    line: ({ name, years, points, coupon }) =>
      points || coupon
        ? `Anniversary ${years} of your card at ${name}. Yours: ${given(points, coupon)}.`
        : `Anniversary ${years} of your card at ${name}. Thank you.`,
  },
  'birthday-gift': {
    title: 'Choose your birthday gift',
    line: ({ day }) => `Choose one until ${day}; it goes to your wallet.`,
  },
}
