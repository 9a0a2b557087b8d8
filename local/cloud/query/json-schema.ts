/**
 * `$jsonSchema`: the keywords that MongoDB takes. Invariant: a keyword that is not here is refused by its name; a
 * keyword for one type says nothing about values of another.
 */
import { badRequest, notImplemented } from '../errors'
import { compareValues, isRegExp } from '../values/compare'
import { type Fields, isFields, type Value } from '../values/document'
import { hasType } from './match-operators'
import { regularExpression } from './regular-expressions'

type Test = (value: Value) => boolean
type Keyword = (operand: Value, schema: Fields) => Test

export function schemaTest(schema: Value | undefined): Test {
  if (!isFields(schema) || isRegExp(schema)) throw badRequest('$jsonSchema must be an object')
  const tests = Object.entries(schema).map(([name, operand]) => {
    const keyword = KEYWORDS[name]
    if (!keyword) throw notImplemented(`the $jsonSchema keyword ${name}`)
    return keyword(operand as Value, schema)
  })
  return (value) => tests.every((test) => test(value))
}

const always: Keyword = () => () => true
const onNumber =
  (holds: (value: number, operand: number, schema: Fields) => boolean): Keyword =>
  (operand, schema) =>
  (value) =>
    typeof value !== 'number' || holds(value, operand as number, schema)
const onText =
  (holds: (length: number, operand: number) => boolean): Keyword =>
  (operand) =>
  (value) =>
    typeof value !== 'string' || holds([...value].length, operand as number)
const onArray =
  (holds: (value: Value[], operand: number) => boolean): Keyword =>
  (operand) =>
  (value) =>
    !Array.isArray(value) || holds(value, operand as number)
const onObject =
  (holds: (value: Fields, operand: number) => boolean): Keyword =>
  (operand) =>
  (value) =>
    !isFields(value) || holds(value, operand as number)

const list = (operand: Value): Value[] => {
  if (!Array.isArray(operand) || operand.length === 0)
    throw badRequest('$jsonSchema keyword must be a nonempty array')
  return operand
}
const typed: Keyword = (operand) => {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(hasType)
  return (value) => tests.some((test) => test(value))
}
/** JSON's own names: MongoDB refuses `integer` here. */
const jsonTyped: Keyword = (operand, schema) => {
  if ((Array.isArray(operand) ? operand : [operand]).includes('integer'))
    throw badRequest("$jsonSchema type 'integer' is not currently supported.")
  const named = (name: Value): Value => (name === 'boolean' ? 'bool' : name)
  return typed(Array.isArray(operand) ? operand.map(named) : named(operand), schema)
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  title: always,
  description: always,
  exclusiveMaximum: always,
  exclusiveMinimum: always,
  bsonType: typed,
  type: jsonTyped,
  enum: (operand) => {
    const allowed = list(operand)
    return (value) => allowed.some((item) => compareValues(item, value) === 0)
  },
  allOf: (operand) => {
    const tests = list(operand).map(schemaTest)
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (operand) => {
    const tests = list(operand).map(schemaTest)
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (operand) => {
    const tests = list(operand).map(schemaTest)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (operand) => {
    const test = schemaTest(operand)
    return (value) => !test(value)
  },
  minimum: onNumber((value, least, schema) => (schema['exclusiveMinimum'] ? value > least : value >= least)),
  maximum: onNumber((value, most, schema) => (schema['exclusiveMaximum'] ? value < most : value <= most)),
  multipleOf: onNumber((value, step) => Number.isInteger(value / step)),
  minLength: onText((length, least) => length >= least),
  maxLength: onText((length, most) => length <= most),
  pattern: (operand) => {
    const pattern = regularExpression(operand as string, '')
    return (value) => typeof value !== 'string' || pattern.test(value)
  },
  items: (operand) => {
    const tests = Array.isArray(operand) ? operand.map(schemaTest) : schemaTest(operand)
    return (value) =>
      !Array.isArray(value) ||
      value.every((item, i) => (Array.isArray(tests) ? (tests[i]?.(item) ?? true) : tests(item)))
  },
  minItems: onArray((value, least) => value.length >= least),
  maxItems: onArray((value, most) => value.length <= most),
  uniqueItems: onArray(
    (value, wanted) =>
      !wanted ||
      !value.some((item, i) => value.slice(i + 1).some((other) => compareValues(item, other) === 0)),
  ),
  required: (operand) => {
    const names = list(operand) as string[]
    return (value) => !isFields(value) || names.every((name) => value[name] !== undefined)
  },
  properties: (operand) => {
    const tests = Object.entries(operand as Fields).map(
      ([name, schema]) => [name, schemaTest(schema)] as const,
    )
    return (value) =>
      !isFields(value) || tests.every(([name, test]) => value[name] === undefined || test(value[name]))
  },
  patternProperties: (operand) => {
    const tests = Object.entries(operand as Fields).map(
      ([pattern, schema]) => [regularExpression(pattern, ''), schemaTest(schema)] as const,
    )
    return (value) =>
      !isFields(value) ||
      Object.entries(value).every(([name, child]) =>
        tests.every(([pattern, test]) => !pattern.test(name) || test(child as Value)),
      )
  },
  additionalProperties: (operand, schema) => {
    const known = Object.keys((schema['properties'] ?? {}) as Fields)
    const patterns = Object.keys((schema['patternProperties'] ?? {}) as Fields).map((pattern) =>
      regularExpression(pattern, ''),
    )
    const test = typeof operand === 'boolean' ? () => operand : schemaTest(operand)
    return (value) =>
      !isFields(value) ||
      Object.entries(value).every(
        ([name, child]) =>
          known.includes(name) || patterns.some((pattern) => pattern.test(name)) || test(child as Value),
      )
  },
  minProperties: onObject((value, least) => Object.keys(value).length >= least),
  maxProperties: onObject((value, most) => Object.keys(value).length <= most),
  dependencies: (operand) => {
    const tests = Object.entries(operand as Fields).map(([name, needs]) => {
      const test = Array.isArray(needs)
        ? (value: Value) => needs.every((other) => (value as Fields)[other as string] !== undefined)
        : schemaTest(needs)
      return [name, test] as const
    })
    return (value) =>
      !isFields(value) || tests.every(([name, test]) => value[name] === undefined || test(value))
  },
}
