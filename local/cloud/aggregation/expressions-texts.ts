/** Text: by bytes of UTF-8 or by code points; upper and lower case of ASCII only, as in MongoDB. */
import { badRequest } from '../errors'
import { isDate } from '../values/document'
import { isNothing, nameOfType, operator, wholeNumberFor } from './expression-operands'
import type { Operator, Operators, Result } from './expression'

/** What counts as text where MongoDB converts. */
function textOf(name: string, value: Result): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (isDate(value)) return value.toISOString()
  throw badRequest(`${name} can't convert from BSON type ${nameOfType(value)} to String`)
}

function onlyText(name: string, value: Result): string {
  if (typeof value !== 'string')
    throw badRequest(`${name} requires a string argument, found: ${nameOfType(value)}`)
  return value
}

const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Units are bytes as latin1 text, or code points. */
const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const fromBytes = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

function indexOf(name: string, unitsOf: (text: string) => string[]): Operator {
  return operator(name, [2, 4], ([text, wanted, start = 0, end]) => {
    if (isNothing(text)) return null
    const units = unitsOf(onlyText(name, text))
    const search = unitsOf(onlyText(name, wanted))
    const from = wholeNumberFor(name, start)
    const to = end === undefined ? units.length : Math.min(wholeNumberFor(name, end), units.length)
    if (from < 0 || to < 0) throw badRequest(`${name} requires a nonnegative index`)
    for (let i = from; i + search.length <= to; i++)
      if (search.every((unit, offset) => units[i + offset] === unit)) return i
    return -1
  })
}

const substrBytes = (name: string): Operator =>
  operator(name, [3, 3], ([text, start, count]) => {
    const bytes = toBytes(textOf(name, text))
    const [from, to] = rangeOf(bytes.length, wholeNumberFor(name, start), wholeNumberFor(name, count))
    if (isInside(bytes, from))
      throw badRequest(`${name}:  Invalid range, starting index is a UTF-8 continuation byte.`)
    if (isInside(bytes, to))
      throw badRequest(`${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`)
    return fromBytes(bytes.slice(from, to))
  })

/** As the reference says: from before the beginning there is nothing, a length below zero goes to the end. */
function rangeOf(length: number, start: number, count: number): [from: number, to: number] {
  if (start < 0) return [0, 0]
  return [start, count < 0 ? length : Math.min(length, start + count)]
}

const isInside = (bytes: string, at: number): boolean => (bytes.charCodeAt(at) & 0xc0) === 0x80

const substrCP = operator('$substrCP', [3, 3], ([text, first, length]) => {
  const points = [...textOf('$substrCP', text)]
  const [start, count] = [wholeNumberFor('$substrCP', first), wholeNumberFor('$substrCP', length)]
  return points.slice(...rangeOf(points.length, start, count)).join('')
})

function concat(operands: Result[]): Result {
  if (operands.some(isNothing)) return null
  return operands
    .map((value) => {
      if (typeof value !== 'string')
        throw badRequest(`$concat only supports strings, not ${nameOfType(value)}`)
      return value
    })
    .join('')
}

function split([text, separator]: Result[]): Result {
  if (isNothing(text) || isNothing(separator)) return null
  if (separator === '') throw badRequest('$split requires a non-empty separator')
  return onlyText('$split', text).split(onlyText('$split', separator))
}

export const TEXTS: Operators = {
  $concat: operator('$concat', [0, Infinity], concat),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => toBytes(text).split('')),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $split: operator('$split', [2, 2], split),
  $strLenBytes: operator('$strLenBytes', [1, 1], ([text]) =>
    Buffer.byteLength(onlyText('$strLenBytes', text)),
  ),
  $strLenCP: operator('$strLenCP', [1, 1], ([text]) => [...onlyText('$strLenCP', text)].length),
  $strcasecmp: operator('$strcasecmp', [2, 2], ([a, b]) => {
    const [left, right] = [toBytes(upper(textOf('$strcasecmp', a))), toBytes(upper(textOf('$strcasecmp', b)))]
    return left < right ? -1 : Number(left > right)
  }),
  $substr: substrBytes('$substr'),
  $substrBytes: substrBytes('$substrBytes'),
  $substrCP: substrCP,
  $toLower: operator('$toLower', [1, 1], ([text]) => lower(textOf('$toLower', text))),
  $toString: operator('$toString', [1, 1], ([value]) =>
    isNothing(value) ? null : typeof value === 'boolean' ? String(value) : textOf('$toString', value),
  ),
  $toUpper: operator('$toUpper', [1, 1], ([text]) => upper(textOf('$toUpper', text))),
}
