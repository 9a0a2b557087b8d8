/**
 * What an import sends, in which order: by minute, purchases before refunds, then by invoice number.
 * Invariant: the same files give the same operations with the same receipts, so that a plan can be taken up where it
 * stopped; the first N operations of a plan never depend on what follows them.
 */
import { createHash } from 'node:crypto'
import type { MatchedRefund, Matching, UnmatchedLine } from './match-refunds'
import type { SoldSlip } from './sales-file'

export interface Operation {
  readonly action: 'purchase' | 'refund'
  readonly receipt: string
  readonly card: string
  readonly at: number
  /** What the file says it comes to; the till must say the same. */
  readonly fen: number
  /** Made when it is sent: all bodies together would be the files once more. */
  readonly body: () => string
}

export interface Plan {
  readonly operations: readonly Operation[]
  readonly unmatched: readonly UnmatchedLine[]
}

export function planOf(slips: readonly SoldSlip[], matching: Matching, limit = Infinity): Plan {
  const operations: Operation[] = []
  let next = 0
  for (const slip of slips) {
    for (; next < matching.refunds.length; next += 1) {
      const refund = matching.refunds[next] as MatchedRefund
      if (refund.slip.at >= slip.at) break
      operations.push(refundOf(refund))
    }
    operations.push(purchaseOf(slip))
  }
  for (const refund of matching.refunds.slice(next)) operations.push(refundOf(refund))
  if (operations.length <= limit) return { operations, unmatched: matching.unmatched }
  const cut = operations.slice(0, limit)
  const lastAt = cut.at(-1)?.at ?? 0
  return { operations: cut, unmatched: matching.unmatched.filter(({ slip }) => slip.at <= lastAt) }
}

/** Short fingerprint of what an operation sends: tells the same receipt with other content apart. */
export const hashOf = (body: string): string => createHash('sha1').update(body).digest('hex').slice(0, 12)

const purchaseOf = (slip: SoldSlip): Operation => ({
  action: 'purchase',
  receipt: slip.invoice,
  card: slip.card,
  at: slip.at,
  fen: slip.lines.reduce((sum, line) => sum + line.paidFen, 0),
  body: () => JSON.stringify({ receipt: slip.invoice, member: { card: slip.card }, lines: slip.lines }),
})

function refundOf({ slip, purchase, lines, refundFen }: MatchedRefund): Operation {
  const receipt = `${slip.invoice}:${purchase.invoice}`
  return {
    action: 'refund',
    receipt,
    card: slip.card,
    at: slip.at,
    fen: refundFen,
    body: () => JSON.stringify({ receipt, purchase: purchase.invoice, lines }),
  }
}
