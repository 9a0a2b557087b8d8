/**
 * Money is a whole number of fen (1/100 yuan). Nothing else in the project adds, splits or rounds money.
 * Invariant: a `Fen` is a safe integer; a split always sums to what was split.
 */
declare const fenBrand: unique symbol
export type Fen = number & { readonly [fenBrand]: true }

/** Marks a whole number as fen. @throws when it is not a safe integer: a broken invariant, never a user's mistake. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`not a whole number of fen: ${amount}`)
  return amount as Fen
}

export const NO_FEN = fen(0)

export const addFen = (...amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce<number>((sum, each) => sum + each, 0))
export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)
export const timesFen = (unit: Fen, quantity: number): Fen => fen(unit * quantity)
export const smallerFen = (a: Fen, b: Fen): Fen => (a < b ? a : b)

/** `percent` of an amount; a broken fen is dropped. */
export const percentOfRoundedDown = (amount: Fen, percent: number): Fen =>
  fen(Math.floor((amount * percent) / 100))

/** Whole yuan in an amount; the fen are dropped. The base of points. */
export const wholeYuanRoundedDown = (amount: Fen): number => Math.floor(amount / 100)

/** `part / whole` of a number, rounded down, exact for any size. @throws when `whole` is not positive. */
export function shareRoundedDown(amount: number, part: number, whole: number): number {
  if (whole <= 0) throw new Error(`share of nothing: ${part}/${whole}`)
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole))
}

/**
 * Splits an amount by weights, largest remainder first (ties: the earlier part). The parts sum to the amount.
 * Weights are whole and not negative; when all are zero the first part takes everything. A negative amount is split alike.
 */
export function splitByLargestRemainder(amount: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) throw new Error('a split needs a part')
  if (amount < 0)
    return splitByLargestRemainder(subtractFen(NO_FEN, amount), weights).map((part) =>
      subtractFen(NO_FEN, part),
    )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, index) => (index === 0 ? amount : NO_FEN))
  const parts = weights.map((weight, index) => {
    const exact = BigInt(amount) * BigInt(weight)
    return { index, floor: Number(exact / BigInt(whole)), remainder: Number(exact % BigInt(whole)) }
  })
  let missing = amount - parts.reduce((sum, part) => sum + part.floor, 0)
  const byRemainder = [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const part of byRemainder) {
    if (missing === 0) break
    part.floor += 1
    missing -= 1
  }
  return parts.map((part) => fen(part.floor))
}
