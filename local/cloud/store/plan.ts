/**
 * Chooses how the candidates of a query are found. Invariant: the candidates are a superset of the matches (each is
 * checked again), and `ordered` is only claimed when walking the index yields exactly the wanted order.
 */
import type { Collection, Walkable } from './catalog'
import { isDate, isFields, type Fields, type Value } from '../values/document'
import { afterPrefix, type Direction, joinKeys, keyOf, typeBracket } from '../values/keys'
import type { Order } from '../query/sort'

export interface KeyRange {
  low: Buffer
  high: Buffer
}

export type Plan =
  { kind: 'scan' } | { kind: 'walk'; index: Walkable; ranges: KeyRange[]; reverse: boolean; ordered: boolean }

export interface Constraint {
  equals?: Value
  among?: Value[]
  range?: Partial<Record<'$gt' | '$gte' | '$lt' | '$lte', Value>>
}

/** Beyond this many points a walk per point costs more than it saves. */
const MAX_POINTS = 1000

export function planQuery(collection: Collection, query: Fields, order: Order): Plan {
  const constraints = constraintsOf(query)
  let best: { plan: Plan; score: number } = { plan: { kind: 'scan' }, score: 0 }
  for (const index of [collection.ids, ...collection.indexes]) {
    const candidate = planWalk(index, constraints, order)
    if (candidate && candidate.score > best.score) best = candidate
  }
  return best.plan
}

/** What the query says about each field and holds for every match. */
export function constraintsOf(query: Fields): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>()
  collect(query, constraints)
  return constraints
}

function planWalk(index: Walkable, constraints: Map<string, Constraint>, order: Order) {
  const { fields } = index.spec
  let fixed = 0
  const prefix: Buffer[] = []
  for (const [field, direction] of fields) {
    const constraint = constraints.get(field)
    if (!constraint || constraint.equals === undefined) break
    if (constraint.equals === null && index.multikey) break
    prefix.push(keyOf(constraint.equals, direction))
    fixed++
  }
  const next = fields[fixed]
  const constraint = next && constraints.get(next[0])
  const isOfUse = fixed > 0 || constraint !== undefined || order.length > 0
  if (!isOfUse) return null
  const points = constraint?.among
  const usesPoints = next !== undefined && points !== undefined && !(index.multikey && points.includes(null))
  const ranges = usesPoints
    ? pointRanges(prefix, points, next[1])
    : [rangeAfter(joinPrefix(prefix), constraint?.range, next?.[1] ?? 1, index.multikey)]
  const isRanged = usesPoints || (constraint?.range !== undefined && next !== undefined)
  const reverse = orderGiven(index, fixed, constraints, order)
  const ordered = order.length > 0 && reverse !== null && ranges.length <= 1
  const complete = fixed === fields.length && index.spec.unique ? 100 : 0
  const score = complete + fixed * 4 + (isRanged ? 2 : 0) + (ordered ? 3 : 0)
  return {
    plan: { kind: 'walk', index, ranges, reverse: ordered && reverse === true, ordered } as Plan,
    score,
  }
}

/** null when the index does not give the order; else whether it must be walked backwards. */
function orderGiven(
  index: Walkable,
  fixed: number,
  constraints: Map<string, Constraint>,
  order: Order,
): boolean | null {
  if (index.multikey) return null
  let reverse: boolean | null = null
  let position = fixed
  for (const [field, direction] of order) {
    if (constraints.get(field)?.equals !== undefined) continue
    const indexed = index.spec.fields[position++]
    if (!indexed || indexed[0] !== field) return null
    const backwards = indexed[1] !== direction
    if (reverse !== null && reverse !== backwards) return null
    reverse = backwards
  }
  return reverse ?? false
}

function joinPrefix(prefix: Buffer[]): Buffer {
  return prefix.length === 0 ? Buffer.alloc(0) : joinKeys(prefix)
}

function pointRanges(prefix: Buffer[], points: Value[], direction: Direction): KeyRange[] {
  const distinct = new Map<string, Buffer>()
  for (const point of points) {
    const key = joinKeys([...prefix, keyOf(point, direction)])
    distinct.set(key.toString('latin1'), key)
  }
  return [...distinct.values()]
    .sort((a, b) => Buffer.compare(a, b))
    .map((low) => ({ low, high: afterPrefix(low) }))
}

function rangeAfter(
  prefix: Buffer,
  range: Constraint['range'],
  direction: Direction,
  multikey: boolean,
): KeyRange {
  const whole: KeyRange = {
    low: prefix,
    high: prefix.length ? afterPrefix(prefix) : Buffer.from([0xff, 0xff]),
  }
  if (!range) return whole
  const sample = Object.values(range)[0] as Value
  const lower =
    range.$gt !== undefined ? { value: range.$gt, inclusive: false } : { value: range.$gte, inclusive: true }
  const upper =
    range.$lt !== undefined ? { value: range.$lt, inclusive: false } : { value: range.$lte, inclusive: true }
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower]
  const bracket = directedBracket(sample, direction)
  const at = (value: Value) => keyOf(value, direction)
  const start =
    first.value === undefined ? bracket.low : first.inclusive ? at(first.value) : afterPrefix(at(first.value))
  const end =
    last.value === undefined ? bracket.high : last.inclusive ? afterPrefix(at(last.value)) : at(last.value)
  // In a multikey index one element may meet one bound and another element the other.
  const useEnd = !(multikey && first.value !== undefined && last.value !== undefined)
  return { low: Buffer.concat([prefix, start]), high: Buffer.concat([prefix, useEnd ? end : bracket.high]) }
}

function directedBracket(sample: Value, direction: Direction): KeyRange {
  const { low } = typeBracket(sample)
  const tag = low[0] as number
  const directed = direction === 1 ? tag : ~tag & 0xff
  return { low: Buffer.from([directed]), high: Buffer.from([directed + 1]) }
}

function collect(query: Fields, into: Map<string, Constraint>): void {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isFields(part)) collect(part, into)
    } else if (!field.startsWith('$') && condition !== undefined) {
      const constraint = into.get(field) ?? {}
      into.set(field, constraint)
      addCondition(constraint, condition)
    }
  }
}

function addCondition(constraint: Constraint, condition: Value): void {
  if (isPoint(condition)) {
    constraint.equals ??= condition
    return
  }
  if (!isFields(condition)) return
  for (const [operator, operand] of Object.entries<Value | undefined>(condition)) {
    if (operator === '$eq' && isPoint(operand)) constraint.equals ??= operand
    else if (
      operator === '$in' &&
      Array.isArray(operand) &&
      operand.length <= MAX_POINTS &&
      operand.every(isPoint)
    )
      constraint.among ??= operand
    else if (operator === '$gt' || operator === '$gte' || operator === '$lt' || operator === '$lte')
      addBound(constraint, operator, operand)
  }
}

function addBound(
  constraint: Constraint,
  operator: '$gt' | '$gte' | '$lt' | '$lte',
  operand: Value | undefined,
): void {
  const rangeable = typeof operand === 'number' || typeof operand === 'string' || isDate(operand)
  if (!rangeable || Number.isNaN(operand)) return
  const range = (constraint.range ??= {})
  const sample = Object.values(range)[0]
  const sameType =
    sample === undefined || Object.prototype.toString.call(sample) === Object.prototype.toString.call(operand)
  const sideTaken = operator.startsWith('$g') ? (range.$gt ?? range.$gte) : (range.$lt ?? range.$lte)
  if (sameType && sideTaken === undefined) range[operator] = operand
}

function isPoint(value: Value | undefined): value is Value {
  if (value === null || isDate(value)) return true
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && !Number.isNaN(value))
  )
}
