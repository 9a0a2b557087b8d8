/**
 * Extended JSON as the SDK writes and reads it. Invariant: answers are canonical; what has no place in a stored
 * document (ObjectId, binary, geo objects) is refused by name instead of being kept in a changed form.
 */
import { badRequest, invalidParameter, notImplemented, strictRefusal } from '../errors'
import { type Fields, isDate, isFields } from '../values/document'
import { regularExpression } from '../query/regular-expressions'
import type { Strictness } from '../strictness'
import { checkDepth, checkName, parseJson } from './json'

export interface ReadOptions {
  /** The instant that `db.serverDate()` becomes. */
  now: number
  /** Set where the platform does not accept `db.serverDate()`. */
  refuseServerDate?: string
  strict: Strictness
}

export function readEjson(text: string, options: ReadOptions): unknown {
  return revive(parseJson(text, 'the extended JSON'), options, 1)
}

/** A document, a query, an order or a projection: an object, and nothing else. */
export function readEjsonFields(text: string, options: ReadOptions): Fields {
  const value = readEjson(text, options)
  if (isFields(value) && !(value instanceof RegExp)) return value
  throw invalidParameter(`an object is needed, not ${text.slice(0, 100)}`)
}

export function writeEjson(value: unknown): string {
  if (typeof value === 'number') return numberText(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isDate(value)) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (Array.isArray(value))
    return `[${value.map((item) => (item === undefined ? 'null' : writeEjson(item))).join(',')}]`
  const fields = value as Fields
  let text = ''
  for (const name of Object.keys(fields)) {
    const child = fields[name]
    if (child !== undefined) text += `${text && ','}${JSON.stringify(name)}:${writeEjson(child)}`
  }
  return `{${text}}`
}

function revive(value: unknown, options: ReadOptions, depth: number): unknown {
  if (value === null || typeof value !== 'object') return value
  checkDepth(depth)
  if (Array.isArray(value)) return value.map((item) => revive(item, options, depth + 1))
  const fields = value as Record<string, unknown>
  const names = Object.keys(fields)
  const first = names[0]
  if (first !== undefined && names.length === 1 && first.startsWith('$')) {
    const special = reviveSpecial(first, fields[first], options)
    if (special !== undefined) return special
  }
  if ('operands' in fields && options.strict.commandsConverted) refuseCommand(fields)
  const revived: Record<string, unknown> = {}
  for (const name of names) {
    checkName(name)
    revived[name] = revive(fields[name], options, depth + 1)
  }
  return revived
}

/** Inside some commands the SDK sends another one as the object that it is, which would be compared as it stands. */
function refuseCommand({ operator, operands, fieldName }: Record<string, unknown>): void {
  if (typeof operator === 'string' && Array.isArray(operands) && fieldName !== undefined)
    throw strictRefusal(
      'commandsConverted',
      `${operator.slice(0, 20)}() inside another command, which the SDK does not convert there: write {$${operator.slice(0, 20)}: …}`,
    )
}

function reviveSpecial(mark: string, content: unknown, options: ReadOptions): unknown {
  switch (mark) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return numberOf(mark, content)
    case '$date':
      return dateOf(content)
    case '$regularExpression':
      return patternOf(content, options.strict)
    case '$tcb_server_date': {
      if (options.refuseServerDate) throw badRequest(options.refuseServerDate)
      const offset = revive((content as { offset?: unknown } | null)?.offset ?? 0, options, 1)
      if (typeof offset !== 'number') throw invalidParameter('the offset of serverDate() is not a number')
      return validDate(new Date(options.now + offset))
    }
    case '$oid':
    case '$binary':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$undefined':
      throw notImplemented(`values of type ${mark}`)
    default:
      return undefined
  }
}

const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$|^-?Infinity$|^NaN$/i

function numberOf(mark: string, content: unknown): number {
  if (typeof content === 'number') return content
  if (typeof content === 'string' && content.length <= 400 && NUMBER.test(content)) return Number(content)
  throw invalidParameter(`${mark} holds no number`)
}

function dateOf(content: unknown): Date {
  const isLong = typeof content === 'object' && content !== null && '$numberLong' in content
  if (isLong) return validDate(new Date(numberOf('$numberLong', content.$numberLong)))
  if (typeof content === 'string' || typeof content === 'number') return validDate(new Date(content))
  throw invalidParameter('$date holds no instant')
}

function validDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw invalidParameter('$date holds no instant')
  return date
}

function patternOf(content: unknown, strict: Strictness): RegExp {
  const { pattern, options } = (content ?? {}) as { pattern?: unknown; options?: unknown }
  if (typeof pattern !== 'string' || typeof options !== 'string')
    throw invalidParameter('$regularExpression needs a pattern and options')
  if (strict.regexFlags && /[^imsx]/.test(options))
    throw badRequest(`invalid flag in regex options: ${options.slice(0, 20)} (strict rule regexFlags)`)
  return regularExpression(pattern, options.replace(/[^imsx]/g, ''))
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return '{"$numberDouble":"-0.0"}'
  if (!Number.isSafeInteger(value)) return `{"$numberDouble":"${value}"}`
  const isShort = value >= -0x80000000 && value <= 0x7fffffff
  return isShort ? `{"$numberInt":"${value}"}` : `{"$numberLong":"${value}"}`
}
