/**
 * Which coupons the purchase being keyed in takes, and what each of the others would change. Pure.
 * Invariants: until a ticket is touched the choice is what saves most; what is sent takes something off, each of it.
 */
import { bestCombination, goTogether, type Candidate } from '../../../domain/coupons/combine'
import { takesOff } from '../../../domain/coupons/usable'
import { fen, NO_FEN, type Fen } from '../../../domain/money/fen'
import { settle, type ChosenCoupon, type PricedLine, type Settlement } from '../../../domain/purchases/settle'

/** Ids that the assistant chose; null: whatever saves most. */
export type Touched = readonly string[] | null

/** What a ticket says of the price as it is keyed in; null where nothing is keyed in. */
export type Says =
  | { readonly kind: 'saves'; readonly offFen: Fen }
  /** So much more has to be bought. */
  | { readonly kind: 'short'; readonly missingFen: Fen }
  | { readonly kind: 'apart' | 'no-pair' | 'no-product' | 'nothing-left' | 'no-gain' }

export interface TicketStand {
  readonly isOn: boolean
  readonly says: Says | null
}

export interface CouponChoice<Coupon extends Candidate> {
  /** Those that take something off. */
  readonly taken: readonly Coupon[]
  readonly stands: ReadonlyMap<string, TicketStand>
  /** Another choice would save more. */
  readonly isDearer: boolean
}

export interface Order {
  readonly lines: readonly PricedLine[]
  readonly tierPercent: number
}

export function couponChoice<Coupon extends Candidate>(
  order: Order,
  coupons: readonly Coupon[],
  touched: Touched,
): CouponChoice<Coupon> {
  const able = coupons.filter(({ worth }) => takesOff(worth))
  const best = bestCombination(order.lines, order.tierPercent, able)
  const on = touched ? able.filter(({ couponId }) => touched.includes(couponId)) : best
  const taken = thatTake(order, on)
  const settled = settledWith(order, taken)
  const hasPrice = settled.priceFen > 0
  const standOf = (coupon: Coupon): TicketStand => {
    const isOn = on.includes(coupon)
    return { isOn, says: hasPrice ? saysOf(order, coupon, { isOn, taken, on, settled }) : null }
  }
  return {
    taken,
    stands: new Map(able.map((coupon) => [coupon.couponId, standOf(coupon)])),
    isDearer: settledWith(order, best).payFen < settled.payFen,
  }
}

/** The choice after a touch of a ticket: put away, put beside the others, or in place of those that do not go with it. */
export function touching<Coupon extends Candidate>(
  order: Order,
  coupons: readonly Coupon[],
  touched: Touched,
  couponId: string,
): readonly string[] {
  const on =
    touched ??
    bestCombination(
      order.lines,
      order.tierPercent,
      coupons.filter(({ worth }) => takesOff(worth)),
    ).map((each) => each.couponId)
  if (on.includes(couponId)) return on.filter((id) => id !== couponId)
  const chosen = coupons.filter((each) => on.includes(each.couponId))
  const offOf = (coupon: Coupon): Fen => alone(order, coupon)
  return coupons
    .filter((each) => each.couponId === couponId)
    .concat([...chosen].sort((a, b) => offOf(b) - offOf(a)))
    .reduce<readonly Coupon[]>((kept, each) => (goTogether([...kept, each]) ? [...kept, each] : kept), [])
    .map((each) => each.couponId)
}

const settledWith = ({ lines, tierPercent }: Order, chosen: readonly ChosenCoupon[]): Settlement =>
  settle(lines, tierPercent, chosen)

const alone = (order: Order, coupon: ChosenCoupon): Fen => settledWith(order, [coupon]).offFen

/** Without those that take nothing: one of them alone could cost the tier's discount. */
function thatTake<Coupon extends Candidate>(order: Order, on: readonly Coupon[]): readonly Coupon[] {
  const { coupons } = settledWith(order, on)
  const taking = on.filter(({ couponId }) => offOf(coupons, couponId) > 0)
  return taking.length === on.length ? on : thatTake(order, taking)
}

const offOf = (coupons: Settlement['coupons'], couponId: string): Fen =>
  coupons.find((each) => each.couponId === couponId)?.offFen ?? NO_FEN

interface Chosen {
  readonly isOn: boolean
  readonly on: readonly Candidate[]
  readonly taken: readonly Candidate[]
  readonly settled: Settlement
}

function saysOf(order: Order, coupon: Candidate, { isOn, on, taken, settled }: Chosen): Says {
  const taking = offOf(settled.coupons, coupon.couponId)
  if (taking > 0) return { kind: 'saves', offFen: taking }
  const others = on.filter(({ couponId }) => couponId !== coupon.couponId)
  if (!isOn && !goTogether([...others, coupon])) return { kind: 'apart' }
  const withIt = settledWith(order, [...taken, coupon])
  if (offOf(withIt.coupons, coupon.couponId) === NO_FEN) return whyNothing(order, coupon, taken)
  const savedFen = settled.payFen - withIt.payFen
  return savedFen > 0 ? { kind: 'saves', offFen: fen(savedFen) } : { kind: 'no-gain' }
}

function whyNothing(order: Order, coupon: Candidate, taken: readonly Candidate[]): Says {
  const { worth, scope } = coupon
  const isIn = ({ name }: PricedLine): boolean =>
    scope.products === undefined || (name !== null && scope.products.includes(name))
  if (!order.lines.some(isIn)) return { kind: 'no-product' }
  if (worth.kind === 'buy-one-get-one') return { kind: 'no-pair' }
  const missingFen = worth.kind === 'threshold' ? missingOf(order, coupon, taken) : null
  return missingFen === null ? { kind: 'nothing-left' } : { kind: 'short', missingFen }
}

const MOST_DOUBLINGS = 12

/** The least that has to be bought more for a coupon to take something off, discounts before it counted in. */
function missingOf(order: Order, coupon: Candidate, taken: readonly Candidate[]): Fen | null {
  const takes = (moreFen: number): boolean => {
    const more: PricedLine = {
      name: coupon.scope.products?.[0] ?? null,
      kind: 'goods',
      quantity: 1,
      priceFen: fen(moreFen),
    }
    const { coupons } = settledWith({ ...order, lines: [...order.lines, more] }, [...taken, coupon])
    return offOf(coupons, coupon.couponId) > 0
  }
  let [less, enough] = [0, 10_000]
  for (let doublings = 0; !takes(enough); doublings += 1) {
    if (doublings === MOST_DOUBLINGS) return null
    ;[less, enough] = [enough, enough * 2]
  }
  while (enough - less > 1) {
    const between = Math.floor((less + enough) / 2)
    if (takes(between)) enough = between
    else less = between
  }
  return fen(enough)
}
