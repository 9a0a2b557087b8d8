/**
 * Declared indexes, and the keys that a document has in one.
 * Invariant: a missing field is indexed as null, an array by each of its elements; at most one array per index.
 */
import { badRequest } from '../errors'
import type { Fields, Value } from '../values/document'
import { shapeOf } from '../query/geo-query'
import { type Direction, EMPTY_ARRAY, complement, joinKeys, keyOf } from '../values/keys'
import { valuesAt } from '../values/paths'
import type { Strictness } from '../strictness'

export interface IndexSpec {
  name: string
  unique?: boolean
  fields: [field: string, direction: Direction][]
  /** A geographical index on this field, which then has no other fields. */
  geo?: string
}

/** The platform's limit for one index entry. */
const MAX_KEY_BYTES = 1024

/** An index, and the rules that its keys must keep. */
export interface IndexUnderRules {
  spec: IndexSpec
  strict: Strictness
}

export interface IndexEntries {
  keys: Buffer[]
  /** The keys that no other document may have; all or none. */
  unique: Buffer[]
  /** True when an array fans out: such an index gives neither an order nor a two-sided range. */
  multikey: boolean
}

export function indexEntries({ spec, strict }: IndexUnderRules, doc: Fields): IndexEntries {
  if (spec.geo) return geoEntries(spec.geo, doc)
  let fanned = -1
  const parts = spec.fields.map(([field, direction], position) => {
    const found = valuesAt(doc, field)
    const isArray = found.length > 1 || Array.isArray(found[0]) || throughArray(doc, field)
    if (!isArray) return [keyOf(found[0], direction)]
    if (fanned >= 0) throw badRequest(`cannot index parallel arrays [${field}] [${spec.fields[fanned]?.[0]}]`)
    fanned = position
    return arrayKeys(found, direction)
  })
  const keys = fanned < 0 ? [joinKeys(parts.map((part) => part[0] as Buffer))] : fanOut(parts, fanned)
  for (const key of keys) {
    if (key.length > MAX_KEY_BYTES && strict.indexKeySize)
      throw badRequest(
        `key too large to index ${spec.name}: ${key.length} bytes, at most ${MAX_KEY_BYTES} (strict rule indexKeySize)`,
      )
  }
  const isExempt = !spec.unique || (!strict.missingIsNull && isMissing(spec, doc))
  return { keys, unique: isExempt ? [] : keys, multikey: fanned >= 0 }
}

/** Whether two states have the same keys, as far as their values tell it; when they do not, the keys have to. */
export function haveSameKeys({ spec }: IndexUnderRules, one: Fields, other: Fields): boolean {
  return spec.fields.length > 0 && spec.fields.every(([field]) => isSamePlain(one, other, field))
}

function isSamePlain(one: Fields, other: Fields, field: string): boolean {
  const value = one[field]
  return value === other[field] && typeof value !== 'object' && !field.includes('.')
}

/** It finds nothing by itself; it refuses what MongoDB's index would refuse. */
function geoEntries(field: string, doc: Fields): IndexEntries {
  for (const value of valuesAt(doc, field))
    if (value !== null && !shapeOf(value))
      throw badRequest(`Can't extract geo keys: unknown GeoJSON type: {${field}: ${JSON.stringify(value)}}`)
  return { keys: [], unique: [], multikey: false }
}

function isMissing(spec: IndexSpec, doc: Fields): boolean {
  return spec.fields.every(([field]) => valuesAt(doc, field).length === 0)
}

function throughArray(doc: Fields, field: string): boolean {
  if (!field.includes('.')) return false
  const steps = field.split('.')
  let value: Value | undefined = doc
  for (const step of steps) {
    if (Array.isArray(value)) return true
    if (value === null || typeof value !== 'object') return false
    value = (value as Fields)[step]
  }
  return false
}

function arrayKeys(found: Value[], direction: Direction): Buffer[] {
  const elements = found.flatMap((value) => (Array.isArray(value) ? value : [value]))
  if (elements.length === 0) {
    const isEmptyArray = found.length > 0
    return [isEmptyArray ? (direction === 1 ? EMPTY_ARRAY : complement(EMPTY_ARRAY)) : keyOf(null, direction)]
  }
  const distinct = new Map<string, Buffer>()
  for (const element of elements) {
    const key = keyOf(element, direction)
    distinct.set(key.toString('latin1'), key)
  }
  return [...distinct.values()]
}

function fanOut(parts: Buffer[][], fanned: number): Buffer[] {
  return (parts[fanned] as Buffer[]).map((own) =>
    joinKeys(parts.map((part, position) => (position === fanned ? own : (part[0] as Buffer)))),
  )
}

export function describeKey(spec: IndexSpec, doc: Fields): string {
  const fields = spec.fields.map(([field]) => `${field}: ${JSON.stringify(valuesAt(doc, field)[0] ?? null)}`)
  return `{ ${fields.join(', ')} }`
}
