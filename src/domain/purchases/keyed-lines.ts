/**
 * Pieces as an assistant keys them in, and what is paid for each once everything is taken off.
 * Invariant: the lines' paid amounts sum to what is paid, and none is negative or above its price.
 */
import { addFen, timesFen, type Fen } from '../money/fen'
import type { PurchaseLine } from './purchase'
import type { PricedLine, Settlement } from './settle'

export interface KeyedLine {
  /** What the assistant calls it; null for an amount alone. */
  readonly name: string | null
  readonly quantity: number
  /** The price of one piece. */
  readonly unitFen: Fen
}

const priceOfLine = ({ unitFen, quantity }: KeyedLine): Fen => timesFen(unitFen, quantity)

export const priceOfLines = (lines: readonly KeyedLine[]): Fen => addFen(...lines.map(priceOfLine))

/** As they go into the calculator. */
export const pricedLines = (lines: readonly KeyedLine[]): PricedLine[] =>
  lines.map((line) => ({
    name: line.name,
    kind: 'goods',
    quantity: line.quantity,
    priceFen: priceOfLine(line),
  }))

/** The lines of a purchase from what was settled for them. */
export const paidLines = (
  lines: readonly PricedLine[],
  settlement: Pick<Settlement, 'paidFen'>,
): Omit<PurchaseLine, 'refundedQuantity'>[] =>
  lines.map(({ name, kind, quantity }, place) => ({
    sku: name,
    kind,
    quantity,
    paidFen: settlement.paidFen[place] as Fen,
  }))
