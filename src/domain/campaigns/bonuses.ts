/**
 * What open campaigns add to one order: which of them count, how much each gives, and what cut it. Preview and booking ask
 * this one function. Invariants: the points of all sum to floor(base × (rate + Σ bonus rates) / 100) less what the tier alone
 * gives, less what was cut; no cap is passed; a best-of group and the choice beside an exclusive one favour the member.
 */
import type { BonusCap, OpenBonus, OpenBonuses } from './campaign'

interface BonusCut {
  readonly by: BonusCap
  readonly points: number
}

/** What one campaign gave, as an entry keeps it. */
export interface Bonus {
  readonly rule: string
  readonly name: string
  readonly english?: { readonly name: string }
  /** In hundredths: double points = 100. */
  readonly rate: number
  readonly points: number
  /** Absent: nothing was cut. */
  readonly cuts?: readonly BonusCut[]
}

interface Earner {
  /** Whole yuan. */
  readonly base: number
  /** The tier's, in hundredths. */
  readonly rate: number
}

/** Those that give something, or would have. */
export function bonusesOn(earner: Earner, { bonuses, leftToday }: OpenBonuses): Bonus[] {
  const ways = waysTogether(earner, bonuses).map((way) => given(earner, way, leftToday))
  const best = ways.reduce((a, b) => (pointsOf(b) > pointsOf(a) ? b : a))
  return best.filter(({ points, cuts }) => points > 0 || cuts)
}

/** Everything that goes together, the best of each best-of group; or one exclusive campaign alone. */
function waysTogether(earner: Earner, open: readonly OpenBonus[]): OpenBonus[][] {
  const alone = (bonus: OpenBonus): number => pointsOf(given(earner, [bonus], Infinity))
  const isBest = (bonus: OpenBonus): boolean => {
    const group = open.filter((each) => each.group === bonus.group)
    return bonus === group.reduce((a, b) => (alone(b) > alone(a) ? b : a))
  }
  const together = open.filter(
    (bonus) => bonus.stacking === 'add' || (bonus.stacking === 'best' && isBest(bonus)),
  )
  return [together, ...open.filter(({ stacking }) => stacking === 'exclusive').map((bonus) => [bonus])]
}

/** In their turn: what rounding leaves goes to the later one, so that all together are the rule's one floor. */
function given({ base, rate }: Earner, bonuses: readonly OpenBonus[], leftToday: number): Bonus[] {
  let [rates, left] = [rate, Math.max(0, leftToday)]
  return bonuses.map(({ rule, name, english, rate: more, most }) => {
    const before = Math.floor((base * rates) / 100)
    rates += more
    const wanted = Math.floor((base * rates) / 100) - before
    const allowed = Math.min(wanted, most?.points ?? Infinity)
    const points = Math.min(allowed, left)
    left -= points
    const cuts: BonusCut[] = [
      ...(most && allowed < wanted ? [{ by: most.by, points: wanted - allowed }] : []),
      ...(points < allowed ? [{ by: 'mall-day' as const, points: allowed - points }] : []),
    ]
    return { rule, name, ...(english && { english }), rate: more, points, ...(cuts.length > 0 && { cuts }) }
  })
}

const pointsOf = (bonuses: readonly Bonus[]): number => bonuses.reduce((sum, { points }) => sum + points, 0)

/** What caps cut off one of them. */
export const cutOf = ({ cuts = [] }: Pick<Bonus, 'cuts'>): number =>
  cuts.reduce((sum, { points }) => sum + points, 0)
