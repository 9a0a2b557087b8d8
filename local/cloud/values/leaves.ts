/**
 * What a condition at a dotted path looks at, as MongoDB's matcher walks there.
 * Invariant: an array on the way fans out into those of its elements that are objects; a path that leads nowhere gives
 * one missing value, but elements that are no objects give none.
 */
import { type Fields, isFields, type Value } from './document'

export type Leaf = Value | undefined

const isIndex = (step: string) => /^\d+$/.test(step)

export function leavesAt(doc: Fields, path: string): Leaf[] {
  if (!path.includes('.')) return [own(doc, path)]
  const into: Leaf[] = []
  collect(doc, path.split('.'), 0, into)
  return into
}

function collect(value: Leaf, steps: string[], at: number, into: Leaf[]): void {
  if (at === steps.length) {
    into.push(value)
    return
  }
  const step = steps[at] as string
  if (Array.isArray(value)) {
    // An element's own array is not looked into, unless a number names the element.
    for (const item of value) if (isFields(item)) collect(item, steps, at, into)
    if (isIndex(step) && Number(step) < value.length) collect(value[Number(step)], steps, at + 1, into)
    return
  }
  if (isFields(value)) collect(own(value, step), steps, at + 1, into)
  else into.push(undefined)
}

function own(fields: Fields, name: string): Leaf {
  return Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined
}
