/**
 * Which coupons go together in one order, and which of those that somebody holds save the most.
 * Invariants: what is refused stays refused when more is added; the best combination holds no coupon that takes nothing, and
 * one more coupon to choose from never makes it worse.
 */
import type { BusinessDay } from '../time/business-day'
import { settle, type ChosenCoupon, type PricedLine, type Settlement } from '../purchases/settle'
import { takesOff } from './usable'

export const MOST_COUPONS_OF_AN_ORDER = 4
/** Up to so many the best combination is looked for among all of them. */
const MOST_COMPARED = 12

/** True when the order may have all of these. */
export function goTogether(chosen: readonly ChosenCoupon[]): boolean {
  if (chosen.length > MOST_COUPONS_OF_AN_ORDER || !chosen.every(({ worth }) => takesOff(worth))) return false
  if (chosen.length > 1 && chosen.some(({ stacking }) => stacking.exclusive)) return false
  return chosen.every(({ stacking: { group, mostPerOrder } }) => {
    const sameGroup = chosen.filter(({ stacking }) => stacking.group === group)
    return sameGroup.length <= mostPerOrder
  })
}

/** A coupon to choose from. */
export interface Candidate extends ChosenCoupon {
  readonly validUntil: BusinessDay
}

interface Tried<Coupon> {
  readonly chosen: readonly Coupon[]
  readonly payFen: number
}

/** What saves most; of those that save alike the fewest coupons, then those that end soonest. */
export function bestCombination<Coupon extends Candidate>(
  lines: readonly PricedLine[],
  tierPercent: number,
  candidates: readonly Coupon[],
): readonly Coupon[] {
  const settled = (chosen: readonly Coupon[]): Settlement => settle(lines, tierPercent, chosen)
  const compared = worthComparing(candidates, settled)
  let best: Tried<Coupon> = { chosen: [], payFen: settled([]).payFen }
  const tryFrom = (from: number, chosen: readonly Coupon[]): void => {
    for (let next = from; next < compared.length; next += 1) {
      const more = [...chosen, compared[next] as Coupon]
      if (!goTogether(more)) continue
      const { payFen, coupons } = settled(more)
      if (coupons.every(({ offFen }) => offFen > 0) && isBetter({ chosen: more, payFen }, best))
        best = { chosen: more, payFen }
      tryFrom(next + 1, more)
    }
  }
  tryFrom(0, [])
  return best.chosen
}

const bySoonest = (a: Candidate, b: Candidate): number =>
  a.validUntil === b.validUntil ? (a.couponId < b.couponId ? -1 : 1) : a.validUntil < b.validUntil ? -1 : 1

/** Soonest to end first, each once. Of very many: of one worth as many as an order takes, then those that save most alone. */
function worthComparing<Coupon extends Candidate>(
  candidates: readonly Coupon[],
  settled: (chosen: readonly Coupon[]) => Settlement,
): readonly Coupon[] {
  const able = [...candidates].filter((each) => goTogether([each])).sort(bySoonest)
  if (able.length <= MOST_COMPARED) return able
  const alike = ({ worth, scope, stacking }: Coupon): string => JSON.stringify([worth, scope, stacking])
  const distinct = able.filter(
    (each, place) =>
      able.slice(0, place).filter((earlier) => alike(earlier) === alike(each)).length <
      MOST_COUPONS_OF_AN_ORDER,
  )
  const alone = new Map(distinct.map((each) => [each, settled([each]).payFen]))
  return [...distinct]
    .sort((a, b) => (alone.get(a) ?? 0) - (alone.get(b) ?? 0))
    .slice(0, MOST_COMPARED)
    .sort(bySoonest)
}

function isBetter(one: Tried<Candidate>, other: Tried<Candidate>): boolean {
  if (one.payFen !== other.payFen) return one.payFen < other.payFen
  if (one.chosen.length !== other.chosen.length) return one.chosen.length < other.chosen.length
  return endsOf(one) < endsOf(other)
}

/** The days on which they end, then their ids: both in order, so that two combinations never tie. */
const endsOf = ({ chosen }: Tried<Candidate>): string =>
  [
    ...chosen.map(({ validUntil }) => validUntil).sort(),
    ...chosen.map(({ couponId }) => couponId).sort(),
  ].join(' ')
