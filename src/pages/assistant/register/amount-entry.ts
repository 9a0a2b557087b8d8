/**
 * What an assistant keys in as a price, key by key. Pure.
 * Invariant: the text is always a prefix of an amount of yuan with at most two decimals and six digits before the point.
 */
import { NO_FEN, type Fen } from '../../../domain/money/fen'
import { parseYuan } from '../../../domain/money/yuan-text'

export const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
export type Key = (typeof DIGITS)[number] | '.' | 'backspace' | 'clear'

/** Why the last key changed nothing. */
export type Limit = 'largest' | 'decimals' | 'noAmount' | 'mostPieces'

export interface AmountEntry {
  readonly text: string
  readonly limit: Limit | null
}

/** ¥999,999.99: one digit more is a slip of the finger. The programme may allow less; the server says so. */
const LARGEST_DIGITS = 6

export const EMPTY_ENTRY: AmountEntry = { text: '', limit: null }

export function pressKey(entry: AmountEntry, key: Key): AmountEntry {
  switch (key) {
    case 'clear':
      return EMPTY_ENTRY
    case 'backspace':
      return entry.text === '' && !entry.limit ? entry : { text: entry.text.slice(0, -1), limit: null }
    case '.':
      return pressPoint(entry)
    default:
      return pressDigit(entry, key)
  }
}

function pressPoint(entry: AmountEntry): AmountEntry {
  if (entry.text.includes('.')) return entry
  return { text: `${entry.text === '' ? '0' : entry.text}.`, limit: null }
}

function pressDigit(entry: AmountEntry, digit: string): AmountEntry {
  const [whole = '', cents] = entry.text.split('.')
  if (cents !== undefined)
    return cents.length === 2 ? { ...entry, limit: 'decimals' } : { text: entry.text + digit, limit: null }
  if (whole === '0') return { text: digit, limit: null }
  return whole.length === LARGEST_DIGITS
    ? { ...entry, limit: 'largest' }
    : { text: whole + digit, limit: null }
}

export const amountOf = (entry: AmountEntry): Fen => parseYuan(entry.text) ?? NO_FEN

/** As somebody would key it in: `38600` → `386`, `38650` → `386.50`. */
export const textOfAmount = (amount: Fen): string =>
  `${Math.floor(amount / 100)}${amount % 100 === 0 ? '' : `.${String(amount % 100).padStart(2, '0')}`}`

/** As it stands on the screen: `¥12,345.` while the decimals are still being keyed in. */
export function entryText(entry: AmountEntry): string {
  const [whole = '', cents] = (entry.text || '0').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? `¥${grouped}` : `¥${grouped}.${cents}`
}
