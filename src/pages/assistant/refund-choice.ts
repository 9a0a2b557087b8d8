/**
 * Which lines of a purchase come back, and what that pays out. Pure; the server's figure is the one that counts.
 * Invariant: a quantity is never above what is left of its line.
 */
import type { PurchaseLineView, PurchaseView, RefundReason } from '../../contract/views'
import { addFen, fen, type Fen } from '../../domain/money/fen'
import { pointsToTakeBack, refundFenOfLine } from '../../domain/refunds/refund'

export interface RefundChoice {
  /** By line number; a line that is not there stays. */
  readonly quantities: Readonly<Record<number, number>>
  readonly reason: RefundReason | null
}

export type RefundStep =
  | { readonly kind: 'quantity'; readonly line: PurchaseLineView; readonly by: 1 | -1 }
  | { readonly kind: 'all'; readonly lines: readonly PurchaseLineView[] }
  | { readonly kind: 'reason'; readonly reason: RefundReason }

/** Reasons to choose from; the undo of a registration has its own way. */
export const CHOOSABLE_REASONS = [
  'returned',
  'exchanged',
  'quality',
  'price',
] as const satisfies readonly RefundReason[]

/** A purchase of a single piece is what comes back: nothing to choose. */
export function firstChoice(lines: readonly PurchaseLineView[]): RefundChoice {
  const left = lines.filter((line) => line.quantityLeft > 0)
  const [only] = left
  return { quantities: left.length === 1 && only?.quantityLeft === 1 ? { [only.line]: 1 } : {}, reason: null }
}

export function choose(choice: RefundChoice, step: RefundStep): RefundChoice {
  switch (step.kind) {
    case 'reason':
      return { ...choice, reason: step.reason }
    case 'all':
      return {
        ...choice,
        quantities: Object.fromEntries(step.lines.map((line) => [line.line, line.quantityLeft])),
      }
    case 'quantity': {
      const wanted = quantityOf(choice, step.line) + step.by
      const quantity = Math.max(0, Math.min(step.line.quantityLeft, wanted))
      return { ...choice, quantities: { ...choice.quantities, [step.line.line]: quantity } }
    }
  }
}

export const quantityOf = (choice: RefundChoice, line: PurchaseLineView): number =>
  Math.min(choice.quantities[line.line] ?? 0, line.quantityLeft)

export interface RefundFigures {
  readonly lines: readonly { readonly line: number; readonly quantity: number }[]
  readonly refundFen: Fen
  readonly points: number
}

export function refundFigures(purchase: PurchaseView, choice: RefundChoice): RefundFigures {
  const chosen = purchase.lines.filter((line) => quantityOf(choice, line) > 0)
  const refundFen = addFen(...chosen.map((line) => refundOf(line, quantityOf(choice, line))))
  return {
    lines: chosen.map((line) => ({ line: line.line, quantity: quantityOf(choice, line) })),
    refundFen,
    points: pointsToTakeBack({
      points: purchase.points,
      paidFen: fen(purchase.paidFen),
      refundedFenBefore: fen(purchase.refundedFen),
      refundFen,
    }),
  }
}

/** Nothing of the purchase stays: its coupons come back with it. */
export const isEverythingLeft = (
  { lines }: Pick<PurchaseView, 'lines'>,
  chosen: Pick<RefundFigures, 'lines'>,
): boolean =>
  lines.every(
    ({ line, quantityLeft }) =>
      quantityLeft === (chosen.lines.find((each) => each.line === line)?.quantity ?? 0),
  )

const refundOf = ({ paidFen, quantity, quantityLeft }: PurchaseLineView, chosen: number): Fen =>
  refundFenOfLine({ paidFen: fen(paidFen), quantity, quantityLeft }, chosen)

/** All that is left of a purchase: the undo of a registration. */
export const everythingLeft = (purchase: PurchaseView): RefundFigures =>
  refundFigures(purchase, choose({ quantities: {}, reason: null }, { kind: 'all', lines: purchase.lines }))
