/**
 * What an import comes to: the figures of its last line, from what the tills answered.
 * Invariant: a figure counts only what a till acknowledged, and it is what the files said.
 */
import type { UnmatchedLine } from './match-refunds'
import { journalKey, type Acknowledged } from './journal'
import type { Plan } from './plan'

export interface Summary {
  readonly purchases: number
  readonly refunds: number
  readonly unmatchedFen: number
  /** Bought less refunded. */
  readonly netFen: number
  /** What members can spend and what they owe, as the till said with their last receipt. */
  readonly points: number
  readonly debt: number
  readonly membersByTier: Readonly<Record<string, number>>
}

export function summaryOf(
  plan: Plan,
  known: ReadonlyMap<string, Acknowledged>,
): Summary & { grossFen: number } {
  const counts = { purchase: 0, refund: 0 }
  const sums = { purchase: 0, refund: 0 }
  const lastOf = new Map<string, Acknowledged>()
  for (const operation of plan.operations) {
    const answer = known.get(journalKey(operation))
    if (!answer) continue
    counts[answer.action] += 1
    sums[answer.action] += answer.fen
    lastOf.set(answer.card, answer)
  }
  const membersByTier: Record<string, number> = {}
  let [points, debt] = [0, 0]
  for (const last of lastOf.values()) {
    points += last.points
    debt += last.debt
    membersByTier[last.tierName] = (membersByTier[last.tierName] ?? 0) + 1
  }
  return {
    purchases: counts.purchase,
    refunds: counts.refund,
    unmatchedFen: sumOf(plan.unmatched),
    netFen: sums.purchase - sums.refund,
    points,
    debt,
    membersByTier,
    grossFen: sums.purchase,
  }
}

export const sumOf = (lines: readonly UnmatchedLine[]): number =>
  lines.reduce((sum, line) => sum + line.fen, 0)

/** The list of what was not booked, as a table. */
export function unmatchedTable(lines: readonly UnmatchedLine[]): string {
  const rows = lines.map(({ slip, sku, quantity, fen }) =>
    [slip.invoice, slip.card, new Date(slip.at).toISOString(), sku, quantity, (fen / 100).toFixed(2)].join(
      ',',
    ),
  )
  return `${['invoice,member,time,sku,qty,amount', ...rows].join('\n')}\n`
}
