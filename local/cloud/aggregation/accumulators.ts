/** What a group keeps of its documents, one value at a time. Invariant: an empty group has MongoDB's empty result. */
import { badRequest, notImplemented } from '../errors'
import { compareValues } from '../values/compare'
import { type Fields, isFields, typeName } from '../values/document'
import type { Result } from './expression'

export interface Accumulator {
  add(value: Result): void
  result(): Result
}

const numbersOnly = (finish: (numbers: number[]) => Result) => (): Accumulator => {
  const numbers: number[] = []
  return {
    add: (value) => void (typeof value === 'number' && numbers.push(value)),
    result: () => finish(numbers),
  }
}

const extreme = (sign: 1 | -1) => (): Accumulator => {
  let best: Result
  const add = (value: Result) => {
    if (value === undefined || value === null) return
    if (best === undefined || compareValues(value, best) * sign > 0) best = value
  }
  return { add, result: () => best ?? null }
}

const deviation = (lost: 0 | 1) => (numbers: number[]) => {
  if (numbers.length <= lost) return null
  const mean = total(numbers) / numbers.length
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - lost))
}

const total = (numbers: number[]): number => numbers.reduce((sum, value) => sum + value, 0)

function listed(isNew: (value: Result, list: Result[]) => boolean) {
  return (): Accumulator => {
    const list: Result[] = []
    return {
      add: (value) => void (value !== undefined && isNew(value, list) && list.push(value)),
      result: () => list as Exclude<Result, undefined>[],
    }
  }
}

export const ACCUMULATORS = {
  $sum: numbersOnly(total),
  $avg: numbersOnly((numbers) => (numbers.length === 0 ? null : total(numbers) / numbers.length)),
  $max: extreme(1),
  $min: extreme(-1),
  $stdDevPop: numbersOnly(deviation(0)),
  $stdDevSamp: numbersOnly(deviation(1)),
  $first: () => {
    let first: Result
    let isEmpty = true
    const add = (value: Result) => {
      if (isEmpty) first = value
      isEmpty = false
    }
    return { add, result: () => first ?? null }
  },
  $last: () => {
    let last: Result
    return { add: (value: Result) => void (last = value), result: () => last ?? null }
  },
  $push: listed(() => true),
  $addToSet: listed((value, list) => !list.some((other) => compareValues(value, other) === 0)),
  $mergeObjects: () => {
    const merged: Fields = {}
    const add = (value: Result) => {
      if (value === undefined || value === null) return
      if (!isFields(value))
        throw badRequest(`$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
      Object.assign(merged, value)
    }
    return { add, result: () => merged }
  },
} satisfies Record<string, () => Accumulator>

export type AccumulatorName = keyof typeof ACCUMULATORS

export function accumulatorFor(name: string): () => Accumulator {
  if (Object.prototype.hasOwnProperty.call(ACCUMULATORS, name)) return ACCUMULATORS[name as AccumulatorName]
  throw notImplemented(`the group operator ${name}`)
}
