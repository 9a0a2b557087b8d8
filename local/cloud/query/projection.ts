/**
 * Which fields of a document are answered: the wanted ones or all but the unwanted ones, and parts of arrays by
 * `$slice`, `$elemMatch` and the positional `$`. Invariant: fields keep the order of the document.
 */
import { badRequest, notImplemented } from '../errors'
import { type Doc, type Fields, isFields, type Value } from '../values/document'
import { elementTest } from './match'
import { metPosition } from './positional'

/** What becomes of the array at a path; undefined: it is left out. */
type ArrayPart = (array: Value[]) => Value[] | undefined

/** The query tells which element the positional `$` stands for. */
export function project(doc: Doc, projection: Fields | undefined, query: Fields = {}): Fields {
  if (!projection) return doc
  const { _id: id, ...others } = projection
  const parts = new Map<string, ArrayPart>()
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [path, flag] of Object.entries(others)) {
    if (path.endsWith('.$')) wanted.push(positional(path.slice(0, -2), doc, query, parts))
    else if (isFields(flag)) arrayPart(path, flag, parts, wanted)
    else (asFlag(path, flag) ? wanted : unwanted).push(path)
  }
  if (wanted.length > 0 && unwanted.length > 0)
    throw badRequest('Projection cannot have a mix of inclusion and exclusion.')
  const keepsId = id === undefined || asFlag('_id', id)
  // `$slice` alone leaves the other fields in; beside wanted fields it is one of them.
  const isOnly = wanted.length > 0 || (keepsId && id !== undefined && unwanted.length + parts.size === 0)
  if (isOnly) wanted.push(...parts.keys())
  const kept = isOnly
    ? (only(doc, keepsId ? ['_id', ...wanted] : wanted) as Fields)
    : without(doc, keepsId ? unwanted : [...unwanted, '_id'])
  return parts.size === 0 ? kept : withParts(kept, parts)
}

function asFlag(path: string, flag: Value | undefined): boolean {
  if (typeof flag === 'boolean') return flag
  if (typeof flag === 'number') return flag !== 0
  throw notImplemented(`the projection ${JSON.stringify({ [path]: flag })}`)
}

function positional(path: string, doc: Doc, query: Fields, parts: Map<string, ArrayPart>): string {
  const position = metPosition(doc, path, query)
  parts.set(path, (array) => array.slice(position, position + 1))
  return path
}

function arrayPart(path: string, flag: Fields, parts: Map<string, ArrayPart>, wanted: string[]): void {
  const [operator, ...others] = Object.keys(flag)
  if (operator === '$slice' && others.length === 0) parts.set(path, slice(flag['$slice']))
  else if (operator === '$elemMatch' && others.length === 0) {
    const holds = elementTest(flag['$elemMatch'])
    parts.set(path, (array) => {
      const position = array.findIndex((item) => holds(item))
      return position < 0 ? undefined : array.slice(position, position + 1)
    })
    wanted.push(path)
  } else throw notImplemented(`the projection ${JSON.stringify({ [path]: flag })}`)
}

function slice(operand: Value | undefined): ArrayPart {
  const [skip, count] = Array.isArray(operand) ? operand : [operand, undefined]
  if (typeof skip !== 'number') throw badRequest('$slice only supports numbers and [skip, limit] arrays')
  if (count === undefined) return (array) => (skip >= 0 ? array.slice(0, skip) : array.slice(skip))
  if (typeof count !== 'number' || count <= 0) throw badRequest('$slice limit must be positive')
  return (array) => {
    const from = skip >= 0 ? skip : Math.max(0, array.length + skip)
    return array.slice(from, from + count)
  }
}

function withParts(value: Fields, parts: Map<string, ArrayPart>, prefix = ''): Fields {
  const changed: Fields = {}
  for (const [name, child] of Object.entries(value)) {
    const path = `${prefix}${name}`
    const part = parts.get(path)
    const deeper = isFields(child) ? withParts(child, parts, `${path}.`) : child
    const next = part && Array.isArray(child) ? part(child) : deeper
    if (next !== undefined) changed[name] = next
  }
  return changed
}

export function only(value: Value, paths: string[]): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => only(item, paths)).filter((item) => item !== undefined)
  if (!isFields(value)) return undefined
  const kept: Fields = {}
  for (const [name, child] of Object.entries(value)) {
    if (paths.includes(name)) kept[name] = child
    else {
      const deeper = below(paths, name)
      const part = deeper.length > 0 && child !== undefined ? only(child, deeper) : undefined
      if (part !== undefined) kept[name] = part
    }
  }
  return kept
}

export function without(value: Fields, paths: string[]): Fields {
  const kept: Fields = {}
  for (const [name, child] of Object.entries(value)) {
    if (paths.includes(name)) continue
    const deeper = below(paths, name)
    kept[name] = deeper.length > 0 ? withoutIn(child as Value, deeper) : child
  }
  return kept
}

function withoutIn(value: Value, paths: string[]): Value {
  if (Array.isArray(value)) return value.map((item) => withoutIn(item, paths))
  return isFields(value) ? without(value, paths) : value
}

function below(paths: string[], name: string): string[] {
  return paths.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1))
}
