/** A coupon in words: what it is worth, where and when it can be used. Pure. */
import type { CouponView, TermsView } from '../../contract/coupon-views'
import { dayText } from '../../components/day-words'

import type { Worth } from '../../domain/coupons/offer'
import { shortYuanText } from '../../domain/money/yuan-text'
import {
  businessDay,
  businessDayOf,
  daysBetween,
  mallClockText,
  weekdayOf,
} from '../../domain/time/business-day'
import { TERMS_TEXT as text, WALLET_TEXT } from '../../text/wallet'
import { words } from '../../text/member'

/** From so many days before its end a coupon stands out. */
export const SOON_DAYS = 7

export interface WorthWords {
  readonly figure: string
  readonly under: string
}

export function worthWords(worth: Worth): WorthWords {
  const { worth: of } = text
  switch (worth.kind) {
    case 'cash':
      return { figure: shortYuanText(worth.offFen), under: of.cash }
    case 'threshold':
      return {
        figure: shortYuanText(worth.offFen),
        under: of.threshold(shortYuanText(worth.thresholdFen)),
      }
    case 'percent':
      return {
        figure: of.percent(worth.percentOff),
        under: worth.mostFen === null ? of.percentAll : of.percentMost(shortYuanText(worth.mostFen)),
      }
    case 'buy-one-get-one':
      return { figure: of['buy-one-get-one'], under: of['buy-one-get-one-under'] }
    case 'exchange':
      return { figure: of.exchange, under: of['exchange-under'] }
    case 'parking':
      return { figure: of.parking(worth.hours), under: of['parking-under'] }
  }
}

const listed = (names: readonly string[]): string => names.join(words.shared.list)
/** So many names are said; of more, their number. */
const MOST_NAMED = 2

/** Where and on what, in a few words. */
export function whereWords({ scopeWords, worth }: Pick<TermsView, 'scopeWords' | 'worth'>): string {
  const { storeNames, brands, categories, products } = scopeWords
  const goods = [...(products ?? []), ...(categories ?? []), ...(brands ?? [])]
  const parts = [
    storeNames && (storeNames.length > MOST_NAMED ? text.stores(storeNames.length) : listed(storeNames)),
    goods.length > 0 && listed(goods),
    worth.kind === 'exchange' && worth.thing,
  ].filter((part): part is string => typeof part === 'string')
  return parts.length > 0 ? parts.join(words.shared.comma) : text.everywhere
}

/** `周一至周五可用`, `周六、周日可用`; null when every day is alike. */
export function weekdayWords(weekdays: readonly number[] | undefined): string | null {
  if (!weekdays || weekdays.length === 0 || weekdays.length === 7) return null
  // A week begins on Monday.
  const days = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
  const names = days.map((day) => text.weekdays[day] ?? '')
  const isRun = days.every((day, at) => at === 0 || ((day + 6) % 7) - (((days[at - 1] ?? 0) + 6) % 7) === 1)
  const [first = '', last = ''] = [names[0], names[names.length - 1]]
  return text.on(isRun && names.length > 2 ? text.range(first, last) : listed(names))
}

/** Which of its terms stands against using it today; null when none does. */
export function notTodayWords(
  coupon: Pick<CouponView, 'validFrom' | 'weekdays' | 'blackoutDays'>,
  now: number,
): string | null {
  const today = businessDayOf(now)
  if (today < coupon.validFrom) return text.from(dayText(businessDay(coupon.validFrom), today))
  if (coupon.weekdays && !coupon.weekdays.includes(weekdayOf(today)))
    return weekdayWords(coupon.weekdays) ?? text.notToday
  return coupon.blackoutDays?.includes(today) ? text.notToday : null
}

/** `4 天后到期` in the days before its end; null while there is time. */
export function endsSoonWords(validUntil: string, now: number): string | null {
  const days = daysBetween(businessDayOf(now), businessDay(validUntil))
  if (days > SOON_DAYS || days < 0) return null
  if (days === 0) return WALLET_TEXT.ends.today
  return days === 1 ? WALLET_TEXT.ends.tomorrow : WALLET_TEXT.ends.in(days)
}

/** What goes together with it in an order. */
export const togetherWords = ({ besideDiscount, mostPerOrder }: TermsView): string =>
  [
    mostPerOrder > 1 ? text.goesTogether.many(mostPerOrder) : text.goesTogether.one,
    besideDiscount ? text.goesTogether.beside : text.goesTogether.instead,
  ].join(words.shared.comma)

/** `5 月 17 日 14:36`. */
export const untilClock = (at: number, now: number): string =>
  `${dayText(businessDayOf(at), businessDayOf(now))} ${mallClockText(at)}`
