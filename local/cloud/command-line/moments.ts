/** Instants and spans as people write them. */
import { wrongUse } from './refusal'

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** Milliseconds, `2027-01-31` (midnight at UTC+8), or an instant with its zone. */
export function instantOf(text: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+08:00` : text
  const ms = /^-?\d+$/.test(text) ? Number(text) : Date.parse(day)
  if (Number.isFinite(ms)) return ms
  throw wrongUse(
    `--set is a day (2027-01-31), an instant (2027-01-31T08:00:00+08:00) or milliseconds, not ${text}`,
  )
}

/** `1d12h`, `-30m`, `500ms`. */
export function spanOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1
  const parts = [...text.replace(/^[+-]/, '').matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.replace(/^[+-]/, ''))
    throw wrongUse(`--shift is a span such as 90m, 1d12h or -2w, not ${text}`)
  return sign * parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0)
}
