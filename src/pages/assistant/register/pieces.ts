/**
 * What an assistant keys in for one purchase: an amount, or several pieces one after another. Pure.
 * Invariant: an amount alone needs no step but its digits; what stands in the entry always counts as the last piece.
 */
import { LONGEST_PIECE_NAME, MOST_PIECE_LINES } from '../../../contract/views'
import { NO_FEN, timesFen, type Fen } from '../../../domain/money/fen'
import { priceOfLines, type KeyedLine } from '../../../domain/purchases/keyed-lines'
import { amountOf, EMPTY_ENTRY, pressKey, textOfAmount, type AmountEntry, type Key } from './amount-entry'

export interface Piece extends KeyedLine {
  /** Tells it from the others while they come and go. */
  readonly id: number
}

export interface KeyedOrder {
  readonly entry: AmountEntry
  /** Oldest first. */
  readonly pieces: readonly Piece[]
}

export type OrderStep =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'add' }
  | { readonly kind: 'change'; readonly piece: Piece }
  | { readonly kind: 'remove'; readonly id: number }

export const EMPTY_ORDER: KeyedOrder = { entry: EMPTY_ENTRY, pieces: [] }

export function stepOrder(order: KeyedOrder, step: OrderStep): KeyedOrder {
  const { entry, pieces } = order
  switch (step.kind) {
    case 'key':
      return step.key === 'backspace' && entry.text === ''
        ? lastPieceBack(order)
        : { ...order, entry: pressKey(entry, step.key) }
    case 'add':
      return added(order)
    case 'change':
      return { ...order, pieces: pieces.map((each) => (each.id === step.piece.id ? step.piece : each)) }
    case 'remove':
      return { ...order, pieces: pieces.filter(({ id }) => id !== step.id) }
  }
}

function added({ entry, pieces }: KeyedOrder): KeyedOrder {
  const unitFen = amountOf(entry)
  if (unitFen === NO_FEN) return { entry: { ...entry, limit: 'noAmount' }, pieces }
  // One line is kept for what is keyed in next.
  if (pieces.length + 1 >= MOST_PIECE_LINES) return { entry: { ...entry, limit: 'mostPieces' }, pieces }
  const id = (pieces[pieces.length - 1]?.id ?? 0) + 1
  return { entry: EMPTY_ENTRY, pieces: [...pieces, { id, name: null, quantity: 1, unitFen }] }
}

/** What was just added can be keyed again; a piece that was named or counted is taken away by its own button only. */
function lastPieceBack(order: KeyedOrder): KeyedOrder {
  const { entry, pieces } = order
  const last = pieces[pieces.length - 1]
  if (last?.quantity !== 1 || last.name !== null) return { ...order, entry: pressKey(entry, 'backspace') }
  return { entry: { text: textOfAmount(last.unitFen), limit: null }, pieces: pieces.slice(0, -1) }
}

/** The lines of the purchase, the amount that stands in the entry last. */
export function linesOf({ entry, pieces }: KeyedOrder): KeyedLine[] {
  const unitFen = amountOf(entry)
  const added = pieces.map(({ name, quantity, unitFen: each }) => ({ name, quantity, unitFen: each }))
  return unitFen === NO_FEN ? added : [...added, { name: null, quantity: 1, unitFen }]
}

export const priceOf = (order: KeyedOrder): Fen => priceOfLines(linesOf(order))

export const countOf = (order: KeyedOrder): number =>
  linesOf(order).reduce((sum, { quantity }) => sum + quantity, 0)

export const priceOfPiece = ({ unitFen, quantity }: Piece): Fen => timesFen(unitFen, quantity)

/** What was typed as a name: one line of what can be read, cut where a letter ends; null when nothing is left. */
export function pieceName(typed: string): string | null {
  const readable = typed.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim()
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(readable)) return null
  return Array.from(readable)
    .reduce((name, letter) => (name.length + letter.length > LONGEST_PIECE_NAME ? name : name + letter), '')
    .trim()
}
