/** Stages that put documents together: `$group`, `$bucket`, `$bucketAuto`, `$sortByCount`. */
import { badRequest } from '../errors'
import { accumulatorFor } from './accumulators'
import type { StageContext } from './stage'
import { compareValues, typeClass } from '../values/compare'
import { type Fields, isFields, type Value } from '../values/document'
import { evaluator } from './expressions'
import type { Result } from './expression'
import { roundable, roundingTo } from './granularity'
import { keyOf } from '../values/keys'

type Accumulate = (docs: Fields[]) => Fields

/** Computes the named outputs of one group. */
function outputs(stage: string, fields: Fields, { variables }: StageContext): Accumulate {
  const parts = Object.entries(fields).map(([name, spec]) => {
    if (name.includes('.')) throw badRequest(`The field name '${name}' cannot contain '.'`)
    const [operator, ...others] = isFields(spec) ? Object.keys(spec) : []
    if (!operator || others.length > 0 || !isFields(spec))
      throw badRequest(`The field '${name}' must be an accumulator object in ${stage}`)
    return [name, accumulatorFor(operator), evaluator(spec[operator], variables)] as const
  })
  return (docs) =>
    Object.fromEntries(
      parts.map(([name, start, evaluate]) => {
        const accumulator = start()
        for (const doc of docs) accumulator.add(evaluate(doc))
        return [name, accumulator.result()]
      }),
    )
}

/** By value, in the order in which the values first appear. */
export function groupedBy(docs: Fields[], keyFor: (doc: Fields) => Result): { key: Value; docs: Fields[] }[] {
  const groups = new Map<string, { key: Value; docs: Fields[] }>()
  for (const doc of docs) {
    const key = keyFor(doc) ?? null
    const text = keyOf(key).toString('latin1')
    const group = groups.get(text)
    if (group) group.docs.push(doc)
    else groups.set(text, { key, docs: [doc] })
  }
  return [...groups.values()]
}

export function group(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  if (!('_id' in spec)) throw badRequest('a group specification must include an _id')
  const { _id, ...fields } = spec
  const accumulate = outputs('$group', fields, context)
  return groupedBy(docs, evaluator(_id, context.variables)).map(({ key, docs: members }) => ({
    _id: key,
    ...accumulate(members),
  }))
}

export function sortByCount(docs: Fields[], expression: Value, { variables }: StageContext): Fields[] {
  const isPath = typeof expression === 'string' && expression.startsWith('$')
  if (!isPath && !(isFields(expression) && Object.keys(expression)[0]?.startsWith('$')))
    throw badRequest(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  return groupedBy(docs, evaluator(expression, variables))
    .map(({ key, docs: members }) => ({ _id: key, count: members.length }))
    .sort((a, b) => b.count - a.count)
}

export function bucket(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  const { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } }, ...others } = spec
  refuseOthers('$bucket', others)
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw badRequest("The $bucket 'boundaries' field must have at least 2 values")
  if (boundaries.some((bound, i) => i > 0 && compareValues(boundaries[i - 1], bound) >= 0))
    throw badRequest("The 'boundaries' option to $bucket must be sorted in ascending order")
  if (new Set(boundaries.map(typeClass)).size > 1)
    throw badRequest("All values in the 'boundaries' option to $bucket must have the same type.")
  if (
    otherwise !== undefined &&
    compareValues(otherwise, boundaries[0]) >= 0 &&
    compareValues(otherwise, boundaries.at(-1)) < 0
  )
    throw badRequest(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    )
  const valueFor = evaluator(groupBy, context.variables)
  const accumulate = outputs('$bucket', output as Fields, context)
  const bucketOf = (doc: Fields): Value => {
    const value = valueFor(doc)
    const above = boundaries.findIndex((bound) => compareValues(value, bound) < 0)
    if (above > 0) return boundaries[above - 1] as Value
    if (otherwise === undefined)
      throw badRequest('$switch could not find a matching branch for an input, and no default was specified.')
    return otherwise
  }
  return groupedBy(docs, bucketOf)
    .sort((a, b) => compareValues(a.key, b.key))
    .map(({ key, docs: members }) => ({ _id: key, ...accumulate(members) }))
}

export function bucketAuto(docs: Fields[], spec: Fields, context: StageContext): Fields[] {
  const { groupBy, buckets, output = { count: { $sum: 1 } }, granularity, ...others } = spec
  refuseOthers('$bucketAuto', others)
  if (!Number.isInteger(buckets) || (buckets as number) <= 0)
    throw badRequest(
      `The $bucketAuto 'buckets' field must be greater than 0, but found: ${JSON.stringify(buckets)}`,
    )
  const valueFor = evaluator(groupBy, context.variables)
  const accumulate = outputs('$bucketAuto', output as Fields, context)
  const sorted = docs
    .map((doc) => ({ doc, value: valueFor(doc) ?? null }))
    .sort((a, b) => compareValues(a.value, b.value))
  const bounds = granularity === undefined ? boundsByValue(sorted) : boundsInSeries(sorted, granularity)
  const size = Math.max(1, Math.round(sorted.length / (buckets as number)))
  const made: Fields[] = []
  let min = bounds.first
  for (let from = 0; from < sorted.length;) {
    const isLast = made.length + 1 === buckets
    const { to, max } = bounds.after(isLast ? sorted.length : Math.min(sorted.length, from + size))
    const members = sorted.slice(from, to).map(({ doc }) => doc)
    made.push({ _id: { min, max }, ...accumulate(members) })
    from = to
    min = max
  }
  return made
}

interface Bounds {
  first: Value
  /** Where a bucket ends that has so many values, and its bound; equal values stay together. */
  after(to: number): { to: number; max: Value }
}

type Sorted = { value: Value }[]

/** A bound is the first value of the next bucket; the last one is the last value. */
function boundsByValue(sorted: Sorted): Bounds {
  return {
    first: sorted[0]?.value ?? null,
    after: (to) => {
      const end = firstAtLeast(sorted, to, (value) => compareValues(sorted[to - 1]?.value, value) !== 0)
      return { to: end, max: (sorted[end] ?? sorted[sorted.length - 1])?.value ?? null }
    },
  }
}

function boundsInSeries(sorted: Sorted, granularity: Value): Bounds {
  const rounding = roundingTo(granularity)
  const values = sorted.map(({ value }) => roundable(value))
  const [least = 0] = values
  return {
    first: rounding.down(least),
    after: (to) => {
      const max = rounding.up(values[to - 1] as number)
      const end = firstAtLeast(sorted, to, (value) => (value as number) >= max && (value as number) > 0)
      const next = values[end]
      return { to: end, max: max === 0 && next !== undefined ? rounding.down(next) : max }
    },
  }
}

function firstAtLeast(sorted: Sorted, from: number, isBeyond: (value: Value) => boolean): number {
  let at = from
  while (at < sorted.length && !isBeyond(sorted[at]?.value ?? null)) at++
  return at
}

function refuseOthers(stage: string, others: Fields): void {
  const [unknown] = Object.keys(others)
  if (unknown) throw badRequest(`Unrecognized option to ${stage}: ${unknown}.`)
}
