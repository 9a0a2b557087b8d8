/**
 * What a stored document is, and its compact text form.
 * Invariant: decode(encode(d)) equals d, Dates included; a decoded document is frozen, so nobody changes the cache.
 */
import { badRequest } from '../errors'

export type Value = null | boolean | number | string | Date | Value[] | Fields
export interface Fields {
  [field: string]: Value | undefined
}
export interface Doc extends Fields {
  _id: string | number
}

/** The database's limit for nested objects and arrays. */
export const MAX_DEPTH = 100
export const tooDeep = () => badRequest(`exceeded the limit of ${MAX_DEPTH} levels of nesting`)

/** `$` cannot open a stored field name, so these marks cannot be confused with data. */
const DATE_MARK = '$d'
const NUMBER_MARK = '$n'

export function encodeDoc(doc: Fields): string {
  return JSON.stringify(mark(doc, 1))
}

export function decodeDoc(text: string): Doc {
  const parsed = JSON.parse(text) as Doc
  return (text.includes('{"$') ? unmark(parsed) : deepFreeze(parsed)) as Doc
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value)
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

export function copyValue<T extends Value | undefined>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (isDate(value)) return new Date(value.getTime()) as T
  if (Array.isArray(value)) return value.map((item) => copyValue(item)) as T
  const fields: Fields = value
  const copy: Fields = {}
  for (const key of Object.keys(fields)) copy[key] = copyValue(fields[key])
  return copy as T
}

export function typeName(value: Value): string {
  if (value === null) return 'null'
  if (isDate(value)) return 'date'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

function mark(value: Value | undefined, depth: number): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [NUMBER_MARK]: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (isDate(value)) return { [DATE_MARK]: value.getTime() }
  if (depth > MAX_DEPTH) throw tooDeep()
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : mark(item, depth + 1)))
  const marked: Record<string, unknown> = {}
  for (const key of Object.keys(value)) marked[key] = mark(value[key], depth + 1)
  return marked
}

function unmark(value: Value): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = unmark(value[i] as Value)
    return Object.freeze(value) as Value[]
  }
  const fields = value as Fields
  for (const key in fields) {
    if (key === DATE_MARK) return Object.freeze(new Date(fields[key] as number))
    if (key === NUMBER_MARK) return Number(fields[key])
    const child = fields[key] as Value
    if (child !== null && typeof child === 'object') fields[key] = unmark(child)
  }
  return Object.freeze(fields)
}

function deepFreeze(value: Value): Value {
  if (value === null || typeof value !== 'object') return value
  for (const child of Object.values(value)) if (typeof child === 'object') deepFreeze(child as Value)
  return Object.freeze(value) as Value
}
