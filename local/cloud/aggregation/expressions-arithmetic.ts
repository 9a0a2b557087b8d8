/** Numbers, comparisons, and what the accumulators make of a list inside one document. */
import { badRequest } from '../errors'
import { ACCUMULATORS, type AccumulatorName } from './accumulators'
import { isDate } from '../values/document'
import {
  compareResults,
  isNothing,
  nameOfType,
  numberFor,
  operator,
  wholeNumberFor,
} from './expression-operands'
import type { Operator, Operators, Result } from './expression'

const ofNumber = (name: string, compute: (value: number) => number): Operator =>
  operator(name, [1, 1], ([value]) => (isNothing(value) ? null : compute(numberFor(name, value))))

const ofTwo = (name: string, compute: (a: number, b: number) => number): Operator =>
  operator(name, [2, 2], ([a, b]) =>
    isNothing(a) || isNothing(b) ? null : compute(numberFor(name, a), numberFor(name, b)),
  )

const compared = (name: string, holds: (order: number) => Result): Operator =>
  operator(name, [2, 2], ([a, b]) => holds(compareResults(a, b)))

const accumulated = (name: AccumulatorName): Operator =>
  operator(name, [1, Infinity], (operands) => {
    const [first] = operands
    const values = operands.length === 1 && Array.isArray(first) ? first : operands
    const accumulator = ACCUMULATORS[name]()
    for (const value of values) accumulator.add(value)
    return accumulator.result()
  })

function add(operands: Result[]): Result {
  if (operands.some(isNothing)) return null
  let sum = 0
  let hasDate = false
  for (const value of operands) {
    if (!isDate(value) && typeof value !== 'number')
      throw badRequest(`$add only supports numeric or date types, not ${nameOfType(value)}`)
    if (isDate(value) && hasDate) throw badRequest('only one date allowed in an $add expression')
    hasDate ||= isDate(value)
    sum += isDate(value) ? value.getTime() : value
  }
  return hasDate ? new Date(sum) : sum
}

function subtract([a, b]: Result[]): Result {
  if (isNothing(a) || isNothing(b)) return null
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (isDate(a) && isDate(b)) return a.getTime() - b.getTime()
  if (isDate(a) && typeof b === 'number') return new Date(a.getTime() - b)
  throw badRequest(`can't $subtract ${nameOfType(b)} from ${nameOfType(a)}`)
}

function logarithm(n: number, base: number): number {
  if (n <= 0) throw badRequest(`$log's argument must be a positive number, but is ${n}`)
  if (base <= 0 || base === 1)
    throw badRequest(`$log's base must be a positive number not equal to 1, but is ${base}`)
  return Math.log(n) / Math.log(base)
}

function positive(name: string, compute: (value: number) => number): (value: number) => number {
  return (value) => {
    if (value <= 0) throw badRequest(`${name}'s argument must be a positive number, but is ${value}`)
    return compute(value)
  }
}

/** Down to a number of decimal places; a half goes to the even neighbour when rounding. */
function placed(name: string, whole: (value: number) => number): Operator {
  return operator(name, [1, 2], ([value, places = 0]) => {
    if (isNothing(value) || places === null) return null
    const number = numberFor(name, value)
    const power = wholeNumberFor(name, places)
    const factor = Number(`1e${power}`)
    if (!Number.isFinite(number * factor)) return number
    // The decimal text avoids what binary multiplication adds: 1.005 is 1.00499… .
    const scaled = Number(`${number}e${power}`)
    return whole(Number.isNaN(scaled) ? number * factor : scaled) / factor
  })
}

function halfToEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

export const ARITHMETIC: Operators = {
  $abs: ofNumber('$abs', Math.abs),
  $add: operator('$add', [0, Infinity], add),
  $ceil: ofNumber('$ceil', Math.ceil),
  $divide: ofTwo('$divide', (a, b) => {
    if (b === 0) throw badRequest("can't $divide by zero")
    return a / b
  }),
  $exp: ofNumber('$exp', Math.exp),
  $floor: ofNumber('$floor', Math.floor),
  $ln: ofNumber('$ln', positive('$ln', Math.log)),
  $log: ofTwo('$log', logarithm),
  $log10: ofNumber('$log10', positive('$log10', Math.log10)),
  $mod: ofTwo('$mod', (a, b) => {
    if (b === 0) throw badRequest("can't $mod by zero")
    return a % b
  }),
  $multiply: operator('$multiply', [0, Infinity], (operands) =>
    operands.some(isNothing)
      ? null
      : operands.reduce<number>((product, value) => product * numberFor('$multiply', value), 1),
  ),
  $pow: ofTwo('$pow', (a, b) => {
    if (a === 0 && b < 0) throw badRequest('$pow cannot take a base of 0 and a negative exponent')
    return a ** b
  }),
  $round: placed('$round', halfToEven),
  $sqrt: ofNumber('$sqrt', (value) => {
    if (value < 0) throw badRequest("$sqrt's argument must be greater than or equal to 0")
    return Math.sqrt(value)
  }),
  $subtract: operator('$subtract', [2, 2], subtract),
  $trunc: placed('$trunc', Math.trunc),
  $cmp: compared('$cmp', Math.sign),
  $eq: compared('$eq', (order) => order === 0),
  $gt: compared('$gt', (order) => order > 0),
  $gte: compared('$gte', (order) => order >= 0),
  $lt: compared('$lt', (order) => order < 0),
  $lte: compared('$lte', (order) => order <= 0),
  $ne: compared('$ne', (order) => order !== 0),
  $avg: accumulated('$avg'),
  $max: accumulated('$max'),
  $min: accumulated('$min'),
  $stdDevPop: accumulated('$stdDevPop'),
  $stdDevSamp: accumulated('$stdDevSamp'),
  $sum: accumulated('$sum'),
}
