/**
 * Sorting in memory, where no index gives the order. Invariant: the same order as the index keys give; an array counts
 * by its smallest element ascending, by its largest descending.
 */
import type { Fields, Value } from '../values/document'
import { compareValues } from '../values/compare'
import { valuesAt } from '../values/paths'
import type { Direction } from '../values/keys'

export type Order = [field: string, direction: Direction][]

export function sortDocs<D extends Fields>(docs: D[], order: Order): D[] {
  const valued = docs.map((doc) => ({
    doc,
    values: order.map(([field, direction]) => sortValue(doc, field, direction)),
  }))
  valued.sort((a, b) => {
    for (let i = 0; i < order.length; i++) {
      const compared = compareValues(a.values[i], b.values[i])
      if (compared !== 0) return compared * (order[i]?.[1] ?? 1)
    }
    return 0
  })
  return valued.map(({ doc }) => doc)
}

function sortValue(doc: Fields, field: string, direction: 1 | -1): Value | undefined {
  const found = valuesAt(doc, field)
  if (found.length <= 1 && !Array.isArray(found[0])) return found[0]
  const elements = found.flatMap((value) => (Array.isArray(value) ? value : [value]))
  return elements.sort((a, b) => compareValues(a, b) * direction)[0]
}
