/** Dates: their parts on the clock of a time zone, and dates from parts and text. UTC where no zone is given. */
import { badRequest } from '../errors'
import { isDate, isFields } from '../values/document'
import { formatDate, parseDate, weeks } from './date-formats'
import { isNothing, namedParts, nameOfType } from './expression-operands'
import type { Compiled, Operator, Operators, Result, Scope } from './expression'
import { instantOf, zoneOffset } from './time-zones'

/** A date whose UTC fields are what the clock of the zone shows. */
export function shownIn(zone: string, date: Date): Date {
  return new Date(date.getTime() + zoneOffset(zone, date.getTime()))
}

export function dateFor(value: Result): Date {
  if (!isDate(value)) throw badRequest(`can't convert from BSON type ${nameOfType(value)} to Date`)
  return value
}

function zoneFor(name: string, value: Result): string {
  if (typeof value !== 'string')
    throw badRequest(`${name}'s timezone must be a string, not ${nameOfType(value)}`)
  return value
}

/** Takes a date, or `{date, timezone}`. */
const part = (name: string, read: (shown: Date) => number): Operator => {
  return (operand, compile) => {
    const single: Result = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
    if (Array.isArray(single)) throw badRequest(`${name} accepts exactly one argument if given an array`)
    const isNamed = isFields(single) && !isDate(single) && 'date' in single
    const parts = isNamed ? namedParts(name, single, ['date'], ['timezone']) : { date: single }
    const [date, zone] = [compile(parts['date']), compile('timezone' in parts ? parts.timezone : 'UTC')]
    return (scope) => {
      const [given, where] = [date(scope), zone(scope)]
      return isNothing(given) || isNothing(where) ? null : read(shownIn(zoneFor(name, where), dateFor(given)))
    }
  }
}

/** Compiles the named parts of an operand; one that is not there is undefined. */
function compiledParts(
  name: string,
  operand: Result,
  required: string[],
  optional: string[],
  compile: (e: Result) => Compiled,
) {
  const given = namedParts(name, operand, required, optional)
  const parts = Object.entries(given).map(([key, expression]) => [key, compile(expression)] as const)
  return (scope: Scope): Record<string, Result> =>
    Object.fromEntries(parts.map(([key, compiled]) => [key, compiled(scope) ?? null]))
}

const dateToString: Operator = (operand, compile) => {
  const parts = compiledParts('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull'], compile)
  return (scope) => {
    const { date, format, timezone = 'UTC', onNull = null } = parts(scope)
    if (isNothing(date)) return onNull
    if (timezone === null || format === null) return null
    if (format !== undefined && typeof format !== 'string')
      throw badRequest(`$dateToString requires that 'format' be a string, found: ${nameOfType(format)}`)
    const zone = zoneFor('$dateToString', timezone)
    const offset = zoneOffset(zone, dateFor(date).getTime())
    return formatDate(
      format ?? (zone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'),
      shownIn(zone, dateFor(date)),
      offset,
    )
  }
}

const dateFromString: Operator = (operand, compile) => {
  const parts = compiledParts(
    '$dateFromString',
    operand,
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
    compile,
  )
  return (scope) => {
    const { dateString, format, timezone = 'UTC', onNull = null, ...others } = parts(scope)
    if (isNothing(dateString)) return onNull
    if (timezone === null || format === null) return null
    try {
      if (typeof dateString !== 'string')
        throw badRequest(
          `$dateFromString requires that 'dateString' be a string, found: ${nameOfType(dateString)}`,
        )
      const zone = zoneFor('$dateFromString', timezone)
      return parseDate(dateString, format as string | undefined, (shown) => instantOf(zone, shown))
    } catch (error) {
      if ('onError' in others) return others['onError']
      throw error
    }
  }
}

const CALENDAR = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']
const WEEKS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'hour', 'minute', 'second', 'millisecond']

const dateFromParts: Operator = (operand, compile) => {
  const byWeek = isFields(operand) && 'isoWeekYear' in operand
  const [first = '', ...rest] = byWeek ? WEEKS : CALENDAR
  const parts = compiledParts('$dateFromParts', operand, [first], [...rest, 'timezone'], compile)
  return (scope) => {
    const { timezone = 'UTC', ...given } = parts(scope)
    if (timezone === null || Object.values(given).some(isNothing)) return null
    const field = (name: string, otherwise: number): number => {
      const value = given[name] ?? otherwise
      if (!Number.isInteger(value))
        throw badRequest(
          `'${name}' must evaluate to an integer, found ${nameOfType(value)} with value ${JSON.stringify(value)}`,
        )
      return value as number
    }
    const clock = [field('hour', 0), field('minute', 0), field('second', 0), field('millisecond', 0)] as const
    const day = byWeek
      ? weeks.dayOf(field('isoWeekYear', 1970), field('isoWeek', 1), field('isoDayOfWeek', 1))
      : Date.UTC(2000, field('month', 1) - 1, field('day', 1)) +
        yearShift(field('year', 1970), field('month', 1), field('day', 1))
    const [hour, minute, second, millisecond] = clock
    const shown = day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    return new Date(instantOf(zoneFor('$dateFromParts', timezone), shown))
  }
}

/** `Date.UTC` takes years below 100 for those of the last century. */
function yearShift(year: number, month: number, day: number): number {
  const exact = new Date(Date.UTC(2000, 0, 1))
  exact.setUTCFullYear(year, month - 1, day)
  return exact.getTime() - Date.UTC(2000, month - 1, day)
}

export const DATES: Operators = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToString: dateToString,
  $dayOfMonth: part('$dayOfMonth', (date) => date.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (date) => date.getUTCDay() + 1),
  $dayOfYear: part('$dayOfYear', weeks.dayOfYear),
  $hour: part('$hour', (date) => date.getUTCHours()),
  $isoDayOfWeek: part('$isoDayOfWeek', (date) => date.getUTCDay() || 7),
  $isoWeek: part('$isoWeek', (date) => weeks.iso(date).week),
  $isoWeekYear: part('$isoWeekYear', (date) => weeks.iso(date).year),
  $millisecond: part('$millisecond', (date) => date.getUTCMilliseconds()),
  $minute: part('$minute', (date) => date.getUTCMinutes()),
  $month: part('$month', (date) => date.getUTCMonth() + 1),
  $second: part('$second', (date) => date.getUTCSeconds()),
  $week: part('$week', weeks.fromSunday),
  $year: part('$year', (date) => date.getUTCFullYear()),
}
