/**
 * A whole cloud as one file: its documents, indexes, clock and stored files.
 * Invariant: a snapshot is one moment's state; restoring replaces everything or, when the file is no snapshot, nothing.
 */
import { existsSync, rmSync } from 'node:fs'
import { badRequest } from '../errors'
import { openFile, type Sqlite } from './sqlite'

/** Where the bytes of stored files travel; what is known of the files is a table as every other. */
const BYTES = 'snapshot_bytes'
/** Documents of a collection, keys of an index: there are as many as the cloud has. */
const NUMBERED = /^[ci]\d+$/

export interface StoredBytes {
  list(): { path: string; openid?: string }[]
  read(path: string): Buffer | undefined
  write(path: string, content: Buffer, openid?: string): unknown
  clear(): void
}

/** @throws when the file exists. */
export function writeSnapshot(sqlite: Sqlite, file: string, stored: StoredBytes): void {
  if (existsSync(file)) throw badRequest(`${file} exists already`)
  try {
    sqlite.prepare('VACUUM INTO ?').run(file)
    const snapshot = openFile(file)
    try {
      snapshot.exec(`CREATE TABLE ${BYTES} (path TEXT PRIMARY KEY, content BLOB NOT NULL, openid TEXT)`)
      const put = snapshot.prepare(`INSERT INTO ${BYTES} VALUES (?, ?, ?)`)
      snapshot.atomically(() => {
        for (const { path, openid } of stored.list())
          put.run(path, stored.read(path) ?? Buffer.alloc(0), openid ?? null)
      })
    } finally {
      snapshot.close()
    }
  } catch (error) {
    rmSync(file, { force: true })
    throw badRequest(`the snapshot could not be written: ${(error as Error).message}`)
  }
}

/** Nothing may be read through an old statement or cache afterwards; the caller opens them anew. */
export function readSnapshot(sqlite: Sqlite, file: string, stored: StoredBytes): void {
  if (!existsSync(file)) throw badRequest(`there is no file ${file}`)
  const bytes = bytesIn(file)
  sqlite.prepare('ATTACH ? AS snapshot').run(file)
  try {
    sqlite.atomically(() => replaceTables(sqlite))
  } finally {
    sqlite.exec('DETACH snapshot')
  }
  stored.clear()
  for (const { path, content, openid } of bytes) stored.write(path, content, openid)
}

function replaceTables(sqlite: Sqlite): void {
  const kept = new Map(tablesOf(sqlite, 'snapshot'))
  for (const [name] of tablesOf(sqlite, 'main'))
    sqlite.exec(NUMBERED.test(name) ? `DROP TABLE main.${name}` : `DELETE FROM main.${name}`)
  const present = new Set(tablesOf(sqlite, 'main').map(([name]) => name))
  for (const [name, sql] of kept) {
    if (NUMBERED.test(name)) sqlite.exec(sql)
    else if (!present.has(name)) continue
    sqlite.exec(`INSERT INTO main.${name} SELECT * FROM snapshot.${name}`)
  }
}

/** But for those that a snapshot holds in another form. */
function tablesOf(sqlite: Sqlite, schema: 'main' | 'snapshot'): [name: string, sql: string][] {
  return sqlite
    .prepare(`SELECT name, sql FROM ${schema}.sqlite_master WHERE type = 'table'`)
    .all()
    .map(([name, sql]): [string, string] => [String(name), String(sql)])
    .filter(([name]) => /^\w+$/.test(name) && !/^sqlite_/.test(name) && name !== 'files' && name !== BYTES)
}

function bytesIn(file: string): { path: string; content: Buffer; openid?: string }[] {
  let snapshot: Sqlite | undefined
  try {
    snapshot = openFile(file)
    snapshot.prepare('SELECT count(*) FROM collections').get()
    return snapshot
      .prepare(`SELECT path, content, openid FROM ${BYTES}`)
      .all()
      .map(([path, content, openid]) => ({
        path: String(path),
        content: Buffer.from(content as ArrayBuffer),
        ...(typeof openid === 'string' ? { openid } : {}),
      }))
  } catch {
    throw badRequest(`${file} is no snapshot of a local cloud`)
  } finally {
    snapshot?.close()
  }
}
