/** Words of the card page about a new tier and its ways, in English. Same voice as `member.ts`. */
import type * as zhCn from '../zh-cn/ways'
import { count } from './plural'

export const UPGRADE_TEXT: typeof zhCn.UPGRADE_TEXT = {
  title: (tier) => `You are now ${tier}`,
  because: (day, store) => `Reached on ${day} at ${store}`,
  since: (day) => `Since ${day}`,
  look: 'See the new card',
  dismiss: 'OK',
}

export const WAYS_TEXT: typeof zhCn.WAYS_TEXT = {
  all: 'All',
  everyTier: 'All tiers',
  points: (points) => `${count(points, 'point')}, see history`,
  growth: 'See your tier',
}

export const STRIP_TEXT: typeof zhCn.STRIP_TEXT = {
  title: 'Happy birthday',
  gifts: (gifts) => (gifts === 1 ? 'A gift is waiting for you' : `${gifts} gifts, choose one`),
  chosen: 'Your gift is in the wallet',
  points: 'More points these days',
}
