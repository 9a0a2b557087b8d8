/**
 * Reading a data folder without starting anything, also while a local cloud is writing to it.
 * Invariant: everything read through one opening is one moment's state.
 */
import { Catalog, documentsOf } from './catalog'
import type { Doc } from '../values/document'
import { indexEntries } from './index-keys'
import { openSqlite, type Sqlite } from './sqlite'
import { STRICT } from '../strictness'

export interface ReadOnlyStore {
  collections(): { name: string; count: number }[]
  read(name: string): Iterable<Doc>
  /** Where an index and the documents do not agree; nothing when all is well. */
  disagreements(): string[]
  close(): void
}

export function openStoreReadOnly(dataDir: string): ReadOnlyStore {
  const sqlite = openSqlite(dataDir, { readonly: true })
  sqlite.exec('BEGIN')
  const catalog = new Catalog(sqlite, STRICT)
  return {
    collections: () => catalog.all().map(({ name, count }) => ({ name, count: Number(count.get()?.[0]) })),
    *read(name) {
      for (const [doc] of documentsOf(catalog.get(name))) yield doc
    },
    disagreements: () => disagreements(sqlite, catalog),
    close: () => sqlite.close(),
  }
}

function disagreements(sqlite: Sqlite, catalog: Catalog): string[] {
  const found: string[] = []
  for (const collection of catalog.all()) {
    for (const index of collection.indexes) {
      const { spec, table, holders } = index
      const rows = Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).get()?.[0])
      let wanted = 0
      for (const [doc, number] of documentsOf(collection)) {
        for (const key of indexEntries(index, doc).keys) {
          wanted++
          const held = holders.all(key).map(([holder]) => holder)
          if (!held.includes(number)) found.push(`${collection.name}.${spec.name} misses ${doc._id}`)
          else if (spec.unique && held.length > 1)
            found.push(`${collection.name}.${spec.name} has ${held.length} holders of a key of ${doc._id}`)
        }
      }
      if (rows !== wanted)
        found.push(`${collection.name}.${spec.name} has ${rows} entries for ${wanted} keys`)
    }
  }
  return found
}
