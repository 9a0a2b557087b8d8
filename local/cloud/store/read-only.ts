/**
 * Reading a data folder without starting anything, also while a local cloud is writing to it.
 * Invariant: everything read through one opening is one moment's state.
 */
import { Catalog, documentsOf } from './catalog'
import type { Doc } from './document'
import { openSqlite } from './sqlite'
import { STRICT } from '../strictness'

export interface ReadOnlyStore {
  collections(): { name: string; count: number }[]
  read(name: string): Iterable<Doc>
  close(): void
}

export function openStoreReadOnly(dataDir: string): ReadOnlyStore {
  const sqlite = openSqlite(dataDir, true)
  sqlite.exec('BEGIN')
  const catalog = new Catalog(sqlite, STRICT)
  return {
    collections: () => catalog.all().map(({ name, count }) => ({ name, count: Number(count.get()?.[0]) })),
    *read(name) {
      for (const [doc] of documentsOf(catalog.get(name))) yield doc
    },
    close: () => sqlite.close(),
  }
}
