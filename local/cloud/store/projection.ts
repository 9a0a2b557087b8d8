/**
 * Which fields of a document are answered. Either the wanted fields or the unwanted ones; operators are refused.
 */
import { badRequest, notImplemented } from '../errors'
import { type Doc, type Fields, isFields, type Value } from './document'

export function project(doc: Doc, projection: Fields | undefined): Fields {
  const { _id: id, ...others } = projection ?? {}
  const flags = Object.entries(others).map(([path, flag]) => [path, asFlag(path, flag)] as const)
  const keepsId = id === undefined || asFlag('_id', id)
  if (flags.length === 0)
    return keepsId ? (projection && id !== undefined ? { _id: doc._id } : doc) : without(doc, ['_id'])
  const wanted = flags.filter(([, flag]) => flag).map(([path]) => path)
  if (wanted.length > 0 && wanted.length < flags.length)
    throw badRequest('Projection cannot have a mix of inclusion and exclusion.')
  if (wanted.length === 0) return without(doc, [...flags.map(([path]) => path), ...(keepsId ? [] : ['_id'])])
  return only(doc, keepsId ? ['_id', ...wanted] : wanted) as Fields
}

function asFlag(path: string, flag: Value | undefined): boolean {
  if (typeof flag === 'boolean') return flag
  if (typeof flag === 'number') return flag !== 0
  throw notImplemented(`the projection ${JSON.stringify({ [path]: flag })}`)
}

function only(value: Value, paths: string[]): Value | undefined {
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

function without(value: Fields, paths: string[]): Fields {
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
