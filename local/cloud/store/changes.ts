/**
 * Changes as values: what a write makes of one document, before anything is stored.
 * Invariant: a change carries the state it was computed from.
 */
import { badRequest, duplicateKey } from '../errors'
import type { Collection } from './catalog'
import { copyValue, type Doc, encodeDoc, type Fields } from '../values/document'
import { newId } from './ids'
import { haveSameKeys, indexEntries } from './index-keys'
import { checkStorable } from '../update/update'
import { STRICT } from '../strictness'

export interface Change {
  collection: Collection
  before: Doc | null
  after: Doc | null
}

export function insertion(collection: Collection, before: Doc | null, after: Doc): Change {
  if (before) throw duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(after._id)} }`)
  return { collection, before, after }
}

export function newDoc(fields: Fields, strict = STRICT): Doc {
  const { _id, ...rest } = fields
  if (_id !== undefined && typeof _id !== 'string' && typeof _id !== 'number')
    throw badRequest(`_id must be a string or a number, not ${JSON.stringify(_id)}`)
  checkStorable(rest, strict)
  return { _id: _id ?? newId(), ...copyValue(rest) }
}

export function isSame(before: Doc | null, after: Doc | null): boolean {
  if (before === null || after === null) return before === after
  return before === after || encodeDoc(before) === encodeDoc(after)
}

/** The unique keys that a change newly takes. */
export function uniqueKeys({ collection, before, after }: Change) {
  if (!after) return []
  return collection.indexes
    .filter((index) => index.spec.unique && !(before && haveSameKeys(index, before, after)))
    .flatMap((index) => {
      const old = before ? indexEntries(index, before).unique : []
      return indexEntries(index, after)
        .unique.filter((key) => !old.some((previous) => previous.equals(key)))
        .map((key) => ({ index, spec: index.spec, key, lock: `${index.table}:${key.toString('latin1')}` }))
    })
}
