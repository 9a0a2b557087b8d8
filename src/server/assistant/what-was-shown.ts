/**
 * What a visit proves. The card's code stands for all that its member has; the code of one ticket for that ticket alone.
 * Invariant: who was shown one coupon or one exchange uses none of the member's others, nor a benefit of the tier.
 */
import { refuse, type Refused } from '../run/outcome'
import type { CouponDocument } from '../store/coupons'
import type { ExchangeDocument } from '../store/exchanges'
import { ticketShown } from '../store/visits'
import type { Visit } from './visit-token'

export const isCardShown = ({ id }: Visit): boolean => ticketShown(id) === null

export function whyCouponsNotShown({ id }: Visit, chosen: readonly CouponDocument[]): Refused | null {
  const alone = ticketShown(id)
  const other = alone && chosen.find(({ number }) => alone.kind !== 'coupon' || number !== alone.number)
  return other ? refuse('coupon.unknown', { couponId: other._id }) : null
}

export function isExchangeShown({ id }: Visit, { number }: ExchangeDocument): boolean {
  const alone = ticketShown(id)
  return alone === null || (alone.kind === 'exchange' && alone.number === number)
}
