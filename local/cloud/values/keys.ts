/**
 * Order-preserving binary keys. Invariant: comparing two keys byte by byte gives MongoDB's order of the values
 * (undefined < null < numbers < strings < objects < arrays < booleans < dates), ascending or descending per field.
 */
import { type Fields, isDate, type Value } from './document'

export type Direction = 1 | -1

const TAG = {
  nothing: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x48,
  boolean: 0x60,
  date: 0x70,
}

/** A missing field counts as null; `EMPTY_ARRAY` is what an index holds for `[]`. */
export const EMPTY_ARRAY = Buffer.from([TAG.nothing])

export function keyOf(value: Value | undefined, direction: Direction = 1): Buffer {
  const key = encode(value)
  return direction === 1 ? key : complement(key)
}

export function joinKeys(parts: Buffer[]): Buffer {
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}

export function complement(key: Buffer): Buffer {
  const out = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) out[i] = ~(key[i] as number) & 0xff
  return out
}

/** The smallest key greater than every key that starts with the prefix. */
export function afterPrefix(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix)
  for (let i = end.length - 1; i >= 0; i--) {
    if (end[i] === 0xff) continue
    end[i] = (end[i] as number) + 1
    return end.subarray(0, i + 1)
  }
  return Buffer.from([0xff, 0xff])
}

/** All keys of the value's own type lie between these two: a range query never crosses types. */
export function typeBracket(value: Value): { low: Buffer; high: Buffer } {
  const tag = encode(value)[0] as number
  return { low: Buffer.from([tag]), high: Buffer.from([tag + 1]) }
}

function encode(value: Value | undefined): Buffer {
  if (value === null || value === undefined) return Buffer.from([TAG.null])
  if (typeof value === 'string') return text(TAG.string, value)
  if (typeof value === 'number') return double(TAG.number, value)
  if (typeof value === 'boolean') return Buffer.from([TAG.boolean, value ? 1 : 0])
  if (isDate(value)) return double(TAG.date, value.getTime())
  if (Array.isArray(value)) return sequence(TAG.array, value.map(encode))
  return sequence(TAG.object, fieldKeys(value))
}

function fieldKeys(value: Fields): Buffer[] {
  const parts: Buffer[] = []
  for (const name of Object.keys(value)) {
    const child = value[name]
    if (child !== undefined) parts.push(encode(child).subarray(0, 1), text(1, name), encode(child))
  }
  return parts
}

function sequence(tag: number, parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag]), ...parts, Buffer.from([0])])
}

function double(tag: number, value: number): Buffer {
  const key = Buffer.allocUnsafe(9)
  key[0] = tag
  // NaN sorts below every number, and -0 equals 0.
  if (Number.isNaN(value)) return key.fill(0, 1)
  key.writeDoubleBE(value + 0, 1)
  if ((key[1] as number) & 0x80) for (let i = 1; i < 9; i++) key[i] = ~(key[i] as number) & 0xff
  else key[1] = (key[1] as number) | 0x80
  return key
}

/** Zero bytes inside are escaped as 00 FF, the end is 00 01: a prefix sorts before its continuation. */
function text(tag: number, value: string): Buffer {
  if (value.includes('\0'))
    return Buffer.concat([Buffer.from([tag]), escapeZeros(Buffer.from(value)), Buffer.from([0, 1])])
  // Tags are below 128, so each is one byte of UTF-8.
  return Buffer.from(`${String.fromCharCode(tag)}${value}\0\u0001`)
}

function escapeZeros(raw: Buffer): Buffer {
  const out: number[] = []
  for (const byte of raw) {
    out.push(byte)
    if (byte === 0) out.push(0xff)
  }
  return Buffer.from(out)
}
