/**
 * Pieces as an assistant keys them in, and what is paid for each once the discount is taken off their sum.
 * Invariant: the lines' paid amounts sum to what is paid, and none is negative or above its price.
 */
import { addFen, splitByLargestRemainder, subtractFen, timesFen, type Fen } from '../money/fen'
import type { PurchaseLine } from './purchase'

export interface KeyedLine {
  /** What the assistant calls it; null for an amount alone. */
  readonly name: string | null
  readonly quantity: number
  /** The price of one piece. */
  readonly unitFen: Fen
}

const priceOfLine = ({ unitFen, quantity }: KeyedLine): Fen => timesFen(unitFen, quantity)

export const priceOfLines = (lines: readonly KeyedLine[]): Fen => addFen(...lines.map(priceOfLine))

/** The lines of a purchase: each bears its share of the discount by its price, largest remainders first. */
export function paidLines(
  lines: readonly KeyedLine[],
  discountFen: Fen,
): Omit<PurchaseLine, 'refundedQuantity'>[] {
  const shares = splitByLargestRemainder(discountFen, lines.map(priceOfLine))
  return lines.map((line, place) => ({
    sku: line.name,
    kind: 'goods',
    quantity: line.quantity,
    paidFen: subtractFen(priceOfLine(line), shares[place] as Fen),
  }))
}
