/** How an amount of fen is written for people and read from what they type. Invariant: no floating point on the way. */
import { fen, NO_FEN, subtractFen, type Fen } from './fen'

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `1234500` → `12,345.00`; a minus sign stays in front. */
export function yuanDigits(amount: Fen): string {
  const size = Math.abs(amount)
  const cents = String(size % 100).padStart(2, '0')
  return `${amount < 0 ? '−' : ''}${grouped(String(Math.floor(size / 100)))}.${cents}`
}

/** `1248000` → `¥12,480.00`, a refund as `−¥12.50`. */
export function yuanText(amount: Fen): string {
  return amount < 0 ? `−¥${yuanDigits(subtractFen(NO_FEN, amount))}` : `¥${yuanDigits(amount)}`
}

/** `1248000` → `¥12,480`; the fen are shown only when there are any. */
export const shortYuanText = (amount: Fen): string => yuanText(amount).replace(/\.00$/, '')

/** Reads `386`, `386.5` or `386.50`; null when it is not an amount of yuan with at most two decimals. */
export function parseYuan(text: string): Fen | null {
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(text.trim())
  if (!match) return null
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')))
}

/** `1234567` → `1,234,567`: points and other counts. */
export const countText = (count: number): string =>
  `${count < 0 ? '−' : ''}${grouped(String(Math.abs(count)))}`
