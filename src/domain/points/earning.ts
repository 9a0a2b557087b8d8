/**
 * How many points a purchase earns: floor(base × (tier rate + bonus rates) / 100), bonuses within what their caps leave.
 * Invariant: whole points, never negative; without bonuses the caps do nothing.
 */
import { bonusesOn, cutOf, type Bonus } from '../campaigns/bonuses'
import { NOTHING_OPEN, type OpenBonuses } from '../campaigns/campaign'
import { wholeYuanRoundedDown, type Fen } from '../money/fen'

export interface Earning {
  /** Whole yuan paid. */
  readonly base: number
  /** The tier's rate in hundredths. */
  readonly rate: number
  /** Those that counted. */
  readonly bonuses: readonly Bonus[]
  readonly points: number
  /** Part of the points that bonuses added. */
  readonly bonusPoints: number
  /** Points that caps cut off. */
  readonly cutByCap: number
}

export function pointsEarned(input: {
  readonly qualifyingFen: Fen
  readonly rate: number
  /** Absent: none. */
  readonly open?: OpenBonuses | undefined
}): Earning {
  const { qualifyingFen, rate, open = NOTHING_OPEN } = input
  const base = wholeYuanRoundedDown(qualifyingFen)
  const bonuses = bonusesOn({ base, rate }, open)
  const bonusPoints = bonuses.reduce((sum, { points }) => sum + points, 0)
  return {
    base,
    rate,
    bonuses,
    points: Math.floor((base * rate) / 100) + bonusPoints,
    bonusPoints,
    cutByCap: bonuses.reduce((sum, bonus) => sum + cutOf(bonus), 0),
  }
}
