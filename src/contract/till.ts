/**
 * The till's door: signed HTTP. `POST /purchase` and `POST /refund`, JSON body.
 * Headers: `x-shuke-till`, `x-shuke-time` (ms UTC), `x-shuke-nonce`, `x-shuke-signature` = hex HMAC-SHA256 with the till's
 * key over `time \n nonce \n path \n body`. Older than five minutes is refused; a receipt sent again gets the first answer.
 */
import * as v from 'valibot'
import { AmountFen, CardNumber, Phone, Quantity, Receipt, RefundLines } from './shapes'

export const SIGNATURE_LIFE_MS = 5 * 60_000

const Sku = v.pipe(v.string(), v.minLength(1), v.maxLength(32))
export const LINE_KINDS = ['goods', 'freight', 'gift-card', 'top-up'] as const

const PurchaseLine = v.strictObject({
  sku: Sku,
  quantity: Quantity,
  /** What was really paid for the whole line. */
  paidFen: AmountFen,
  kind: v.optional(v.picklist(LINE_KINDS), 'goods'),
})

const Whose = v.union([v.strictObject({ phone: Phone }), v.strictObject({ card: CardNumber })])

export const tillActions = {
  purchase: {
    kind: 'command',
    input: v.strictObject({
      receipt: Receipt,
      member: Whose,
      lines: v.pipe(v.array(PurchaseLine), v.minLength(1), v.maxLength(1200)),
    }),
  },
  refund: {
    kind: 'command',
    input: v.strictObject({
      /** The refund's own receipt. */
      receipt: Receipt,
      /** The receipt of the purchase, at this till. */
      purchase: Receipt,
      lines: RefundLines,
    }),
  },
} as const

/** How the member stands afterwards: what a till prints under each receipt. */
export interface TillStanding {
  readonly points: number
  /** All points that wait for their day; after a purchase, those of it among them. */
  readonly pending: number
  readonly debt: number
  readonly tierId: string
  readonly tierName: string
}

export interface TillPurchased extends TillStanding {
  readonly purchaseId: string
  readonly cardNumber: string
  readonly paidFen: number
  readonly pointsEarned: number
  /** The day from which they can be spent, `YYYY-MM-DD`; null when that is at once. */
  readonly activatesOn: string | null
}

export interface TillRefunded extends TillStanding {
  readonly refundId: string
  readonly refundFen: number
  readonly pointsTakenBack: number
}

export interface TillOutputs {
  purchase: TillPurchased
  refund: TillRefunded
}
