/**
 * Extended JSON as the SDK writes and reads it. Invariant: answers are canonical; what has no place in a stored
 * document (ObjectId, binary, geo objects) is refused by name instead of being kept in a changed form.
 */
import { badRequest, notImplemented } from '../errors'
import { isDate } from '../store/document'
import type { Strictness } from '../strictness'

export interface ReadOptions {
  /** The instant that `db.serverDate()` becomes. */
  now: number
  /** Set where the platform does not accept `db.serverDate()`. */
  refuseServerDate?: string
  strict: Strictness
}

export function readEjson(text: string, options: ReadOptions): unknown {
  return revive(JSON.parse(text), options)
}

export function writeEjson(value: unknown): string {
  return JSON.stringify(canonical(value))
}

function revive(value: unknown, options: ReadOptions): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => revive(item, options))
  const fields = value as Record<string, unknown>
  const names = Object.keys(fields)
  const first = names[0]
  if (first !== undefined && names.length === 1 && first.startsWith('$')) {
    const special = reviveSpecial(first, fields[first], options)
    if (special !== undefined) return special
  }
  const revived: Record<string, unknown> = {}
  for (const name of names) revived[name] = revive(fields[name], options)
  return revived
}

function reviveSpecial(mark: string, content: unknown, options: ReadOptions): unknown {
  switch (mark) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(content)
    case '$date':
      return typeof content === 'object' && content !== null
        ? new Date(Number((content as { $numberLong: string }).$numberLong))
        : new Date(content as string | number)
    case '$regularExpression':
      return regularExpression(content as { pattern: string; options: string }, options.strict)
    case '$tcb_server_date': {
      if (options.refuseServerDate) throw badRequest(options.refuseServerDate)
      const offset = revive((content as { offset?: unknown } | null)?.offset ?? 0, options)
      return new Date(options.now + Number(offset))
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

function regularExpression(
  { pattern, options }: { pattern: string; options: string },
  strict: Strictness,
): RegExp {
  if (strict.regexFlags && /[^imsx]/.test(options))
    throw badRequest(`invalid flag in regex options: ${options} (strict rule regexFlags)`)
  if (options.includes('x')) throw notImplemented('the regular expression option x')
  return new RegExp(pattern, options.replace(/[^ims]/g, ''))
}

function canonical(value: unknown): unknown {
  if (typeof value === 'number') return canonicalNumber(value)
  if (value === null || typeof value !== 'object') return value
  if (isDate(value)) return { $date: { $numberLong: String(value.getTime()) } }
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : canonical(item)))
  const fields: Record<string, unknown> = {}
  for (const [name, child] of Object.entries(value)) if (child !== undefined) fields[name] = canonical(child)
  return fields
}

function canonicalNumber(value: number): unknown {
  if (!Number.isInteger(value) || Object.is(value, -0))
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
  if (value >= -0x80000000 && value <= 0x7fffffff) return { $numberInt: String(value) }
  return Number.isSafeInteger(value) ? { $numberLong: String(value) } : { $numberDouble: String(value) }
}
