/**
 * How many points a purchase earns: floor(base × (tier rate + bonus rates) / 100), bonuses within what the day's cap leaves.
 * Invariant: whole points, never negative; without bonuses the cap does nothing.
 */
import { wholeYuanRoundedDown, type Fen } from '../money/fen'

/** A bonus rate in hundredths and the rule that grants it: double points = 100. */
export interface Bonus {
  readonly rule: string
  readonly rate: number
}

export interface Earning {
  /** Whole yuan paid. */
  readonly base: number
  /** The tier's rate in hundredths. */
  readonly rate: number
  readonly bonuses: readonly Bonus[]
  readonly points: number
  /** Part of the points that bonuses added. */
  readonly bonusPoints: number
  /** Points that the day's cap cut off. */
  readonly cutByCap: number
}

export function pointsEarned(input: {
  readonly qualifyingFen: Fen
  readonly rate: number
  readonly bonuses: readonly Bonus[]
  readonly bonusLeftToday: number
}): Earning {
  const base = wholeYuanRoundedDown(input.qualifyingFen)
  const bonusRate = input.bonuses.reduce((sum, bonus) => sum + bonus.rate, 0)
  const plain = Math.floor((base * input.rate) / 100)
  const wanted = Math.floor((base * (input.rate + bonusRate)) / 100) - plain
  const bonusPoints = Math.min(wanted, Math.max(0, input.bonusLeftToday))
  return {
    base,
    rate: input.rate,
    bonuses: input.bonuses,
    points: plain + bonusPoints,
    bonusPoints,
    cutByCap: wanted - bonusPoints,
  }
}
