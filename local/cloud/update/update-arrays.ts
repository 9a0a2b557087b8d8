/**
 * The update operators on arrays. Invariant: a field that is not an array is refused, never replaced.
 */
import { badRequest, notImplemented } from '../errors'
import { copyValue, type Doc, isFields, typeName, type Value } from '../values/document'
import { compareValues, isRegExp } from '../values/compare'
import { isOperators, matcher } from '../query/match'
import { valuesAt } from '../values/paths'
import { findPlace, makePlace, valueOf, write } from './write-path'

const PUSH_MODIFIERS = ['$each', '$position', '$slice', '$sort']

export function push(doc: Doc, path: string, operand: Value): void {
  const place = makePlace(doc, path)
  const value = valueOf(place)
  if (value !== undefined && !Array.isArray(value))
    throw badRequest(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${JSON.stringify(doc._id)}}`,
    )
  const array = [...(value ?? [])]
  if (!isFields(operand) || !('$each' in operand)) {
    array.push(copyValue(operand))
    return write(place, array)
  }
  const unknown = Object.keys(operand).find((name) => !PUSH_MODIFIERS.includes(name))
  if (unknown) throw badRequest(`Unrecognized clause in $push: ${unknown}`)
  const position =
    operand['$position'] === undefined ? array.length : wholeNumber('$position', operand['$position'])
  array.splice(position, 0, ...eachOf('$push', operand['$each']))
  if (operand['$sort'] !== undefined) sortArray(array, operand['$sort'])
  write(
    place,
    operand['$slice'] === undefined ? array : slice(array, wholeNumber('$slice', operand['$slice'])),
  )
}

export function addToSet(doc: Doc, path: string, operand: Value): void {
  const place = makePlace(doc, path)
  const value = valueOf(place)
  if (value !== undefined && !Array.isArray(value))
    throw badRequest(
      `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(value)}`,
    )
  const array = [...(value ?? [])]
  const added =
    isFields(operand) && '$each' in operand ? eachOf('$addToSet', operand['$each']) : [copyValue(operand)]
  for (const item of added) if (!array.some((present) => compareValues(present, item) === 0)) array.push(item)
  write(place, array)
}

export function pull(doc: Doc, path: string, operand: Value): void {
  const array = existingArray('$pull', doc, path)
  if (array)
    write(
      array.place,
      array.value.filter((item) => !isPulled(item, operand)),
    )
}

export function pullAll(doc: Doc, path: string, operand: Value): void {
  const array = existingArray('$pullAll', doc, path)
  if (!array) return
  const unwanted = operand as Value[]
  write(
    array.place,
    array.value.filter((item) => !unwanted.some((other) => compareValues(item, other) === 0)),
  )
}

export function pop(doc: Doc, path: string, operand: Value): void {
  const array = existingArray('$pop', doc, path)
  if (array) write(array.place, operand === 1 ? array.value.slice(0, -1) : array.value.slice(1))
}

function existingArray(operator: string, doc: Doc, path: string) {
  const place = findPlace(doc, path)
  if (!place?.exists) return null
  const value = valueOf(place)
  if (!Array.isArray(value))
    throw badRequest(
      `Cannot apply ${operator} to a non-array value: '${path}' is of type ${typeName(value as Value)}`,
    )
  return { place, value }
}

function isPulled(item: Value, condition: Value): boolean {
  if (!isFields(condition)) return compareValues(item, condition) === 0
  if (isRegExp(condition) || isOperators(condition)) return matcher({ item: condition })({ item })
  return isFields(item) && matcher(condition)(item)
}

function eachOf(operator: string, each: Value | undefined): Value[] {
  if (!Array.isArray(each)) throw badRequest(`The argument to $each in ${operator} must be an array`)
  return each.map((item) => copyValue(item))
}

function wholeNumber(name: string, value: Value): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw badRequest(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
  return value
}

function slice(array: Value[], count: number): Value[] {
  if (count === 0) return []
  return count > 0 ? array.slice(0, count) : array.slice(count)
}

function sortArray(array: Value[], sort: Value): void {
  if (sort === 1 || sort === -1) return void array.sort((a, b) => compareValues(a, b) * sort)
  if (!isFields(sort))
    throw badRequest('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}')
  const fields = Object.entries(sort)
  if (fields.some(([, direction]) => direction !== 1 && direction !== -1))
    throw notImplemented('this form of $sort')
  const fieldOf = (item: Value, field: string) => (isFields(item) ? valuesAt(item, field)[0] : undefined)
  array.sort((a, b) => {
    for (const [field, direction] of fields) {
      const compared = compareValues(fieldOf(a, field), fieldOf(b, field)) * (direction as number)
      if (compared !== 0) return compared
    }
    return 0
  })
}
