/**
 * The seven-field cron of timer triggers: second minute hour day month week year, in UTC+8.
 * Invariant: an expression that was read has an unambiguous meaning; everything else is a CronError that names the field.
 */
export type CronFault = 'fields' | 'value' | 'range' | 'step' | 'never'

export class CronError extends Error {
  constructor(
    readonly fault: CronFault,
    message: string,
  ) {
    super(message)
  }
}

export interface Cron {
  /** The first due instant after `ms`; null, when there is none any more. */
  next(ms: number): number | null
}

interface Field {
  name: string
  min: number
  max: number
  /** The names of `min`, `min + 1` and so on. */
  words?: string[]
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const FIELDS: readonly Field[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'week', min: 0, max: 6, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', min: 1970, max: 2099 },
]
const ZONE_MS = 8 * 3_600_000

export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== FIELDS.length)
    throw new CronError(
      'fields',
      `a timer has seven fields, second minute hour day month week year, not ${parts.length}: ${expression}`,
    )
  const sets = FIELDS.map((field, i) => valuesOf(parts[i] ?? '', field))
  const [seconds, minutes, hours, days, months, weeks, years] = sets as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ]
  const [, , , dayText, , weekText] = parts
  const isDue = dayRule(new Set(days), new Set(weeks), dayText !== '*', weekText !== '*')
  const times = { seconds, minutes, hours }
  const cron: Cron = {
    next: (ms) => {
      // Calendar arithmetic in UTC on an instant that is moved by the zone.
      const from = Math.floor((ms + ZONE_MS) / 1000) * 1000 + 1000
      for (const date of datesFrom(from, months, years)) {
        if (!isDue(date)) continue
        const due = firstTime(times, Math.max(from, date.getTime()), date.getTime())
        if (due !== null) return due - ZONE_MS
      }
      return null
    },
  }
  if (cron.next(Date.UTC(1970, 0, 1) - ZONE_MS - 1000) === null)
    throw new CronError('never', `this timer is never due: ${expression}`)
  return cron
}

function valuesOf(text: string, field: Field): number[] {
  const values = new Set<number>()
  for (const part of text.split(',')) for (const value of rangeOf(part, field)) values.add(value)
  return [...values].sort((a, b) => a - b)
}

/** `*`, `a`, `a-b`, and each of them with `/step`; `a/step` goes on to the end of the field. */
function rangeOf(part: string, field: Field): number[] {
  const [range = '', stepText, ...rest] = part.split('/')
  const [fromText = '', toText, ...more] = range.split('-')
  if (rest.length || more.length) throw wrongValue(part, field)
  const step = stepText === undefined ? 1 : /^\d+$/.test(stepText) ? Number(stepText) : NaN
  if (!(step >= 1))
    throw new CronError('step', `${field.name}: a step is a number of at least 1, not ${part}`)
  const isAll = fromText === '*' && toText === undefined
  const from = isAll ? field.min : numberOf(fromText, part, field)
  const single = stepText === undefined ? from : field.max
  const to = isAll ? field.max : toText === undefined ? single : numberOf(toText, part, field)
  if (from < field.min || to > field.max || from > to)
    throw new CronError(
      'range',
      `${field.name} goes from ${field.min} to ${field.max}: ${part} is outside of it`,
    )
  const values: number[] = []
  for (let value = from; value <= to; value += step) values.push(value)
  return values
}

function numberOf(text: string, part: string, field: Field): number {
  const word = field.words?.indexOf(text.toUpperCase()) ?? -1
  if (word >= 0) return field.min + word
  if (!/^\d{1,4}$/.test(text)) throw wrongValue(part, field)
  return Number(text)
}

const wrongValue = (part: string, field: Field) =>
  new CronError('value', `${field.name}: numbers with , - * / are allowed, not ${part || 'nothing'}`)

/** Day and week both given: one of the two is enough. */
function dayRule(days: Set<number>, weeks: Set<number>, isDayGiven: boolean, isWeekGiven: boolean) {
  return (date: Date): boolean => {
    const isDay = days.has(date.getUTCDate())
    const isWeek = weeks.has(date.getUTCDay())
    return isDayGiven && isWeekGiven ? isDay || isWeek : isDay && isWeek
  }
}

function* datesFrom(from: number, months: number[], years: number[]): Iterable<Date> {
  const first = new Date(from)
  const firstYear = first.getUTCFullYear()
  for (const year of years) {
    if (year < firstYear) continue
    for (const month of months) {
      if (year === firstYear && month < first.getUTCMonth() + 1) continue
      const isFirst = year === firstYear && month === first.getUTCMonth() + 1
      for (let day = isFirst ? first.getUTCDate() : 1; ; day++) {
        const date = new Date(Date.UTC(year, month - 1, day))
        if (date.getUTCMonth() !== month - 1) break
        yield date
      }
    }
  }
}

interface Times {
  seconds: number[]
  minutes: number[]
  hours: number[]
}

function firstTime({ seconds, minutes, hours }: Times, from: number, midnight: number): number | null {
  for (const hour of hours) {
    if (midnight + (hour + 1) * 3_600_000 <= from) continue
    for (const minute of minutes) {
      const start = midnight + hour * 3_600_000 + minute * 60_000
      if (start + 60_000 <= from) continue
      for (const second of seconds) if (start + second * 1000 >= from) return start + second * 1000
    }
  }
  return null
}
