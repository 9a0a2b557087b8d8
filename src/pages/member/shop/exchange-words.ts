/** What is said of an exchange: how it stands, and the lines of its sheet. Pure. */
import { dayText, momentText } from '../../../components/day-words'
import type { ExchangeView } from '../../../contract/reward-views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf, mallClockText } from '../../../domain/time/business-day'
import { SHOP_TEXT } from '../../../text/shop'

const list = SHOP_TEXT.exchanges
const text = SHOP_TEXT.exchange

export interface ExchangeLine {
  readonly label: string
  readonly value: string
}

export function stateText({ state, way }: Pick<ExchangeView, 'state' | 'way'>): string {
  if (state === 'held' && way === 'delivery') return list.toSend
  if (state === 'settled' && way === null) return list.intoWallet
  return list.states[state]
}

/** Something is still to be done or to come. */
export const isOpen = ({ state }: Pick<ExchangeView, 'state'>): boolean =>
  state === 'unpaid' || state === 'held' || state === 'sent'

const dayOf = (day: string, now: number): string => dayText(businessDay(day), businessDayOf(now))

/** Until when something must be done, else when it was exchanged. */
export function whenText({ holdUntil, payUntil, at }: ExchangeView, now: number): string {
  if (payUntil !== undefined) return list.payUntil(mallClockText(payUntil))
  if (holdUntil !== null) return list.fetchUntil(dayOf(holdUntil, now))
  return momentText(at, now)
}

export const costText = ({ points, priceFen }: Pick<ExchangeView, 'points' | 'priceFen'>): string =>
  [SHOP_TEXT.sheet.cost(countText(points)), ...(priceFen > 0 ? [shortYuanText(fen(priceFen))] : [])].join(
    ' + ',
  )

export function linesOf(exchange: ExchangeView, now: number): readonly ExchangeLine[] {
  const { state, way, at, storeName, holdUntil, payUntil, address, carrier, tracking, since } = exchange
  const { pointsBackOn, moneyBack } = exchange
  const ended = state === 'held' || state === 'unpaid' ? undefined : text.ended[state]
  const lines: readonly (ExchangeLine | false)[] = [
    { label: text.state, value: stateText(exchange) },
    { label: text.cost, value: costText(exchange) },
    { label: text.at, value: momentText(at, now) },
    { label: text.store, value: storeName },
    { label: text.way, value: way === null ? SHOP_TEXT.intoWallet : SHOP_TEXT.ways[way] },
    holdUntil !== null && { label: text.holdUntil, value: text.through(dayOf(holdUntil, now)) },
    payUntil !== undefined && { label: text.payUntil, value: mallClockText(payUntil) },
    address !== undefined && {
      label: text.to,
      value: [address.name, address.phone, address.text].join(' '),
    },
    carrier !== undefined &&
      tracking !== undefined && { label: text.parcel, value: [carrier, tracking].join(' ') },
    since !== undefined && ended !== undefined && { label: ended, value: momentText(since, now) },
    pointsBackOn !== undefined && { label: text.pointsBack, value: dayOf(pointsBackOn, now) },
    moneyBack !== undefined && { label: text.moneyBack, value: text.moneyBackStates[moneyBack] },
  ]
  return lines.filter((line) => line !== false)
}
