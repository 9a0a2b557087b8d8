/**
 * Whether a document meets a query, as MongoDB decides it. Invariant: a query is judged whole before any document is
 * looked at: an operator that is not here is refused by its name, a wrong operand with MongoDB's words.
 */
import { badRequest, notImplemented } from '../errors'
import { isRegExp } from '../values/compare'
import { type Fields, isFields, type Value } from '../values/document'
import { isTrue } from '../aggregation/expression-operands'
import { evaluator } from '../aggregation/expressions'
import type { Scope } from '../aggregation/expression'
import { geoTest } from './geo-query'
import { schemaTest } from './json-schema'
import { type Leaf, leavesAt } from '../values/leaves'
import { refuseMalformed } from '../values/malformed'
import { patternGuard } from './pattern-guard'
import { comparison, elementTypeTest, equality, modTest, patternTest, sizeTest } from './match-operators'

export type Matches = (doc: Fields) => boolean
/** Decides on all that was found at one path. */
export type LeavesTest = (leaves: Leaf[]) => boolean

/** The variables are those that a pipeline around the query has set. */
export function matcher(query: Fields, variables: Scope['variables'] = {}): Matches {
  const matches = refuseMalformed('the query', () => compiled(query, variables))
  const guard = patternGuard(query)
  return guard ? (doc) => guard.watch(doc, () => matches(doc)) : matches
}

function compiled(query: Fields, variables: Scope['variables']): Matches {
  const tests = Object.entries(query).map(([name, condition]) =>
    name.startsWith('$') ? topLevel(name, condition, variables) : atPath(name, condition),
  )
  return allOf(tests)
}

function allOf<T>(tests: ((value: T) => boolean)[]): (value: T) => boolean {
  if (tests.length === 1) return tests[0] as (value: T) => boolean
  return (value) => tests.every((test) => test(value))
}

function topLevel(name: string, condition: Value | undefined, variables: Scope['variables']): Matches {
  switch (name) {
    case '$and':
      return allOf(clauses(name, condition, variables))
    case '$or': {
      const tests = clauses(name, condition, variables)
      return (doc) => tests.some((test) => test(doc))
    }
    case '$nor': {
      const tests = clauses(name, condition, variables)
      return (doc) => !tests.some((test) => test(doc))
    }
    case '$expr': {
      const evaluate = evaluator(condition, variables)
      return (doc) => isTrue(evaluate(doc))
    }
    case '$jsonSchema':
      return schemaTest(condition)
    case '$comment':
      return () => true
    default:
      throw notImplemented(`the query operator ${name}`)
  }
}

function clauses(name: string, list: Value | undefined, variables: Scope['variables']): Matches[] {
  if (!Array.isArray(list) || list.length === 0) throw badRequest(`${name} must be a nonempty array`)
  return list.map((clause) => {
    if (!isFields(clause)) throw badRequest(`${name} entries need to be full objects`)
    return compiled(clause, variables)
  })
}

function atPath(path: string, condition: Value | undefined): Matches {
  const test = isOperators(condition) ? operatorsTest(condition) : valueTest(condition)
  return (doc) => test(leavesAt(doc, path))
}

export function isOperators(condition: Value | undefined): condition is Fields {
  if (!isFields(condition) || isRegExp(condition)) return false
  const names = Object.keys(condition)
  if (!names.some((name) => name.startsWith('$'))) return false
  const stray = names.find((name) => !name.startsWith('$'))
  if (stray) throw badRequest(`unknown operator: ${stray}`)
  return true
}

function valueTest(condition: Value | undefined): LeavesTest {
  return isRegExp(condition) ? patternTest(condition) : equality(condition)
}

export function operatorsTest(condition: Fields): LeavesTest {
  return allOf(Object.entries(condition).map(([name, operand]) => operatorTest(name, operand, condition)))
}

const not =
  (test: LeavesTest): LeavesTest =>
  (leaves) =>
    !test(leaves)

function operatorTest(name: string, operand: Value | undefined, condition: Fields): LeavesTest {
  switch (name) {
    case '$eq':
      return equality(operand)
    case '$ne':
      if (isRegExp(operand)) throw badRequest("Can't have regex as arg to $ne.")
      return not(equality(operand))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(name, operand)
    case '$in':
      return anyOf(name, operand)
    case '$nin':
      return not(anyOf(name, operand))
    case '$exists':
      return operand
        ? (leaves) => leaves.some((leaf) => leaf !== undefined)
        : (leaves) => leaves.every((leaf) => leaf === undefined)
    case '$regex':
      return patternTest(operand, condition['$options'])
    case '$options':
      if (!('$regex' in condition)) throw badRequest('$options needs a $regex')
      return () => true
    case '$mod':
      return modTest(operand)
    case '$type':
      return elementTypeTest(operand)
    case '$size':
      return sizeTest(operand)
    case '$all':
      return all(operand)
    case '$elemMatch':
      return elemMatch(operand)
    case '$not':
      return negated(operand)
    case '$geoWithin':
    case '$geoIntersects':
    case '$nearSphere':
      return geoTest(name, operand)
    case '$comment':
      return () => true
    default:
      throw notImplemented(`the query operator ${name}`)
  }
}

function anyOf(name: string, operand: Value | undefined): LeavesTest {
  if (!Array.isArray(operand)) throw badRequest(`${name} needs an array`)
  if (operand.some((item) => isOperators(item))) throw badRequest(`cannot nest $ under ${name}`)
  const tests = operand.map((item) => valueTest(item))
  return (leaves) => tests.some((test) => test(leaves))
}

function all(operand: Value | undefined): LeavesTest {
  if (!Array.isArray(operand)) throw badRequest('$all needs an array')
  const tests = operand.map((item) => {
    if (!isOperators(item)) return valueTest(item)
    if (!('$elemMatch' in item)) throw badRequest('no $ expressions in $all')
    return elemMatch(item['$elemMatch'])
  })
  return (leaves) => tests.length > 0 && tests.every((test) => test(leaves))
}

function elemMatch(operand: Value | undefined): LeavesTest {
  const holds = elementTest(operand)
  return (leaves) => leaves.some((leaf) => Array.isArray(leaf) && leaf.some((item) => holds(item)))
}

/** For one element of an array: a condition on its value, or a query on its fields. */
export function elementTest(operand: Value | undefined): (item: Value) => boolean {
  if (!isFields(operand) || isRegExp(operand)) throw badRequest('$elemMatch needs an Object')
  const [first] = Object.keys(operand)
  const isOnValue = first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  if (isOnValue && isOperators(operand)) {
    const test = operatorsTest(operand)
    return (item) => test([item])
  }
  const matches = compiled(operand, {})
  return (item) => (isFields(item) || Array.isArray(item)) && matches(item as Fields)
}

function negated(operand: Value | undefined): LeavesTest {
  if (isRegExp(operand)) return not(patternTest(operand))
  if (!isOperators(operand)) throw badRequest('$not needs a regex or a document')
  return not(operatorsTest(operand))
}
