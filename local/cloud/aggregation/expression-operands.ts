/** What the operators of expressions share: their operands, and what they count as. */
import { badRequest } from '../errors'
import { compareValues } from '../values/compare'
import { type Fields, isFields, typeName, type Value } from '../values/document'
import type { Compiled, Operator, Result, Scope } from './expression'

export const isNothing = (value: Result): value is null | undefined => value === null || value === undefined

/** null, missing, false and zero are false; all else is true. */
export const isTrue = (value: Result): boolean => !isNothing(value) && value !== false && value !== 0

export const nameOfType = (value: Result): string => (value === undefined ? 'missing' : typeName(value))

/** As MongoDB's expressions order values: a missing one comes before null. */
export function compareResults(a: Result, b: Result): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

/** An operator of so many operands; one operand need not stand in a list. */
export function operator(
  name: string,
  [least, most]: [number, number],
  compute: (operands: Result[]) => Result,
): Operator {
  return (operand, compile) => {
    const list = Array.isArray(operand) ? operand : [operand]
    if (list.length < least || list.length > most) {
      const wanted =
        least === most ? `exactly ${least} arguments` : `at least ${least} arguments, and at most ${most}`
      throw badRequest(`Expression ${name} takes ${wanted}. ${list.length} were passed in.`)
    }
    const parts = list.map((item) => compile(item))
    return (scope) => compute(parts.map((part) => part(scope)))
  }
}

/** An operator whose operand is an object with named parts. */
export function namedParts(
  name: string,
  operand: Result,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields {
  if (!isFields(operand)) throw badRequest(`${name} only supports an object as its argument`)
  const unknown = Object.keys(operand).find((part) => !required.includes(part) && !optional.includes(part))
  if (unknown) throw badRequest(`Unrecognized parameter to ${name}: ${unknown}`)
  const missing = required.find((part) => operand[part] === undefined)
  if (missing) throw badRequest(`Missing '${missing}' parameter to ${name}`)
  return operand
}

export function withVariables(scope: Scope, added: Record<string, Result>): Scope {
  return { root: scope.root, variables: { ...scope.variables, ...added } }
}

export function numberFor(name: string, value: Result): number {
  if (typeof value !== 'number')
    throw badRequest(`${name} only supports numeric types, not ${nameOfType(value)}`)
  return value
}

export function wholeNumberFor(name: string, value: Result): number {
  if (!Number.isInteger(value))
    throw badRequest(`${name} requires an integral value, found a value of type: ${nameOfType(value)}`)
  return value as number
}

export function arrayFor(name: string, value: Result): Value[] {
  if (!Array.isArray(value))
    throw badRequest(`The argument to ${name} must be an array, but was of type: ${nameOfType(value)}`)
  return value
}

export const constant =
  (value: Result): Compiled =>
  () =>
    value
