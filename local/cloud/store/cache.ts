/**
 * Recently used decoded documents, bounded by what they take in memory: a young generation, which becomes the old one
 * when it is full. What is read out of the old one is young again; what nobody read goes with it.
 * Invariant: holds committed states only; entries are frozen, so sharing them is safe.
 */
import type { Doc } from '../values/document'

export interface StoredDoc {
  doc: Doc
  number: number
  bytes: number
}

type Id = Doc['_id']

const MAX_BYTES = 48 * 1024 * 1024
/** What the objects of a small document take beside its text: a heap of 46,000 of them held 1.2 KB each. */
const OBJECT_BYTES = 1000

const sizeOf = ({ bytes }: StoredDoc): number => bytes + OBJECT_BYTES

export class DocumentCache {
  private young = new Generation()
  private old = new Generation()

  getById(collection: number, id: Id): StoredDoc | undefined {
    const found = this.young.shelf(collection)?.byId.get(id)
    return found ?? this.rejuvenated(collection, this.old.shelf(collection)?.byId.get(id))
  }

  getByNumber(collection: number, number: number): StoredDoc | undefined {
    const found = this.young.shelf(collection)?.byNumber.get(number)
    return found ?? this.rejuvenated(collection, this.old.shelf(collection)?.byNumber.get(number))
  }

  /** What is cached of these documents, by number. */
  getByNumbers(collection: number, numbers: number[]): Map<number, StoredDoc> {
    const found = new Map<number, StoredDoc>()
    const young = this.young.shelf(collection)?.byNumber
    for (const number of numbers) {
      const stored = young?.get(number) ?? this.getByNumber(collection, number)
      if (stored) found.set(number, stored)
    }
    return found
  }

  /** A state that takes the place of the one before, if that is cached. */
  put(collection: number, stored: StoredDoc): void {
    this.forget(collection, stored.doc._id)
    this.add(collection, stored)
  }

  /** A document that is not cached. */
  add(collection: number, stored: StoredDoc): void {
    this.young.add(collection, stored)
    if (this.young.bytes <= MAX_BYTES / 2) return
    this.old = this.young
    this.young = new Generation()
  }

  forget(collection: number, id: Id): void {
    this.young.drop(collection, id)
    this.old.drop(collection, id)
  }

  clear(): void {
    this.young = new Generation()
    this.old = new Generation()
  }

  private rejuvenated(collection: number, found: StoredDoc | undefined): StoredDoc | undefined {
    if (found) this.put(collection, found)
    return found
  }
}

/** The cached documents of one collection. */
interface Shelf {
  byId: Map<Id, StoredDoc>
  byNumber: Map<number, StoredDoc>
}

class Generation {
  bytes = 0
  private readonly shelves = new Map<number, Shelf>()

  shelf(collection: number): Shelf | undefined {
    return this.shelves.get(collection)
  }

  add(collection: number, stored: StoredDoc): void {
    let shelf = this.shelves.get(collection)
    if (!shelf) this.shelves.set(collection, (shelf = { byId: new Map(), byNumber: new Map() }))
    shelf.byId.set(stored.doc._id, stored)
    shelf.byNumber.set(stored.number, stored)
    this.bytes += sizeOf(stored)
  }

  drop(collection: number, id: Id): void {
    const shelf = this.shelves.get(collection)
    const stored = shelf?.byId.get(id)
    if (!shelf || !stored) return
    shelf.byId.delete(id)
    shelf.byNumber.delete(stored.number)
    this.bytes -= sizeOf(stored)
  }
}
