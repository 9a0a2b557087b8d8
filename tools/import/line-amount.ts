/**
 * What a line of a sales file comes to: unit price in yuan × quantity, in fen.
 * Invariant: exact whenever the product is a whole number of fen; otherwise the line, never the unit price, is rounded.
 */
export interface LineAmount {
  readonly fen: number
  /** True when the product had a fraction of a fen: half a fen goes up. */
  readonly rounded: boolean
}

const PRICE = /^(\d{1,9})(?:\.(\d{1,6}))?$/

/** Null when the text is no price. */
export function lineAmount(price: string, quantity: number): LineAmount | null {
  const match = PRICE.exec(price)
  if (!match) return null
  const decimals = match[2] ?? ''
  const unit = Number(match[1] + decimals)
  if (decimals.length <= 2) {
    const fen = unit * quantity * (decimals.length === 2 ? 1 : decimals.length === 1 ? 10 : 100)
    return Number.isSafeInteger(fen) ? { fen, rounded: false } : null
  }
  const exact = BigInt(unit) * BigInt(quantity)
  const scale = 10n ** BigInt(decimals.length - 2)
  const fen = Number((exact + scale / 2n) / scale)
  return Number.isSafeInteger(fen) ? { fen, rounded: exact % scale !== 0n } : null
}
