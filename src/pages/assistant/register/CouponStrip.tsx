/**
 * The coupons that count here, as tickets in a row: what each is worth and what it does to the price keyed in. A key sends
 * only the tickets that say something else, so a ticket is one element and two texts; those that count stand first, by style.
 */
import { ScrollView, Text, View } from '@tarojs/components'
import { memo, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import { COUPON_TEXT as text, NOT_NOW_TEXT } from '../../../text/zh-cn/redeeming'
import type { CouponChoice } from './coupon-choice'
import { faceOf, ticketOf, ticketsInOrder, type CounterTicket, type Look } from './coupon-words'
import './coupon-strip.scss'

interface CouponStripProps {
  readonly coupons: readonly CounterTicket[]
  readonly stands: CouponChoice<UsableCouponView>['stands']
  /** Coupons that were handed over in this visit. */
  readonly done: ReadonlyMap<string, unknown>
  readonly nowMs: number
  readonly onTouch: (coupon: CounterTicket) => void
  /** How many the member has that cannot be used here now; the strip ends with them. */
  readonly notNow: number
  readonly onUnfold: () => void
}

/** Drawn at a time: a ticket is a third of a kilobyte on its way to the screen. */
const FURTHER = 3

export default function CouponStrip(props: CouponStripProps): ReactNode {
  const { coupons, stands, done, nowMs, onTouch, notNow, onUnfold } = props
  const { tickets, atFirst } = useMemo(() => ticketsInOrder(coupons), [coupons])
  const [shown, setShown] = useState(atFirst)
  // A ticket that counts goes to the front: so does the look at the row. One pixel makes it another place each time.
  const [front, setFront] = useState(0)
  const touch = useCallback(
    (coupon: CounterTicket) => {
      setFront((before) => 1 - before)
      onTouch(coupon)
    },
    [onTouch],
  )
  if (coupons.length + notNow === 0) return null
  return (
    <ScrollView className="coupon-strip" scrollX scrollLeft={front} ariaLabel={text.strip}>
      <View className="coupon-strip__tickets">
        {tickets.slice(0, shown).map((coupon) => {
          const { couponId } = coupon
          const { look, words } = ticketOf(coupon, {
            stand: stands.get(couponId),
            isDone: done.has(couponId),
            nowMs,
          })
          return <Ticket key={couponId} coupon={coupon} look={look} words={words} onTouch={touch} />
        })}
      </View>
      {/* A place of its own: more tickets do not send those before them again. */}
      <View className="coupon-strip__more">
        {tickets.length > shown ? (
          <View
            className="ticket ticket--more"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => setShown(shown + FURTHER)}
          >
            {text.more(tickets.length - shown)}
          </View>
        ) : null}
        {notNow > 0 ? (
          <View
            className="ticket ticket--more ticket--not-now"
            hoverClass="pressed"
            ariaRole="button"
            onClick={onUnfold}
          >
            {NOT_NOW_TEXT.fold(notNow)}
          </View>
        ) : null}
      </View>
    </ScrollView>
  )
}

interface TicketProps {
  readonly coupon: CounterTicket
  readonly look: Look
  readonly words: string
  readonly onTouch: (coupon: CounterTicket) => void
}

const Ticket = memo(function Ticket({ coupon, look, words, onTouch }: TicketProps): ReactNode {
  const { value, condition } = faceOf(coupon.worth, coupon.scope.products)
  return (
    <View
      className={`ticket ticket--${look}`}
      ariaRole="checkbox"
      ariaLabel={look === 'on' ? text.chosen(`${value}，${condition}`) : undefined}
      onClick={() => onTouch(coupon)}
    >
      <Text className="ticket__value">{value}</Text>
      <Text className="ticket__words">{`${condition}\n${words}`}</Text>
    </View>
  )
})
