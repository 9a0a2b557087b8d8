/** Which tier a spend reaches and how far the next one is. Invariant: measured on qualifying spend, never on points. */
import { fen, NO_FEN, subtractFen, type Fen } from '../money/fen'
import type { Tier } from '../programme/programme'

/** The highest tier whose threshold the spend reaches. */
export function tierForSpend(ladder: readonly Tier[], spendFen: Fen): Tier {
  const reached = ladder.filter((tier) => spendFen >= tier.thresholdFen)
  const highest = reached[reached.length - 1] ?? ladder[0]
  if (!highest) throw new Error('an empty ladder')
  return highest
}

export interface NextTier {
  readonly tier: Tier
  /** What is still to be spent; at least 0. */
  readonly gapFen: Fen
  /** Spend above the own tier's threshold, and the distance between the two thresholds. */
  readonly insideBandFen: Fen
  readonly bandFen: Fen
}

/** The way to the tier above the held one; null on the highest. */
export function nextTier(ladder: readonly Tier[], heldTierId: string, spendFen: Fen): NextTier | null {
  const rank = ladder.findIndex((tier) => tier.id === heldTierId)
  const held = ladder[rank]
  const above = ladder[rank + 1]
  if (!held || !above) return null
  return {
    tier: above,
    gapFen: fen(Math.max(0, above.thresholdFen - spendFen)),
    insideBandFen: spendFen > held.thresholdFen ? subtractFen(spendFen, held.thresholdFen) : NO_FEN,
    bandFen: subtractFen(above.thresholdFen, held.thresholdFen),
  }
}
