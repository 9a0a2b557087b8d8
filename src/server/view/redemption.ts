/** What staff see of what was handed over: for a coupon, a counted benefit or points. */
import type { RedemptionView } from '../../contract/counter-coupons'
import { afterStep } from '../../domain/rewards/exchange'
import { businessDayOf } from '../../domain/time/business-day'
import type { CouponDocument } from '../store/coupons'
import { stateOfExchange, type ExchangeDocument } from '../store/exchanges'

export function redemptionView(coupon: CouponDocument, staffOpenid: string, at: number): RedemptionView[] {
  const { _id: id, terms, use } = coupon
  if (!use) return []
  const { servedBy = null } = use
  const canUndo = canUndoUse(coupon, staffOpenid, at)
  return [{ kind: 'coupon', id, name: terms.name, plate: use.plate || null, at: use.at, servedBy, canUndo }]
}

export function handedOverView(
  exchange: ExchangeDocument,
  staffOpenid: string,
  at: number,
): RedemptionView[] {
  const { _id: id, reward, handed } = exchange
  if (!handed) return []
  const { servedBy = null } = handed
  const canUndo = canUndoHandOver(exchange, staffOpenid, at)
  return [{ kind: 'exchange', id, name: reward.name, plate: null, at: handed.at, servedBy, canUndo }]
}

/** On its own day, by who handed it over. */
export const canUndoUse = ({ state, use }: CouponDocument, staffOpenid: string, at: number): boolean =>
  state === 'used' &&
  use !== null &&
  use.purchaseId === null &&
  use.staffOpenid === staffOpenid &&
  use.day === businessDayOf(at)

/** The same of what was taken for points. */
export const canUndoHandOver = (exchange: ExchangeDocument, staffOpenid: string, at: number): boolean =>
  afterStep(stateOfExchange(exchange, at), 'undo') !== null &&
  exchange.handed?.staffOpenid === staffOpenid &&
  exchange.handed.day === businessDayOf(at)
