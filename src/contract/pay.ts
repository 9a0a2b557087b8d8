/** The pay door: what the platform tells of a payment, and what it understands as an answer. Only the order is taken from it. */
import * as v from 'valibot'

/** Everything else in it is asked of the cashier. */
export const Told = v.object({
  outTradeNo: v.pipe(v.string(), v.maxLength(32)),
  /** The exchange, as it was given with the order. */
  attach: v.pipe(v.string(), v.regex(/^exchange:[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,64}$/)),
})

export interface PayAnswer {
  /** 0 when it need not be told again. */
  readonly errcode: number
  readonly errmsg: string
}
