/**
 * The only file that knows the SQLite driver. Invariant: whatever ran inside `atomically` is on disk whole or not at
 * all once the call returns; a killed process loses nothing acknowledged (WAL, synchronous=NORMAL).
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { diskFull } from '../errors'

export type Row = unknown[]

export interface Statement {
  run(...parameters: unknown[]): { lastInsertRowid: number | bigint; changes: number }
  all(...parameters: unknown[]): Row[]
  get(...parameters: unknown[]): Row | undefined
}

export interface Sqlite {
  prepare(sql: string): Statement
  exec(sql: string): void
  atomically<T>(work: () => T): T
  close(): void
}

export const IN_MEMORY = ':memory:'
const FILE = 'cloud.sqlite'

export interface SqliteOptions {
  readonly?: boolean
  /** The disk counts as full when the documents take more. */
  maxBytes?: number
}

export function openSqlite(dataDir: string, { readonly = false, maxBytes }: SqliteOptions = {}): Sqlite {
  if (readonly) return wrap(new Database(existingFile(dataDir), { readonly: true }))
  if (dataDir === IN_MEMORY) return tuned(new Database(IN_MEMORY))
  mkdirSync(dataDir, { recursive: true })
  const release = holdFolder(dataDir)
  return limited(tuned(new Database(path.join(dataDir, FILE)), release), maxBytes)
}

function limited(sqlite: Sqlite, maxBytes: number | undefined): Sqlite {
  if (maxBytes === undefined) return sqlite
  const pageBytes = Number(sqlite.prepare('PRAGMA page_size').get()?.[0])
  sqlite.prepare(`PRAGMA max_page_count = ${Math.ceil(maxBytes / pageBytes)}`).get()
  return sqlite
}

/** A file by itself, outside of any data folder. */
export function openFile(file: string): Sqlite {
  return wrap(new Database(file))
}

/** Two clouds on one folder would each trust their own cache. The system drops the lock with its process. */
function holdFolder(dataDir: string): () => void {
  const lock = new Database(path.join(dataDir, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(`another local cloud is using ${dataDir}`)
  }
  return () => void lock.close()
}

function tuned(database: Database.Database, release = () => undefined as void): Sqlite {
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY',
  )
  return wrap(database, release)
}

function existingFile(dataDir: string): string {
  const file = path.join(dataDir, FILE)
  if (!existsSync(file)) throw new Error(`no local cloud data in ${dataDir}`)
  return file
}

const isFull = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'SQLITE_FULL' || /disk is full/i.test(String(error))

function wrap(database: Database.Database, release = () => undefined as void): Sqlite {
  const prepare = (sql: string): Statement => {
    const statement = database.prepare<unknown[]>(sql)
    // Only reading statements can be asked for plain rows.
    const reading = /^\s*(SELECT|PRAGMA|WITH)/i.test(sql) ? statement.raw(true) : statement
    // Parameters go as one array: the driver takes a single Buffer for a set of named parameters.
    return {
      run: (...parameters) => reading.run(parameters),
      all: (...parameters) => reading.all(parameters) as Row[],
      get: (...parameters) => reading.get(parameters) as Row | undefined,
    }
  }
  const begin = prepare('BEGIN')
  const commit = prepare('COMMIT')
  const rollback = prepare('ROLLBACK')
  return {
    prepare,
    exec: (sql) => void database.exec(sql),
    close: () => {
      database.close()
      release()
    },
    atomically: (work) => {
      begin.run()
      try {
        const result = work()
        commit.run()
        return result
      } catch (error) {
        // A full disk has already ended the transaction.
        if (database.inTransaction) rollback.run()
        throw isFull(error) ? diskFull() : error
      }
    },
  }
}
