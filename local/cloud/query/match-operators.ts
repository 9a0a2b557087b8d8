/**
 * The operators on values of a query. Invariant: an array meets a condition when one of its elements does or when it
 * does as a whole; a comparison never crosses types; null stands for a missing field too.
 */
import { badRequest, notImplemented } from '../errors'
import { compareValues, isRegExp, typeClass } from '../values/compare'
import type { Value } from '../values/document'
import type { Leaf } from '../values/leaves'
import { regularExpression } from './regular-expressions'

type LeavesTest = (leaves: Leaf[]) => boolean

export function onEach(test: (value: Leaf) => boolean): LeavesTest {
  return (leaves) =>
    leaves.some((leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some((item) => test(item))))
}

export function equality(wanted: Value | undefined): LeavesTest {
  return onEach((value) => compareValues(value, wanted) === 0)
}

export function comparison(name: '$gt' | '$gte' | '$lt' | '$lte', operand: Value | undefined): LeavesTest {
  if (isRegExp(operand)) throw badRequest(`Can't have RegEx as arg to predicate over field with ${name}`)
  const type = typeClass(operand)
  const isNotANumber = Number.isNaN(operand)
  const orEqual = name.endsWith('e')
  const sign = name.startsWith('$g') ? 1 : -1
  return onEach((value) => {
    if (typeClass(value) !== type) return false
    if (isNotANumber || Number.isNaN(value)) return orEqual && isNotANumber && Number.isNaN(value)
    const compared = compareValues(value, operand)
    return compared === 0 ? orEqual : Math.sign(compared) === sign
  })
}

export function patternTest(operand: Value | undefined, options?: Value): LeavesTest {
  const pattern = patternOf(operand, options)
  return onEach((value) => typeof value === 'string' && pattern.test(value))
}

function patternOf(operand: Value | undefined, options: Value | undefined): RegExp {
  if (isRegExp(operand)) return operand
  if (typeof operand !== 'string') throw badRequest('$regex has to be a string')
  const flags = options ?? ''
  if (typeof flags !== 'string') throw badRequest('$options has to be a string')
  if (/[^imsx]/.test(flags)) throw badRequest(`invalid flag in regex options: ${flags}`)
  return regularExpression(operand, flags)
}

export function sizeTest(operand: Value | undefined): LeavesTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand))
    throw badRequest('Failed to parse $size. Expected an integer')
  if (operand < 0)
    throw badRequest(`Failed to parse $size. Expected a non-negative number in: $size: ${operand}`)
  return (leaves) => leaves.some((leaf) => Array.isArray(leaf) && leaf.length === operand)
}

export function modTest(operand: Value | undefined): LeavesTest {
  if (!Array.isArray(operand)) throw badRequest('malformed mod, needs to be an array')
  if (operand.length < 2) throw badRequest('malformed mod, not enough elements')
  if (operand.length > 2) throw badRequest('malformed mod, too many elements')
  const [divisor, remainder] = operand.map((item) => (typeof item === 'number' ? Math.trunc(item) : NaN))
  if (Number.isNaN(divisor) || divisor === undefined) throw badRequest('malformed mod, divisor not a number')
  if (Number.isNaN(remainder)) throw badRequest('malformed mod, remainder not a number')
  if (divisor === 0) throw badRequest('divisor cannot be 0')
  return onEach(
    // A negative remainder of zero is still zero.
    (value) =>
      typeof value === 'number' && Number.isFinite(value) && (Math.trunc(value) % divisor) + 0 === remainder,
  )
}

const TYPES: Readonly<Record<string, (value: Value) => boolean>> = {
  double: (value) => typeof value === 'number' && !isInt(value) && !isLong(value),
  string: (value) => typeof value === 'string',
  object: (value) => typeClass(value) === 'object',
  array: (value) => Array.isArray(value),
  bool: (value) => typeof value === 'boolean',
  date: (value) => typeClass(value) === 'date',
  null: (value) => value === null,
  int: (value) => isInt(value),
  long: (value) => isLong(value),
  number: (value) => typeof value === 'number',
}
const NUMBERED: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  8: 'bool',
  9: 'date',
  10: 'null',
  16: 'int',
  18: 'long',
}

/** As the SDK writes them: whole numbers of 32 bits, then whole numbers, then all others. */
const isInt = (value: Value): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff
const isLong = (value: Value): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && !isInt(value)

export function hasType(name: Value | undefined): (value: Value) => boolean {
  const alias = typeof name === 'number' ? NUMBERED[name] : name
  const test = typeof alias === 'string' ? TYPES[alias] : undefined
  if (test) return test
  throw notImplemented(`the type ${JSON.stringify(name)}`)
}

export function elementTypeTest(operand: Value | undefined): LeavesTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(hasType)
  return onEach((value) => value !== undefined && tests.some((test) => test(value)))
}
