/** An offer in words: until when, how many are left, what stands in place of its button. Pure. */
import { dayText } from '../../../../components/day-words'
import type { OfferView } from '../../../../contract/coupon-views'
import { countText } from '../../../../domain/money/yuan-text'
import { businessDayOf } from '../../../../domain/time/business-day'
import { OFFERS_TEXT as text } from '../../../../text/coupons'

const SECOND = 1000
const DAY = 86_400_000
/** From so few on, how many are left is said. */
const FEW_LEFT = 100

const two = (count: number): string => String(count).padStart(2, '0')

/** `23:09:05`, of less than a day. */
function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND))
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

/** Counts down in the last day, a flash offer or one that is about to open. */
export function ticks({ flash, state, startsAt, endsAt }: OfferView, now: number): boolean {
  const edge = state === 'soon' ? startsAt : endsAt
  return edge > now && edge - now < DAY && (flash || state === 'soon')
}

export function timeWords({ flash, state, startsAt, endsAt }: OfferView, now: number): string {
  const today = businessDayOf(now)
  if (state === 'soon')
    return startsAt - now < DAY
      ? text.starts(leftText(startsAt - now))
      : text.startsOn(dayText(businessDayOf(startsAt), today))
  if (endsAt <= now) return text.over
  return flash && endsAt - now < DAY
    ? text.ends(leftText(endsAt - now))
    : // The last instant in which it is claimed is just before its end.
      text.endsOn(dayText(businessDayOf(endsAt - 1), today))
}

export const leftWords = ({ left, state }: OfferView): string | null =>
  left !== null && left > 0 && left <= FEW_LEFT && state === 'open' ? text.left(countText(left)) : null

/** What stands where the button would be; null while it can be claimed. */
export function insteadOfClaim({ state, tierName, claimed, perMember }: OfferView): string | null {
  switch (state) {
    case 'open':
      return null
    case 'claimed':
      return perMember > 1 ? text.claimedMany(claimed, perMember) : text.claimed
    case 'sold-out':
      return text.soldOut
    case 'limit-today':
      return text.tomorrow
    case 'soon':
      return text.soon
    case 'tier-locked':
      return text.tier(tierName ?? '')
  }
}
