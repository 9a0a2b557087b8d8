/**
 * Which purchases a file's refunds belong to, when the refunds name none: the member's earlier lines of the same SKU, newest
 * purchase first, within a purchase the last line first, at the price that was paid.
 * Invariant: of no line is more refunded than was bought; what finds no line is listed, never booked.
 */
import type { RefundLine } from '../../src/domain/refunds/refund'
import { refundFenOfLine } from '../../src/domain/refunds/refund'
import { lineAmount } from './line-amount'
import type { ReturnedLine, ReturnedSlip, SoldSlip } from './sales-file'

/** One refund of one purchase. */
export interface MatchedRefund {
  readonly slip: ReturnedSlip
  readonly purchase: SoldSlip
  readonly lines: readonly RefundLine[]
  readonly refundFen: number
}

export interface UnmatchedLine {
  readonly slip: ReturnedSlip
  readonly sku: string
  readonly quantity: number
  /** At the refund's own price. */
  readonly fen: number
}

export interface Matching {
  readonly refunds: readonly MatchedRefund[]
  readonly unmatched: readonly UnmatchedLine[]
}

interface OpenLine {
  readonly purchase: SoldSlip
  readonly line: number
  left: number
}

type Touched = Map<SoldSlip, { lines: Map<number, number>; refundFen: number }>

/** Both lists in slip order; a purchase of the same minute as a refund comes before it. */
export function matchRefunds(purchases: readonly SoldSlip[], returns: readonly ReturnedSlip[]): Matching {
  const wanted = new Set(returns.flatMap((slip) => slip.lines.map((line) => goodsOf(slip, line))))
  const open = new Map<string, OpenLine[]>()
  const refunds: MatchedRefund[] = []
  const unmatched: UnmatchedLine[] = []
  let next = 0
  for (const slip of returns) {
    for (; next < purchases.length; next += 1) {
      const purchase = purchases[next] as SoldSlip
      if (purchase.at > slip.at) break
      openLines(open, wanted, purchase)
    }
    const touched: Touched = new Map()
    for (const line of slip.lines) {
      const missing = take(open.get(goodsOf(slip, line)) ?? [], line.quantity, touched)
      if (missing > 0)
        unmatched.push({
          slip,
          sku: line.sku,
          quantity: missing,
          fen: lineAmount(line.price, missing)?.fen ?? 0,
        })
    }
    for (const [purchase, { lines, refundFen }] of touched)
      refunds.push({
        slip,
        purchase,
        lines: [...lines].map(([line, quantity]) => ({ line, quantity })),
        refundFen,
      })
  }
  return { refunds, unmatched }
}

const goodsOf = (slip: { card: string }, line: Pick<ReturnedLine, 'sku'>): string =>
  `${slip.card} ${line.sku}`

function openLines(open: Map<string, OpenLine[]>, wanted: ReadonlySet<string>, purchase: SoldSlip): void {
  purchase.lines.forEach((bought, line) => {
    const goods = goodsOf(purchase, bought)
    if (!wanted.has(goods)) return
    const lines = open.get(goods) ?? []
    lines.push({ purchase, line, left: bought.quantity })
    open.set(goods, lines)
  })
}

/** Takes from the end, which is the newest. @returns what was not found. */
function take(lines: OpenLine[], quantity: number, touched: Touched): number {
  let missing = quantity
  while (missing > 0) {
    const newest = lines.at(-1)
    if (!newest) break
    const taken = Math.min(newest.left, missing)
    const bought = newest.purchase.lines[newest.line]
    if (!bought) throw new Error(`no line ${newest.line} in ${newest.purchase.invoice}`)
    const booking = touched.get(newest.purchase) ?? { lines: new Map<number, number>(), refundFen: 0 }
    booking.refundFen += refundFenOfLine({ ...bought, quantityLeft: newest.left }, taken)
    booking.lines.set(newest.line, (booking.lines.get(newest.line) ?? 0) + taken)
    touched.set(newest.purchase, booking)
    newest.left -= taken
    missing -= taken
    if (newest.left === 0) lines.pop()
  }
  return missing
}
