/** The words in which the domain's tests are written: a member of the default programme who buys and brings back. */
import { newAccount, type Account } from '../../src/domain/members/account'
import { NO_FEN, type Fen } from '../../src/domain/money/fen'
import { parseYuan } from '../../src/domain/money/yuan-text'
import type { Lot, LotKind, Purse } from '../../src/domain/points/purse'
import { EMPTY_PURSE } from '../../src/domain/points/purse'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { tierById } from '../../src/domain/programme/programme'
import {
  bookPurchase,
  type BookedPurchase,
  type LineKind,
  type Order,
  type Purchase,
} from '../../src/domain/purchases/purchase'
import { bookRefund, type BookedRefund, type RefundLine } from '../../src/domain/refunds/refund'
import type { PricedLine } from '../../src/domain/purchases/settle'
import { standingFrom, type Standing } from '../../src/domain/tiers/standing'
import { businessDay, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'

export const mall = MALL_PROGRAMME
const HOUR_MS = 3_600_000

export const day = (text: string): BusinessDay => businessDay(text)

export const noonOf = (text: string): number => startOfDay(day(text)) + 12 * HOUR_MS

/** `yuan('316.70')` is 31,670 fen. */
export function yuan(text: string): Fen {
  const amount = parseYuan(text)
  if (amount === null) throw new Error(`not an amount: ${text}`)
  return amount
}

export const goods = (paid: string, quantity = 1): Order['lines'][number] => line('goods', paid, quantity)

export const line = (kind: LineKind, paid: string, quantity = 1): Order['lines'][number] => ({
  sku: `${kind}-1`,
  kind,
  quantity,
  paidFen: yuan(paid),
})

/** An amount keyed in by hand, before anything is taken off. */
export const amount = (priceFen: Fen): PricedLine => ({ name: null, kind: 'goods', quantity: 1, priceFen })

export const newcomer = (since = '2026-01-01'): Account => newAccount(mall, day(since))

export const standingOf = (tierId: string, since: string): Standing =>
  standingFrom(mall, tierById(mall, tierId), day(since))

export const holderOf = (tierId: string, since = '2026-01-01'): Account => ({
  ...newcomer(since),
  standing: standingOf(tierId, since),
})

export const purseOf = (...lots: readonly [LotKind, string, number][]): Purse => ({
  ...EMPTY_PURSE,
  earned: lots.reduce((sum, [, , left]) => sum + left, 0),
  lots: lots.map(([kind, expiresOn, left]): Lot => ({ kind, expiresOn: day(expiresOn), left })),
})

export function buys(
  account: Account,
  lines: readonly Order['lines'][number][],
  on: string,
  more: Partial<Order> = {},
): BookedPurchase {
  const order: Order = { lines, priceFen: NO_FEN, discountFen: NO_FEN, ...more }
  return bookPurchase(account, order, mall, noonOf(on))
}

export const pieces = (at: number, quantity = 1): RefundLine => ({ line: at, quantity })

/** Everything that is left of a purchase. */
export const allOf = (purchase: Purchase): RefundLine[] =>
  purchase.lines.map((each, at) => pieces(at, each.quantity - each.refundedQuantity))

/** Brings lines back on a day; a test that expects a refusal calls `bookRefund` itself. */
export function returns(
  account: Account,
  purchase: Purchase,
  wanted: readonly RefundLine[],
  on: string,
  undo = false,
): BookedRefund {
  const booked = bookRefund(account, purchase, wanted, mall, noonOf(on), undo)
  if ('refused' in booked) throw new Error(`refused: ${booked.refused}`)
  return booked
}
