/**
 * Positions in arrays that an update or a projection does not name by number: `$` is the element that the query met,
 * `$[]` every element. Invariant: a path without an answer is refused with MongoDB's words, never skipped.
 */
import { badRequest } from '../errors'
import { type Fields, isFields, type Value } from '../values/document'
import { isOperators, matcher } from './match'

export function isPositional(path: string): boolean {
  return /(^|\.)\$(\.|$|\[)/.test(path)
}

/** The paths by number that a positional path stands for in this document. */
export function concretePaths(doc: Fields, path: string, query: Fields): string[] {
  const steps = path.split('.')
  let paths: string[] = ['']
  for (const step of steps) {
    if (step === '$') paths = paths.map((parent) => `${parent}.${metPosition(doc, parent.slice(1), query)}`)
    else if (step === '$[]') paths = paths.flatMap((parent) => everyPosition(doc, parent.slice(1)))
    else paths = paths.map((parent) => `${parent}.${step}`)
  }
  return paths.map((each) => each.slice(1))
}

export function metPosition(doc: Fields, array: string, query: Fields): number {
  const elements = valueAt(doc, array)
  const conditions = conditionsOn(array, query)
  if (Array.isArray(elements)) {
    for (const condition of conditions) {
      const matches = matcher(condition)
      const position = elements.findIndex((element) => matches(nested(array, [element])))
      if (position >= 0) return position
    }
  }
  throw badRequest('The positional operator did not find the match needed from the query.')
}

function everyPosition(doc: Fields, array: string): string[] {
  const elements = valueAt(doc, array)
  if (elements === undefined)
    throw badRequest(`The path '${array}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(elements))
    throw badRequest(`Cannot apply array updates to non-array element ${array}: ${JSON.stringify(elements)}`)
  return elements.map((_element, position) => `.${array}.${position}`)
}

function conditionsOn(array: string, query: Fields): Fields[] {
  return Object.entries(query).flatMap(([path, condition]) => {
    if (path === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => (isFields(part) ? conditionsOn(array, part) : []))
    const met = path === array || path.startsWith(`${array}.`) ? withoutNegations(condition) : undefined
    return met === undefined ? [] : [{ [path]: met }]
  })
}

const NEGATIONS = ['$ne', '$nin', '$not']

/** What is not there has no position; undefined: nothing else is asked for. */
function withoutNegations(condition: Value | undefined): Value | undefined {
  if (!isOperators(condition)) return condition
  const kept = Object.entries(condition).filter(([name]) => !NEGATIONS.includes(name))
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

function valueAt(doc: Fields, path: string): Value | undefined {
  let value: Value | undefined = doc
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(step)]
    else value = isFields(value) ? value[step] : undefined
  }
  return value
}

function nested(path: string, value: Value): Fields {
  return path.split('.').reduceRight<Value>((inner, step) => ({ [step]: inner }), value) as Fields
}
