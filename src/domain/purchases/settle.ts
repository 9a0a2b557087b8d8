/**
 * From a price to what is paid: the tier's discount, then coupons, each off what is left in its scope. The one calculator:
 * the phone's preview, the counter and the till charge by it.
 * Invariants: 0 ≤ paid ≤ price, line by line; price − discount − Σ off = paid; a reduction is capped by what is left in its
 * scope, never refused; the order in which coupons are named changes nothing.
 */
import type { Scope, Stacking, Worth } from '../coupons/offer'
import {
  addFen,
  fen,
  NO_FEN,
  percentOfRoundedDown,
  smallerFen,
  splitByLargestRemainder,
  subtractFen,
  type Fen,
} from '../money/fen'
import type { LineKind } from './purchase'

export interface PricedLine {
  /** What the receipt or the assistant calls it. */
  readonly name: string | null
  /** Coupons take their part off goods alone: a gift card bought with one would be money. */
  readonly kind: LineKind
  readonly quantity: number
  /** For the whole line. */
  readonly priceFen: Fen
}

/** What the calculator needs of a coupon. */
export interface ChosenCoupon {
  readonly couponId: string
  readonly worth: Worth
  readonly scope: Pick<Scope, 'products'>
  readonly stacking: Stacking
}

export interface Settlement {
  readonly priceFen: Fen
  /** 0 when a coupon does not go beside the tier's discount. */
  readonly discountPercent: number
  readonly discountFen: Fen
  /** What the coupons take off together. */
  readonly offFen: Fen
  readonly payFen: Fen
  /** In their turn. One that takes nothing stands here too. */
  readonly coupons: readonly { readonly couponId: string; readonly offFen: Fen }[]
  /** What is paid for each line. */
  readonly paidFen: readonly Fen[]
}

interface OpenLine {
  readonly line: PricedLine
  readonly leftFen: Fen
  /** Pieces that a coupon has made free. */
  readonly freed: number
}

export function settle(
  lines: readonly PricedLine[],
  tierPercent: number,
  coupons: readonly ChosenCoupon[] = [],
): Settlement {
  const priceFen = addFen(...lines.map((line) => line.priceFen))
  const discountPercent = coupons.every(({ stacking }) => stacking.besideDiscount) ? tierPercent : 0
  const discountFen = percentOfRoundedDown(priceFen, discountPercent)
  const discounts = split(
    discountFen,
    lines.map((line) => line.priceFen),
  )
  let open: readonly OpenLine[] = lines.map((line, place) => ({
    line,
    leftFen: subtractFen(line.priceFen, discounts[place] as Fen),
    freed: 0,
  }))
  const taken = [...coupons].sort(byTurn).map((coupon) => {
    const after = taking(coupon, open)
    open = after.open
    return { couponId: coupon.couponId, offFen: after.offFen }
  })
  const offFen = addFen(...taken.map((each) => each.offFen))
  const paidFen = open.map(({ leftFen }) => leftFen)
  const payFen = addFen(...paidFen)
  return { priceFen, discountPercent, discountFen, offFen, payFen, coupons: taken, paidFen }
}

/** By rank, then by id: never by how they were named. */
const byTurn = (a: ChosenCoupon, b: ChosenCoupon): number =>
  a.stacking.rank - b.stacking.rank || (a.couponId < b.couponId ? -1 : 1)

interface Taken {
  readonly open: readonly OpenLine[]
  readonly offFen: Fen
}

function taking({ worth, scope }: ChosenCoupon, open: readonly OpenLine[]): Taken {
  const isIn = ({ line }: OpenLine): boolean =>
    line.kind === 'goods' &&
    (scope.products === undefined || (line.name !== null && scope.products.includes(line.name)))
  if (worth.kind === 'buy-one-get-one') return takingAPiece(open, isIn)
  const leftFen = addFen(...open.filter(isIn).map((each) => each.leftFen))
  const offFen = smallerFen(offOf(worth, leftFen), leftFen)
  const shares = split(
    offFen,
    open.map((each) => (isIn(each) ? each.leftFen : 0)),
  )
  return {
    open: open.map((each, place) => ({ ...each, leftFen: subtractFen(each.leftFen, shares[place] as Fen) })),
    offFen,
  }
}

function offOf(worth: Worth, leftFen: Fen): Fen {
  switch (worth.kind) {
    case 'cash':
      return worth.offFen
    case 'threshold':
      return leftFen >= worth.thresholdFen ? worth.offFen : NO_FEN
    case 'percent': {
      const off = percentOfRoundedDown(leftFen, worth.percentOff)
      return worth.mostFen === null ? off : smallerFen(off, worth.mostFen)
    }
    default:
      return NO_FEN
  }
}

/** Of the lines with a pair that no coupon has used, the one whose piece costs least; the earlier of two alike. */
function takingAPiece(open: readonly OpenLine[], isIn: (line: OpenLine) => boolean): Taken {
  const pieceFen = ({ line, leftFen, freed }: OpenLine): Fen =>
    fen(Math.floor(leftFen / (line.quantity - freed)))
  const hasPair = ({ line, freed }: OpenLine): boolean => line.quantity - 2 * freed >= 2
  const [chosen] = open
    .filter((each) => isIn(each) && hasPair(each) && pieceFen(each) > 0)
    .sort((a, b) => pieceFen(a) - pieceFen(b))
  if (!chosen) return { open, offFen: NO_FEN }
  const offFen = pieceFen(chosen)
  const after = { ...chosen, leftFen: subtractFen(chosen.leftFen, offFen), freed: chosen.freed + 1 }
  return { open: open.map((each) => (each === chosen ? after : each)), offFen }
}

const split = (amount: Fen, weights: readonly number[]): Fen[] =>
  weights.length === 0 ? [] : splitByLargestRemainder(amount, weights)
