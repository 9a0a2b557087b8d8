/** A coupon of the wallet in the words of now: what ends soon is lifted, what cannot be used today rests. */
import { memo, type ReactNode } from 'react'
import { dayText } from '../../../components/day-words'
import CouponTicket from '../../../components/CouponTicket'
import type { CouponView } from '../../../contract/coupon-views'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { TERMS_TEXT, WALLET_TEXT as text } from '../../../text/wallet'
import { endsSoonWords, notTodayWords, whereWords, worthWords } from '../coupon-words'
import { openCoupon } from '../routes'

interface TicketProps {
  readonly coupon: CouponView
  readonly now: number
  /** Given where tickets keep their place: out of sight, with the words that it had. */
  readonly gone?: boolean
}

type Life = Pick<Parameters<typeof CouponTicket>[0], 'tone' | 'mark' | 'end'>

function lifeOf(coupon: CouponView, now: number): Life {
  const { state, validUntil, usedOn, usedAt } = coupon
  const today = businessDayOf(now)
  const last = dayText(businessDay(validUntil), today)
  const end = TERMS_TEXT.until(last)
  if (state === 'locked') return { tone: 'resting', mark: coupon.gift ? text.gift : text.held, end }
  if (state === 'expired') return { tone: 'past', mark: text.stamps.expired, end: text.expiredOn(last) }
  if (state === 'issued') {
    const rests = notTodayWords(coupon, now)
    if (rests !== null) return { tone: 'resting', mark: rests, end }
    const soon = endsSoonWords(validUntil, now)
    return soon === null ? { tone: 'plain', end } : { tone: 'lifted', mark: soon, end }
  }
  if (usedOn === undefined) return { tone: 'past', mark: text.stamps[state], end }
  const day = dayText(businessDay(usedOn), today)
  const used = usedAt === undefined ? text.usedOn(day) : text.usedAt(day, usedAt)
  return { tone: 'past', mark: text.stamps[state], end: used }
}

function Ticket({ coupon, now, gone }: TicketProps): ReactNode {
  const life = lifeOf(coupon, now)
  const isPast = life.tone === 'past'
  return (
    <CouponTicket
      {...worthWords(coupon.worth)}
      {...life}
      kind={coupon.worth.kind}
      name={coupon.name}
      where={whereWords(coupon)}
      {...(gone === undefined ? {} : { gone })}
      onTap={isPast && gone === undefined ? undefined : () => isPast || openCoupon(coupon)}
    />
  )
}

/** Words change with the day and not with the second. */
export default memo(
  Ticket,
  (before, after) =>
    before.coupon === after.coupon &&
    before.gone === after.gone &&
    businessDayOf(before.now) === businessDayOf(after.now),
)
