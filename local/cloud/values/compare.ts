/**
 * MongoDB's order of values. Invariant: the same order as comparing two keys of `keys.ts` byte by byte: a missing value
 * counts as null, -0 equals 0, NaN is below every number, text is compared by its UTF-8 bytes.
 */
import { type Fields, isDate, type Value } from './document'

export type TypeClass = 'null' | 'number' | 'text' | 'object' | 'array' | 'boolean' | 'date' | 'regex'

const RANK: Record<TypeClass, number> = {
  null: 1,
  number: 2,
  text: 3,
  object: 4,
  array: 5,
  boolean: 6,
  date: 7,
  regex: 8,
}

/** A comparison operator never crosses these classes. */
export function typeClass(value: Value | undefined): TypeClass {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'text'
    case 'boolean':
      return 'boolean'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'array'
      if (isDate(value)) return 'date'
      return isRegExp(value) ? 'regex' : 'object'
    default:
      return 'null'
  }
}

export function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

export function compareValues(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  const type = typeClass(a)
  const other = typeClass(b)
  if (type !== other) return RANK[type] - RANK[other]
  switch (type) {
    case 'null':
      return 0
    case 'number':
      return compareNumbers(a as number, b as number)
    case 'text':
      return compareTexts(a as string, b as string)
    case 'boolean':
      return a ? 1 : -1
    case 'date':
      return compareNumbers((a as Date).getTime(), (b as Date).getTime())
    case 'array':
      return compareArrays(a as Value[], b as Value[])
    case 'regex':
      return compareTexts((a as unknown as RegExp).source, (b as unknown as RegExp).source)
    case 'object':
      return compareFields(a as Fields, b as Fields)
  }
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
}

/** UTF-16 puts the pairs of the higher planes before U+E000, UTF-8 after U+FFFF. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return isSurrogate(x) === isSurrogate(y) || Math.min(x, y) < 0xd800 ? x - y : y - x
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const compared = compareValues(a[i], b[i])
    if (compared !== 0) return compared
  }
  return a.length - b.length
}

/** Field by field in their stored order: first by type, then by name, then by value. */
function compareFields(a: Fields, b: Fields): number {
  const [own, other] = [present(a), present(b)]
  const length = Math.min(own.length, other.length)
  for (let i = 0; i < length; i++) {
    const [name, value] = own[i] as [string, Value]
    const [otherName, otherValue] = other[i] as [string, Value]
    const compared =
      RANK[typeClass(value)] - RANK[typeClass(otherValue)] ||
      compareTexts(name, otherName) ||
      compareValues(value, otherValue)
    if (compared !== 0) return compared
  }
  return own.length - other.length
}

const present = (fields: Fields) => Object.entries(fields).filter(([, value]) => value !== undefined)
