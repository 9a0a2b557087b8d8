/**
 * Dotted paths in documents, read the way MongoDB reads them: an array on the way fans out into its elements.
 */
import { type Fields, isFields, type Value } from './document'

/** All values found at the path; an array at the end stays one value. Empty when the field is missing everywhere. */
export function valuesAt(doc: Fields, path: string): Value[] {
  if (!path.includes('.')) {
    const value = Object.hasOwn(doc, path) ? doc[path] : undefined
    return value === undefined ? [] : [value]
  }
  let found: Value[] = [doc]
  for (const step of path.split('.')) {
    const next: Value[] = []
    for (const value of found) collectStep(value, step, next)
    found = next
  }
  return found
}

function collectStep(value: Value, step: string, into: Value[]): void {
  if (Array.isArray(value)) {
    const element = /^\d+$/.test(step) ? value[Number(step)] : undefined
    if (element !== undefined) into.push(element)
    for (const item of value) if (isFields(item)) collectStep(item, step, into)
    return
  }
  if (!isFields(value)) return
  const child = Object.hasOwn(value, step) ? value[step] : undefined
  if (child !== undefined) into.push(child)
}
