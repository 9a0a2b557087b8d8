/**
 * Writing at a dotted path the way MongoDB does. Invariant: a path that MongoDB would not create is refused with
 * MongoDB's own words; nothing is replaced silently on the way.
 */
import { badRequest } from '../errors'
import { type Fields, isFields, MAX_DEPTH, tooDeep, type Value } from '../values/document'

/** The place where the last step of a path lives. `exists` is false where the step has no value yet. */
export interface Place {
  holder: Fields | Value[]
  step: string
  exists: boolean
}

export function checkPath(path: string): void {
  const steps = path.split('.', MAX_DEPTH + 1)
  if (steps.length > MAX_DEPTH) throw tooDeep()
  if (steps.includes(''))
    throw badRequest(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (path.includes('$')) checkPositions(path, steps)
  if (steps[0] === '_id')
    throw badRequest("Performing an update on the path '_id' would modify the immutable field '_id'")
}

function checkPositions(path: string, steps: string[]): void {
  const [filtered] = steps.filter((step) => /^\$\[.+\]$/.test(step))
  if (filtered)
    throw badRequest(`No array filter found for identifier '${filtered.slice(2, -1)}' in path '${path}'`)
  if (steps[0] === '$' || steps[0] === '$[]')
    throw badRequest(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  if (steps.filter((step) => step === '$').length > 1)
    throw badRequest(`Too many positional (i.e. '$') elements found in path '${path}'`)
  const dollar = steps.find((step) => step.startsWith('$') && step !== '$' && step !== '$[]')
  if (dollar)
    throw badRequest(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`)
}

/** Finds the place without creating anything; null when a step on the way is missing or leads into a scalar. */
export function findPlace(doc: Fields, path: string): Place | null {
  const steps = path.split('.')
  let holder: Value | undefined = doc
  for (const step of steps.slice(0, -1)) {
    holder = childOf(holder, step)
    if (holder === undefined) return null
  }
  const step = steps[steps.length - 1] as string
  if (Array.isArray(holder) && !isIndex(step)) return null
  if (!isFields(holder) && !Array.isArray(holder)) return null
  return { holder, step, exists: childOf(holder, step) !== undefined }
}

/** Finds the place and creates the objects on the way. */
export function makePlace(doc: Fields, path: string): Place {
  const steps = path.split('.')
  let holder: Fields | Value[] = doc
  let name = ''
  for (const [i, step] of steps.entries()) {
    assertCanHold(holder, step, name)
    if (i === steps.length - 1) return { holder, step, exists: childOf(holder, step) !== undefined }
    let child = childOf(holder, step)
    if (child === undefined) {
      child = {}
      write({ holder, step, exists: false }, child)
    }
    if (!isFields(child) && !Array.isArray(child))
      throw badRequest(`Cannot create field '${steps[i + 1]}' in element {${step}: ${JSON.stringify(child)}}`)
    holder = child
    name = step
  }
  throw badRequest(`empty path`)
}

export function valueOf(place: Place): Value | undefined {
  return childOf(place.holder, place.step)
}

export function write({ holder, step }: Place, value: Value): void {
  if (!Array.isArray(holder)) {
    holder[step] = value
    return
  }
  const position = Number(step)
  while (holder.length < position) holder.push(null)
  holder[position] = value
}

/** In an array the place keeps its position and becomes null, as `$unset` does. */
export function erase({ holder, step }: Place): void {
  if (Array.isArray(holder)) holder[Number(step)] = null
  else delete holder[step]
}

function assertCanHold(holder: Fields | Value[], step: string, name: string): void {
  if (!Array.isArray(holder)) return
  if (!isIndex(step))
    throw badRequest(`Cannot create field '${step}' in element {${name}: ${JSON.stringify(holder)}}`)
  if (Number(step) > holder.length + 1500) throw badRequest(`can't backfill array to ${step} elements`)
}

function childOf(holder: Value | undefined, step: string): Value | undefined {
  if (Array.isArray(holder)) return isIndex(step) ? holder[Number(step)] : undefined
  return isFields(holder) && Object.prototype.hasOwnProperty.call(holder, step) ? holder[step] : undefined
}

const isIndex = (step: string) => /^(0|[1-9]\d*)$/.test(step)
