/**
 * Updates, strict as MongoDB: an update is validated as a whole, then applied to a copy, so a refusal leaves nothing
 * half done. Operators that are not here are refused by name.
 */
import { badRequest, notImplemented } from '../errors'
import { addToSet, pop, pull, pullAll, push } from './update-arrays'
import { copyValue, type Doc, type Fields, isFields, typeName, type Value } from '../values/document'
import { compareValues, isRegExp } from '../values/compare'
import { concretePaths, isPositional } from '../query/positional'
import { checkPath, erase, findPlace, makePlace, valueOf, write } from './write-path'
import { STRICT, type Strictness } from '../strictness'

type Operator = (doc: Doc, path: string, operand: Value) => void

const OPERATORS: Record<string, Operator> = {
  $set: (doc, path, operand) => write(makePlace(doc, path), copyValue(operand)),
  $unset: (doc, path) => {
    const place = findPlace(doc, path)
    if (place?.exists) erase(place)
  },
  $inc: (doc, path, operand) => arithmetic('$inc', doc, path, operand, (value, by) => value + by),
  $mul: (doc, path, operand) => arithmetic('$mul', doc, path, operand, (value, by) => value * by),
  $min: (doc, path, operand) => extreme(doc, path, operand, -1),
  $max: (doc, path, operand) => extreme(doc, path, operand, 1),
  $rename: rename,
  $push: push,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $pop: pop,
  $bit: bit,
}

/** The query tells which element `$` stands for. */
export function updated(doc: Doc, update: Fields, strict = STRICT, query: Fields = {}): Doc {
  checkUpdate(update, strict)
  const copy = copyValue(doc)
  for (const [name, changes] of Object.entries(update)) {
    const operator = OPERATORS[name] as Operator
    for (const [path, operand] of Object.entries(changes as Fields)) {
      const paths = isPositional(path) ? concretePaths(copy, path, query) : [path]
      for (const each of paths) operator(copy, each, operand as Value)
    }
  }
  return copy
}

function checkUpdate(update: Fields, strict: Strictness): void {
  const paths: string[] = []
  for (const [name, changes] of Object.entries(update)) {
    if (!name.startsWith('$')) throw badRequest(`Unknown modifier: ${name}. Expected a valid update modifier`)
    if (!OPERATORS[name]) throw notImplemented(`the update operator ${name}`)
    if (!isFields(changes))
      throw badRequest(`Modifiers operate on fields but we found another type: {${name}: ...}`)
    for (const [path, operand] of Object.entries(changes)) {
      checkPath(path)
      paths.push(path)
      if (name === '$rename') paths.push(renameTarget(path, operand))
      if (name !== '$pull') checkStorable(operandValue(name, operand), strict, path)
      checkOperand(name, path, operand)
    }
  }
  checkConflicts(paths)
}

/** Field names that MongoDB or the platform would not store. */
export function checkStorable(value: Value | undefined, strict: Strictness, path = ''): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkStorable(item, strict, `${path}.${i}`)
    return
  }
  if (!isFields(value)) return
  if (isRegExp(value)) throw notImplemented('storing a regular expression')
  const names = Object.keys(value)
  const isOffset = names.length === 1 && typeof value['offset'] === 'number'
  if (isOffset && strict.serverDateConverted)
    throw badRequest(
      `'${path}' looks like a serverDate() that the SDK did not convert (a nested _.set or each; strict rule serverDateConverted)`,
    )
  for (const name of names) {
    const full = path ? `${path}.${name}` : name
    if (name.startsWith('$'))
      throw badRequest(`The dollar ($) prefixed field '${name}' in '${full}' is not valid for storage.`)
    if (name.includes('.') && strict.dottedNames)
      throw badRequest(`The dotted field '${name}' in '${full}' is not valid for storage.`)
    checkStorable(value[name], strict, full)
  }
}

function operandValue(name: string, operand: Value | undefined): Value | undefined {
  const modified = (name === '$push' || name === '$addToSet') && isFields(operand) && '$each' in operand
  return modified ? operand['$each'] : operand
}

function checkOperand(name: string, path: string, operand: Value | undefined): void {
  const shown = () => `{${path}: ${JSON.stringify(operand)}}`
  if (name === '$inc' && typeof operand !== 'number')
    throw badRequest(`Cannot increment with non-numeric argument: ${shown()}`)
  if (name === '$mul' && typeof operand !== 'number')
    throw badRequest(`Cannot multiply with non-numeric argument: ${shown()}`)
  if (name === '$pop' && operand !== 1 && operand !== -1)
    throw badRequest(`$pop expects 1 or -1, found: ${shown()}`)
  if (name === '$bit') checkBits(operand)
  if (name === '$pullAll' && !Array.isArray(operand))
    throw badRequest(`$pullAll requires an array argument but was given ${shown()}`)
}

function checkBits(operand: Value | undefined): void {
  if (!isFields(operand) || Object.keys(operand).length === 0)
    throw badRequest(
      'The $bit modifier is not compatible with this type. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}',
    )
  for (const [name, by] of Object.entries(operand)) {
    if (!['and', 'or', 'xor'].includes(name))
      throw badRequest(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    if (!Number.isSafeInteger(by))
      throw badRequest(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by ?? null)}' is not supported here`,
      )
  }
}

function checkConflicts(paths: string[]): void {
  const taken = new Set<string>()
  for (const path of paths) {
    if (taken.has(path)) throw conflict(path, path)
    taken.add(path)
  }
  for (const path of paths) {
    for (let end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1))
      if (taken.has(path.slice(0, end))) throw conflict(path, path.slice(0, end))
  }
}

const conflict = (path: string, at: string) =>
  badRequest(`Updating the path '${path}' would create a conflict at '${at}'`)

function arithmetic(
  name: string,
  doc: Doc,
  path: string,
  operand: Value,
  apply: (value: number, by: number) => number,
): void {
  const place = makePlace(doc, path)
  const value = valueOf(place)
  if (value === undefined) return write(place, name === '$mul' ? 0 : operand)
  if (typeof value !== 'number')
    throw badRequest(
      `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(doc._id)}} ` +
        `has the field '${place.step}' of non-numeric type ${typeName(value)}`,
    )
  write(place, apply(value, operand as number))
}

function extreme(doc: Doc, path: string, operand: Value, sign: number): void {
  const place = makePlace(doc, path)
  const value = valueOf(place)
  if (value === undefined || compareValues(operand, value) * sign > 0) write(place, copyValue(operand))
}

/** On whole numbers of 64 bits, as MongoDB does; a missing field counts as zero. */
function bit(doc: Doc, path: string, operand: Value): void {
  const place = makePlace(doc, path)
  const value = valueOf(place) ?? 0
  if (!Number.isSafeInteger(value))
    throw badRequest(
      `Cannot apply $bit to a value of non-integral type. {_id: ${JSON.stringify(doc._id)}} ` +
        `has the field ${place.step} of non-integer type ${typeName(value)}`,
    )
  let bits = BigInt(value as number)
  for (const [name, by] of Object.entries(operand as Fields)) {
    const mask = BigInt(by as number)
    bits = name === 'and' ? bits & mask : name === 'or' ? bits | mask : bits ^ mask
  }
  write(place, Number(bits))
}

function renameTarget(path: string, operand: Value | undefined): string {
  if (typeof operand !== 'string') throw badRequest(`The 'to' field for $rename must be a string: ${path}`)
  checkPath(operand)
  return operand
}

function rename(doc: Doc, path: string, operand: Value): void {
  const source = findPlace(doc, path)
  if (!source?.exists) return
  const target = makePlace(doc, operand as string)
  if (Array.isArray(source.holder) || Array.isArray(target.holder))
    throw badRequest(`The source and the target of $rename cannot be inside an array: ${path}`)
  write(target, valueOf(source) as Value)
  erase(source)
}
