/** The format specifiers of dates, and the counting of weeks. All on the UTC fields of the date that is given. */
import { badRequest } from '../errors'

const DAY = 86_400_000

const startOfYear = (year: number): number => {
  const start = new Date(0)
  start.setUTCFullYear(year, 0, 1)
  return start.getTime()
}
const dayNumber = (date: Date): number =>
  Math.floor((date.getTime() - startOfYear(date.getUTCFullYear())) / DAY)

export const weeks = {
  dayOfYear: (date: Date): number => dayNumber(date) + 1,
  /** 0 to 53; week 1 begins with the first Sunday. */
  fromSunday: (date: Date): number => Math.floor((dayNumber(date) + 7 - date.getUTCDay()) / 7),
  /** 1 to 53; a week belongs to the year of its Thursday. */
  iso: (date: Date): { year: number; week: number } => {
    const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
    return { year: thursday.getUTCFullYear(), week: Math.floor(dayNumber(thursday) / 7) + 1 }
  },
  dayOf: (year: number, week: number, day: number): number => {
    const fourth = new Date(startOfYear(year) + 3 * DAY)
    const monday = fourth.getTime() - ((fourth.getUTCDay() || 7) - 1) * DAY
    return monday + ((week - 1) * 7 + day - 1) * DAY
  },
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

const SPECIFIERS: Readonly<Record<string, (date: Date, offset: number) => string>> = {
  '%': () => '%',
  d: (date) => padded(date.getUTCDate(), 2),
  G: (date) => padded(weeks.iso(date).year, 4),
  H: (date) => padded(date.getUTCHours(), 2),
  j: (date) => padded(weeks.dayOfYear(date), 3),
  L: (date) => padded(date.getUTCMilliseconds(), 3),
  m: (date) => padded(date.getUTCMonth() + 1, 2),
  M: (date) => padded(date.getUTCMinutes(), 2),
  S: (date) => padded(date.getUTCSeconds(), 2),
  u: (date) => String(date.getUTCDay() || 7),
  U: (date) => padded(weeks.fromSunday(date), 2),
  V: (date) => padded(weeks.iso(date).week, 2),
  w: (date) => String(date.getUTCDay() + 1),
  Y: (date) => padded(date.getUTCFullYear(), 4),
  z: (_date, offset) => {
    const minutes = Math.abs(offset) / 60_000
    return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`
  },
  Z: (_date, offset) => `${offset < 0 ? '-' : '+'}${padded(Math.abs(offset) / 60_000, 3)}`,
}

export function formatDate(format: string, shown: Date, offset: number): string {
  return format.replace(/%(.?)/gs, (_all, letter: string) => {
    const write = SPECIFIERS[letter]
    if (!write) throw badRequest(`Invalid format character '%${letter}' in format string`)
    return write(shown, offset)
  })
}

/** What a specifier reads: digits, or an offset. */
const READABLE: Readonly<Record<string, string>> = {
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  j: '(?<j>\\d{1,3})',
  L: '(?<L>\\d{1,3})',
  m: '(?<m>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  Y: '(?<Y>\\d{4})',
  G: '(?<G>\\d{4})',
  V: '(?<V>\\d{1,2})',
  u: '(?<u>[1-7])',
  z: '(?<z>Z|[+-]\\d\\d:?(?:\\d\\d)?)',
  '%': '%',
}
const ISO =
  /^(?<Y>\d{4})-(?<m>\d\d?)-(?<d>\d\d?)(?:[T ](?<H>\d\d?):(?<M>\d\d)(?::(?<S>\d\d)(?:\.(?<L>\d{1,9}))?)?)?\s*(?<z>Z|[+-]\d\d:?(?:\d\d)?)?$/

/** `place` makes an instant of what a clock showed; an offset in the text itself goes before it. */
export function parseDate(text: string, format: string | undefined, place: (shown: number) => number): Date {
  const found = (format === undefined ? ISO : patternOf(format)).exec(text)?.groups
  if (!found) throw badRequest(`Error parsing date string '${text}'`)
  const { Y, m = '1', d = '1', j, G, V = '1', u = '1', H = '0', M = '0', S = '0', L = '0', z } = found
  const day = G
    ? weeks.dayOf(Number(G), Number(V), Number(u))
    : startOfYear(Number(Y ?? 1970)) +
      (j ? (Number(j) - 1) * DAY : monthsInto(Number(Y ?? 1970), Number(m), Number(d), text))
  const clock = ((Number(H) * 60 + Number(M)) * 60 + Number(S)) * 1000 + Number(L.slice(0, 3).padEnd(3, '0'))
  if (Number(H) > 23 || Number(M) > 59 || Number(S) > 59)
    throw badRequest(`Error parsing date string '${text}'`)
  return new Date(z ? day + clock - offsetOf(z) : place(day + clock))
}

function monthsInto(year: number, month: number, day: number, text: string): number {
  const date = new Date(startOfYear(year))
  date.setUTCMonth(month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    throw badRequest(`Error parsing date string '${text}'; the parsed date was invalid`)
  return date.getTime() - startOfYear(year)
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const digits = text.slice(1).replace(':', '').padEnd(4, '0')
  return (
    (text.startsWith('-') ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
  )
}

function patternOf(format: string): RegExp {
  const source = format.replace(/%(.?)|[.*+?^${}()|[\]\\]/gs, (all, letter: string | undefined) => {
    if (letter === undefined) return `\\${all}`
    const read = READABLE[letter]
    if (!read) throw badRequest(`Invalid format character '%${letter}' in format string`)
    return read
  })
  return new RegExp(`^${source}$`)
}
