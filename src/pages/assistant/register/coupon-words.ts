/** What a ticket at the counter says: what it is worth, on what condition, until when, what it does to this price. Pure. */
import type { UsableCouponView } from '../../../contract/counter-coupons'
import type { BenefitView } from '../../../contract/coupon-views'
import { takesOff } from '../../../domain/coupons/usable'
import type { Worth } from '../../../domain/coupons/offer'
import { fen } from '../../../domain/money/fen'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf, daysBetween } from '../../../domain/time/business-day'
import { COUPON_TEXT as text, REDEEM_TEXT } from '../../../text/zh-cn/redeeming'
import { discountText } from '../figures'
import type { Says, TicketStand } from './coupon-choice'

/** What stands in the row: a coupon, or a counted benefit, which is handed over for itself like one. */
export interface CounterTicket extends Omit<UsableCouponView, 'stacking'> {
  readonly benefit?: BenefitView
}

export const benefitTicket = (benefit: BenefitView): CounterTicket => {
  const { benefitId, name, advice, worth, until } = benefit
  return {
    couponId: `benefit:${benefitId}`,
    name,
    advice,
    worth,
    scope: {},
    validUntil: businessDay(until),
    benefit,
  }
}

/** Nothing was left of it when the visit was opened. */
export const isUsedUp = ({ benefit }: CounterTicket): boolean => benefit?.left === 0

/** `300`: thousands in groups, the fen when there are any. */
const yuan = (amountFen: number): string => shortYuanText(fen(amountFen)).slice(1)

interface Face {
  /** In large type. */
  readonly value: string
  readonly condition: string
}

export function faceOf(worth: Worth, products?: readonly string[]): Face {
  const onlyOn = products?.join(text.or)
  switch (worth.kind) {
    case 'cash':
      return { value: shortYuanText(worth.offFen), condition: onlyOn ?? text.anyPrice }
    case 'threshold':
      return {
        value: shortYuanText(worth.offFen),
        condition: text.from(yuan(worth.thresholdFen)) + (onlyOn ? ` ${onlyOn}` : ''),
      }
    case 'percent':
      return {
        value: discountText(worth.percentOff),
        condition: onlyOn ?? (worth.mostFen === null ? text.whole : text.most(yuan(worth.mostFen))),
      }
    case 'buy-one-get-one':
      return { value: text.second, condition: onlyOn ?? text.alike }
    case 'exchange':
      return { value: text.thing, condition: worth.thing }
    case 'parking':
      return { value: text.hours(worth.hours), condition: text.parking }
  }
}

/** What stands in the settlement before its amount. */
export function reductionLabel(worth: Worth): string {
  switch (worth.kind) {
    case 'cash':
      return text.off(yuan(worth.offFen))
    case 'threshold':
      return text.fromOff(yuan(worth.thresholdFen), yuan(worth.offFen))
    case 'percent':
      return text.percent(discountText(worth.percentOff))
    case 'buy-one-get-one':
      return text.second
    case 'exchange':
    case 'parking':
      return text.thing
  }
}

/** `今天到期`, `剩 4 天`; nothing while it is long. */
function lastDayWords(validUntil: string, nowMs: number): string {
  const days = daysBetween(businessDayOf(nowMs), businessDay(validUntil))
  if (days <= 0) return text.endsToday
  return days === 1 ? text.endsTomorrow : text.daysLeft(days)
}

function saysWords(says: Says): string {
  switch (says.kind) {
    case 'saves':
      return text.saves(shortYuanText(says.offFen))
    case 'short':
      return text.short(shortYuanText(says.missingFen))
    default:
      return text.says[says.kind]
  }
}

export type Look = 'on' | 'off' | 'idle'

interface Seen {
  /** Of what takes something off a price. */
  readonly stand: TicketStand | undefined
  readonly isDone: boolean
  readonly nowMs: number
}

/** What a ticket says below its condition, and how it looks. */
export function ticketOf(
  { worth, validUntil, benefit }: CounterTicket,
  { stand, isDone, nowMs }: Seen,
): { readonly look: Look; readonly words: string } {
  if (isDone) return { look: 'on', words: REDEEM_TEXT.used }
  if (benefit?.left === 0) return { look: 'idle', words: REDEEM_TEXT.usedUp[benefit.per] }
  if (benefit) return { look: 'off', words: REDEEM_TEXT.left[benefit.per](benefit.left) }
  if (!takesOff(worth)) return { look: 'off', words: REDEEM_TEXT.now }
  const says = stand?.says ?? null
  return {
    look: stand?.isOn ? 'on' : says && says.kind !== 'saves' ? 'idle' : 'off',
    words: says ? saysWords(says) : lastDayWords(validUntil, nowMs),
  }
}

/** So many of each sort are drawn at once; a key changes only what the price concerns. */
const MOST_OF_PRICE = 6
const MOST_OF_THINGS = 4

/** What may save most, then what is handed over for itself, then the rest of both, which waits to be asked for. */
export function ticketsInOrder(coupons: readonly CounterTicket[]): {
  readonly tickets: readonly CounterTicket[]
  readonly atFirst: number
} {
  const sorted = [...coupons].sort(byWorth)
  const ofPrice = sorted.filter(({ worth }) => takesOff(worth))
  const things = sorted.filter(({ worth }) => !takesOff(worth))
  const first = [...ofPrice.slice(0, MOST_OF_PRICE), ...things.slice(0, MOST_OF_THINGS)]
  return {
    tickets: [...first, ...ofPrice.slice(MOST_OF_PRICE), ...things.slice(MOST_OF_THINGS)],
    atFirst: first.length,
  }
}

/** Of two alike the one that ends sooner. */
const byWorth = (a: CounterTicket, b: CounterTicket): number =>
  mostOff(b.worth) - mostOff(a.worth) || (a.validUntil < b.validUntil ? -1 : 1)

function mostOff(worth: Worth): number {
  switch (worth.kind) {
    case 'cash':
    case 'threshold':
      return worth.offFen
    case 'percent':
      return worth.mostFen ?? Number.MAX_SAFE_INTEGER
    case 'buy-one-get-one':
      return Number.MAX_SAFE_INTEGER
    case 'exchange':
    case 'parking':
      return 0
  }
}
