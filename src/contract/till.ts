/**
 * The till's door: signed HTTP, JSON body. `POST /purchase`, `/refund`, and for coupons `/coupon-list`, `/coupon-validate`,
 * `/coupon-lock`, `/coupon-release`, `/coupon-redeem`.
 * Headers: `x-shuke-till`, `x-shuke-time` (ms UTC), `x-shuke-nonce`, `x-shuke-signature` = hex HMAC-SHA256 with the till's
 * key over `time \n nonce \n path \n body`. Older than five minutes is refused; a receipt sent again gets the first answer.
 */
import * as v from 'valibot'
import type { RedeemedView } from './counter-coupons'
import type { Worth } from '../domain/coupons/offer'
import { AmountFen, CardNumber, CouponIds, Id, Phone, Plate, Quantity, Receipt, RefundLines } from './shapes'

export const SIGNATURE_LIFE_MS = 5 * 60_000

const Sku = v.pipe(v.string(), v.minLength(1), v.maxLength(32))
export const LINE_KINDS = ['goods', 'freight', 'gift-card', 'top-up'] as const

const PurchaseLine = v.strictObject({
  sku: Sku,
  quantity: Quantity,
  /** What was really paid for the whole line. */
  paidFen: AmountFen,
  /** Before coupons; of every line when there are any. */
  priceFen: v.optional(AmountFen),
  kind: v.optional(v.picklist(LINE_KINDS), 'goods'),
})

/** A line before coupons. */
const PricedLine = v.strictObject({
  sku: Sku,
  quantity: Quantity,
  priceFen: AmountFen,
  kind: v.optional(v.picklist(LINE_KINDS), 'goods'),
})

const ScannedCode = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

const Whose = v.union([v.strictObject({ phone: Phone }), v.strictObject({ card: CardNumber })])

export const tillActions = {
  purchase: {
    kind: 'command',
    input: v.pipe(
      v.strictObject({
        receipt: Receipt,
        member: Whose,
        lines: v.pipe(v.array(PurchaseLine), v.minLength(1), v.maxLength(1200)),
        /** Locked for this receipt; used up with it. */
        coupons: v.optional(CouponIds),
      }),
      v.check(({ coupons, lines }) => lines.every((line) => !coupons === (line.priceFen === undefined))),
    ),
  },
  /** What the member can use at this till now, by the code of the card that was scanned. Writes nothing. */
  'coupon-list': {
    kind: 'query',
    input: v.strictObject({
      code: ScannedCode,
      after: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}:[A-Za-z0-9:._-]{1,200}$/))),
    }),
  },
  /** What a scanned coupon is, and whether it can be used at this till now. Writes nothing. */
  'coupon-validate': {
    kind: 'query',
    input: v.strictObject({ code: ScannedCode }),
  },
  /** Holds coupons for a receipt for half an hour, and says what they take off. Sent again it holds them still. */
  'coupon-lock': {
    kind: 'command',
    input: v.strictObject({
      receipt: Receipt,
      coupons: CouponIds,
      lines: v.pipe(v.array(PricedLine), v.minLength(1), v.maxLength(1200)),
    }),
  },
  /** Lets go what is held for a receipt that is not paid. */
  'coupon-release': { kind: 'command', input: v.strictObject({ receipt: Receipt, coupons: CouponIds }) },
  /** Hands over what a coupon is for, or opens the car park to a plate. The receipt is the hand-over's own. */
  'coupon-redeem': {
    kind: 'command',
    input: v.strictObject({ receipt: Receipt, couponId: Id, plate: v.optional(Plate) }),
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

export interface TillCoupon {
  readonly couponId: string
  readonly name: string
  readonly worth: Worth
  /** Its last day, `YYYY-MM-DD`. */
  readonly validUntil: string
  /** The holder's. */
  readonly cardNumber: string
}

export interface TillCoupons {
  readonly cardNumber: string
  /** Soonest to end first. A page may be empty and not the last. */
  readonly coupons: readonly Omit<TillCoupon, 'cardNumber'>[]
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null
}

export interface TillCouponsLocked {
  /** In their turn. */
  readonly coupons: readonly { readonly couponId: string; readonly offFen: number }[]
  /** What is to pay for each line, in their order: what the purchase sends as `paidFen`. */
  readonly lines: readonly { readonly paidFen: number }[]
  readonly payFen: number
  /** Ms UTC. */
  readonly until: number
}

export interface TillOutputs {
  'coupon-list': TillCoupons
  'coupon-validate': TillCoupon
  'coupon-lock': TillCouponsLocked
  'coupon-release': { readonly receipt: string }
  'coupon-redeem': RedeemedView
  purchase: TillPurchased
  refund: TillRefunded
}
