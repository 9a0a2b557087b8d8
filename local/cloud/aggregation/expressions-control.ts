/** Truth, conditions, variables, objects and sets. */
import { badRequest, notImplemented } from '../errors'
import { accumulatorFor } from './accumulators'
import { type Fields, isFields, type Value } from '../values/document'
import {
  compareResults,
  constant,
  isNothing,
  isTrue,
  namedParts,
  nameOfType,
  operator,
  withVariables,
} from './expression-operands'
import type { Operator, Operators, Result } from './expression'

const cond: Operator = (operand, compile) => {
  const parts = Array.isArray(operand)
    ? operand
    : Object.values(orderedParts(namedParts('$cond', operand, ['if', 'then', 'else'])))
  if (parts.length !== 3)
    throw badRequest(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  const [test, then, otherwise] = parts.map((part) => compile(part))
  return (scope) => (isTrue(test?.(scope)) ? then?.(scope) : otherwise?.(scope))
}

const orderedParts = ({ if: test, then, else: otherwise }: Fields) => [test, then, otherwise]

const branches: Operator = (operand, compile) => {
  const parts = namedParts('$switch', operand, ['branches'], ['default'])
  if (!Array.isArray(parts['branches']) || parts['branches'].length === 0)
    throw badRequest('$switch requires at least one branch.')
  const cases = parts['branches'].map((branch) => {
    const { case: test, then } = namedParts('$switch', branch, ['case', 'then'])
    return [compile(test), compile(then)] as const
  })
  const otherwise = 'default' in parts ? compile(parts['default']) : null
  return (scope) => {
    const found = cases.find(([test]) => isTrue(test(scope)))
    if (found) return found[1](scope)
    if (otherwise) return otherwise(scope)
    throw badRequest('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

const letIn: Operator = (operand, compile) => {
  const { vars, in: body } = namedParts('$let', operand, ['vars', 'in'])
  const variables = Object.entries(vars as Fields).map(([name, value]) => [name, compile(value)] as const)
  const result = compile(body)
  return (scope) =>
    result(withVariables(scope, Object.fromEntries(variables.map(([name, value]) => [name, value(scope)]))))
}

function objectToArray([value]: Result[]): Result {
  if (isNothing(value)) return null
  if (!isFields(value))
    throw badRequest(`$objectToArray requires a document input, found: ${nameOfType(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
}

function mergeObjects(operands: Result[]): Result {
  const [first] = operands
  const merging = accumulatorFor('$mergeObjects')()
  for (const value of operands.length === 1 && Array.isArray(first) ? first : operands) merging.add(value)
  return merging.result()
}

const hasValue = (list: Value[], value: Value): boolean =>
  list.some((other) => compareResults(other, value) === 0)
const distinct = (list: Value[]): Value[] => list.filter((value, i) => !hasValue(list.slice(0, i), value))

function sets(name: string, operands: Result[]): Value[][] {
  return operands.map((value) => {
    if (!Array.isArray(value))
      throw badRequest(
        `All operands of ${name} must be arrays. One argument is of type: ${nameOfType(value)}`,
      )
    return distinct(value)
  })
}

/** The three that answer null where one operand is null. */
const ofSets = (name: string, count: [number, number], compute: (given: Value[][]) => Value[]): Operator =>
  operator(name, count, (operands) => (operands.some(isNothing) ? null : compute(sets(name, operands))))

const elements = (name: string, holds: (list: Value[]) => boolean): Operator =>
  operator(name, [1, 1], ([value]) => {
    if (!Array.isArray(value))
      throw badRequest(`${name}'s argument must be an array, but is ${nameOfType(value)}`)
    return holds(value)
  })

export const CONTROL: Operators = {
  $and: operator('$and', [0, Infinity], (operands) => operands.every(isTrue)),
  $or: operator('$or', [0, Infinity], (operands) => operands.some(isTrue)),
  $not: operator('$not', [1, 1], ([value]) => !isTrue(value)),
  $cond: cond,
  $ifNull: operator(
    '$ifNull',
    [2, Infinity],
    (operands) => operands.find((value) => !isNothing(value)) ?? operands.at(-1),
  ),
  $switch: branches,
  $let: letIn,
  $literal: (operand) => constant(operand),
  $meta: () => {
    throw notImplemented('$meta: there is no text index')
  },
  $mergeObjects: operator('$mergeObjects', [1, Infinity], mergeObjects),
  $objectToArray: operator('$objectToArray', [1, 1], objectToArray),
  $allElementsTrue: elements('$allElementsTrue', (list) => list.every(isTrue)),
  $anyElementTrue: elements('$anyElementTrue', (list) => list.some(isTrue)),
  $setDifference: ofSets('$setDifference', [2, 2], ([a = [], b = []]) =>
    a.filter((value) => !hasValue(b, value)),
  ),
  $setIntersection: ofSets('$setIntersection', [0, Infinity], ([first = [], ...others]) =>
    first.filter((value) => others.every((other) => hasValue(other, value))),
  ),
  $setUnion: ofSets('$setUnion', [0, Infinity], (given) => distinct(given.flat())),
  $setEquals: operator('$setEquals', [2, Infinity], (operands) => {
    const [first = [], ...others] = sets('$setEquals', operands)
    return others.every(
      (other) => other.length === first.length && other.every((value) => hasValue(first, value)),
    )
  }),
  $setIsSubset: operator('$setIsSubset', [2, 2], (operands) => {
    const [a = [], b = []] = sets('$setIsSubset', operands)
    return a.every((value) => hasValue(b, value))
  }),
}
