/** Arrays: elements, parts, and what becomes of each element. */
import { badRequest } from '../errors'
import { type Fields, isFields, type Value } from '../values/document'
import {
  arrayFor,
  compareResults,
  isNothing,
  isTrue,
  namedParts,
  nameOfType,
  operator,
  wholeNumberFor,
  withVariables,
} from './expression-operands'
import type { Operator, Operators, Result } from './expression'

const filter: Operator = (operand, compile) => {
  const parts = namedParts('$filter', operand, ['input', 'cond'], ['as', 'limit'])
  const [input, holds] = [compile(parts['input']), compile(parts['cond'])]
  const name = (parts['as'] ?? 'this') as string
  return (scope) => {
    const list = input(scope)
    if (isNothing(list)) return null
    return arrayFor('$filter', list).filter((item) => isTrue(holds(withVariables(scope, { [name]: item }))))
  }
}

const map: Operator = (operand, compile) => {
  const parts = namedParts('$map', operand, ['input', 'in'], ['as'])
  const [input, made] = [compile(parts['input']), compile(parts['in'])]
  const name = (parts['as'] ?? 'this') as string
  return (scope) => {
    const list = input(scope)
    if (isNothing(list)) return null
    return arrayFor('$map', list).map((item) => made(withVariables(scope, { [name]: item })) ?? null)
  }
}

const reduce: Operator = (operand, compile) => {
  const parts = namedParts('$reduce', operand, ['input', 'initialValue', 'in'])
  const [input, start, next] = [compile(parts['input']), compile(parts['initialValue']), compile(parts['in'])]
  return (scope) => {
    const list = input(scope)
    if (isNothing(list)) return null
    return arrayFor('$reduce', list).reduce<Result>(
      (value, item) => next(withVariables(scope, { value, this: item })),
      start(scope),
    )
  }
}

const zip: Operator = (operand, compile) => {
  const parts = namedParts('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
  const inputs = compile(parts['inputs'])
  const defaults = 'defaults' in parts ? compile(parts['defaults']) : () => []
  const isLongest = parts['useLongestLength'] === true
  if ('defaults' in parts && !isLongest)
    throw badRequest('cannot specify defaults unless useLongestLength is true')
  return (scope) => {
    const lists = arrayFor('$zip', inputs(scope))
    if (lists.some(isNothing)) return null
    const arrays = lists.map((list) => arrayFor('$zip', list))
    const lengths = arrays.map((list) => list.length)
    const length = arrays.length === 0 ? 0 : isLongest ? Math.max(...lengths) : Math.min(...lengths)
    const filling = arrayFor('$zip', defaults(scope))
    return Array.from({ length }, (_unused, i) =>
      arrays.map((list, which) => (i < list.length ? (list[i] ?? null) : (filling[which] ?? null))),
    )
  }
}

function arrayElemAt([list, position]: Result[]): Result {
  if (isNothing(list) || isNothing(position)) return null
  if (!Array.isArray(list))
    throw badRequest(`$arrayElemAt's first argument must be an array, but is ${nameOfType(list)}`)
  return list.at(wholeNumberFor('$arrayElemAt', position))
}

function arrayToObject([list]: Result[]): Result {
  if (isNothing(list)) return null
  if (!Array.isArray(list))
    throw badRequest(`$arrayToObject requires an array input, found: ${nameOfType(list)}`)
  const made: Fields = {}
  for (const item of list) {
    const [key, value] = isFields(item) ? [item['k'], item['v']] : Array.isArray(item) ? item : []
    if (typeof key !== 'string')
      throw badRequest(
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${nameOfType(key)}`,
      )
    made[key] = value ?? null
  }
  return made
}

function indexOfArray([list, wanted, start = 0, end = Infinity]: Result[]): Result {
  if (isNothing(list)) return null
  if (!Array.isArray(list))
    throw badRequest(`$indexOfArray requires an array as a first argument, found: ${nameOfType(list)}`)
  const [from, to] = [start, end] as [number, number]
  if (from < 0 || to < 0) throw badRequest('$indexOfArray requires a nonnegative index')
  return list.findIndex((item, i) => i >= from && i < to && compareResults(item, wanted) === 0)
}

function range(operands: Result[]): Result {
  const [start = 0, end = 0, step = 1] = operands.map((value) => wholeNumberFor('$range', value))
  if (step === 0) throw badRequest('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  return Array.from({ length }, (_unused, i) => start + i * step)
}

function slice([list, ...bounds]: Result[]): Result {
  if (isNothing(list) || bounds.some(isNothing)) return null
  if (!Array.isArray(list))
    throw badRequest(`First argument to $slice must be an array, but is of type: ${nameOfType(list)}`)
  const [first = 0, count] = bounds.map((value) => wholeNumberFor('$slice', value))
  if (count === undefined) return first >= 0 ? list.slice(0, first) : list.slice(first)
  if (count <= 0) throw badRequest(`Third argument to $slice must be positive: ${count}`)
  const from = first >= 0 ? first : Math.max(0, list.length + first)
  return list.slice(from, from + count)
}

function concatArrays(operands: Result[]): Result {
  if (operands.some(isNothing)) return null
  return operands.flatMap((value): Value[] => {
    if (!Array.isArray(value))
      throw badRequest(`$concatArrays only supports arrays, not ${nameOfType(value)}`)
    return value
  })
}

export const ARRAYS: Operators = {
  $arrayElemAt: operator('$arrayElemAt', [2, 2], arrayElemAt),
  $arrayToObject: operator('$arrayToObject', [1, 1], arrayToObject),
  $concatArrays: operator('$concatArrays', [0, Infinity], concatArrays),
  $filter: filter,
  $first: operator('$first', [1, 1], ([list]) => (isNothing(list) ? null : arrayFor('$first', list)[0])),
  $in: operator('$in', [2, 2], ([value, list]) => {
    if (!Array.isArray(list))
      throw badRequest(`$in requires an array as a second argument, found: ${nameOfType(list)}`)
    return list.some((item) => compareResults(item, value) === 0)
  }),
  $indexOfArray: operator('$indexOfArray', [2, 4], indexOfArray),
  $isArray: operator('$isArray', [1, 1], ([value]) => Array.isArray(value)),
  $last: operator('$last', [1, 1], ([list]) => (isNothing(list) ? null : arrayFor('$last', list).at(-1))),
  $map: map,
  $range: operator('$range', [2, 3], range),
  $reduce: reduce,
  $reverseArray: operator('$reverseArray', [1, 1], ([list]) =>
    isNothing(list) ? null : [...arrayFor('$reverseArray', list)].reverse(),
  ),
  $size: operator('$size', [1, 1], ([list]) => arrayFor('$size', list).length),
  $slice: operator('$slice', [2, 3], slice),
  $zip: zip,
}
