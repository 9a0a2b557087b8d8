/** Words of the page of a new tier, in English. Same voice as `member.ts`. */
import type { CEREMONY_TEXT as zhCn } from '../zh-cn/ceremony'
import { count } from './plural'

export const CEREMONY_TEXT: typeof zhCn = {
  title: 'New card',
  reached: (tier) => `You are now ${tier}`,
  held: (tier) => `You are ${tier}`,
  because: (day, store) => `Reached on ${day} at ${store}`,
  since: (day) => `Since ${day}`,
  brings: (tier) => `${tier} gives you`,
  rate: (rate) => `${count(rate, 'point')} per yuan`,
  discount: (percent) => `${percent}% off with an assistant`,
  gift: 'Upgrade gift',
  giftPoints: (points) => count(points, 'point'),
  giftAnd: ' + ',
  giftOn: (day, tier) => `Arrives on ${day} if you are still ${tier}`,
  giftCame: (day) => `Arrived on ${day}`,
  keep: 'Take the new card',
  growth: 'See all tiers',
}
