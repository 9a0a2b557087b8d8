/** What is said of a reward on the shelf and on its page. Pure. */
import { dayText } from '../../components/day-words'
import type { RewardView } from '../../contract/reward-views'
import { fen } from '../../domain/money/fen'
import { countText, shortYuanText } from '../../domain/money/yuan-text'
import { addDays, businessDayOf } from '../../domain/time/business-day'
import { MALL_TEXT as text } from '../../text/mall'

const FEW = 10
const ENDS_SOON_DAYS = 30
const MINUTE_MS = 60_000

export interface RewardTag {
  readonly words: string
  readonly kind: 'plain' | 'tier' | 'tea'
}

/** What is written on its picture: the one thing that matters most. */
export function tagOf(reward: RewardView, now: number): RewardTag | null {
  const { state, left, tierName, startsAt, endsAt, presale } = reward
  const today = businessDayOf(now)
  if (state === 'sold-out') return { words: text.soldOut, kind: 'plain' }
  if (state === 'soon' && startsAt !== undefined)
    return { words: text.opens(dayText(businessDayOf(startsAt), today)), kind: 'plain' }
  if (state === 'tier-locked' && tierName !== undefined)
    return { words: text.tierOnly(tierName), kind: 'tier' }
  if (left !== null && left <= FEW) return { words: text.few(left), kind: 'plain' }
  if (presale) return { words: text.presale, kind: 'plain' }
  if (endsAt === null) return null
  // The last moment that belongs to it, not the first that does not.
  const last = businessDayOf(endsAt - 1)
  if (last > addDays(today, ENDS_SOON_DAYS)) return null
  return { words: text.ends(dayText(last, today)), kind: 'tea' }
}

/** What is missing; empty when nothing is. */
export function missingText({ state, short, gapFen, tierName }: RewardView): string {
  switch (state) {
    case 'short':
      return text.short(countText(short ?? 0))
    case 'tier-locked':
      if (gapFen !== undefined) return text.gap(shortYuanText(fen(gapFen)))
      return tierName === undefined ? '' : text.tierMay(tierName)
    case 'limit-reached':
      return text.limitReached
    case 'open':
    case 'soon':
    case 'sold-out':
      return ''
  }
}

export const moneyText = ({ priceFen }: Pick<RewardView, 'priceFen'>): string =>
  priceFen > 0 ? text.andMoney(shortYuanText(fen(priceFen))) : ''

/** Days and hours, hours and minutes, then minutes: nobody is hurried by seconds. */
export function leftText(until: number, now: number): string {
  const minutes = Math.ceil((until - now) / MINUTE_MS)
  if (minutes <= 0) return text.over
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return text.leftDays(Math.floor(hours / 24), hours % 24)
  return hours > 0 ? text.leftHours(hours, minutes % 60) : text.leftMinutes(minutes)
}
