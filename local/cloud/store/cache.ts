/**
 * Recently used decoded documents, bounded by the size of their text.
 * Invariant: holds committed states only; entries are frozen, so sharing them is safe.
 */
import type { Doc } from './document'

export interface StoredDoc {
  doc: Doc
  number: number
  bytes: number
}

interface Entry extends StoredDoc {
  idKey: string
  numberKey: string
}

const MAX_BYTES = 48 * 1024 * 1024
const byId = (collection: number, id: Doc['_id']) => `${collection}${typeof id === 'number' ? '#' : '/'}${id}`
const byNumber = (collection: number, number: number) => `${collection}.${number}`

export class DocumentCache {
  private readonly ids = new Map<string, Entry>()
  private readonly numbers = new Map<string, Entry>()
  private bytes = 0

  getById(collection: number, id: Doc['_id']): StoredDoc | undefined {
    return this.touch(this.ids.get(byId(collection, id)))
  }

  getByNumber(collection: number, number: number): StoredDoc | undefined {
    return this.touch(this.numbers.get(byNumber(collection, number)))
  }

  put(collection: number, stored: StoredDoc): void {
    this.forget(collection, stored.doc._id)
    const entry: Entry = {
      ...stored,
      idKey: byId(collection, stored.doc._id),
      numberKey: byNumber(collection, stored.number),
    }
    this.ids.set(entry.idKey, entry)
    this.numbers.set(entry.numberKey, entry)
    this.bytes += entry.bytes
    while (this.bytes > MAX_BYTES) this.drop(this.numbers.values().next().value as Entry)
  }

  forget(collection: number, id: Doc['_id']): void {
    const entry = this.ids.get(byId(collection, id))
    if (entry) this.drop(entry)
  }

  clear(): void {
    this.ids.clear()
    this.numbers.clear()
    this.bytes = 0
  }

  private touch(entry: Entry | undefined): StoredDoc | undefined {
    if (!entry) return undefined
    this.numbers.delete(entry.numberKey)
    this.numbers.set(entry.numberKey, entry)
    return entry
  }

  private drop(entry: Entry): void {
    this.ids.delete(entry.idKey)
    this.numbers.delete(entry.numberKey)
    this.bytes -= entry.bytes
  }
}
