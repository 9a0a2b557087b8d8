/**
 * The only file that knows the SQLite driver. Invariant: whatever ran inside `atomically` is on disk whole or not at
 * all once the call returns; a killed process loses nothing acknowledged (WAL, synchronous=NORMAL).
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

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

export function openSqlite(dataDir: string, readonly = false): Sqlite {
  if (readonly) return wrap(new Database(existingFile(dataDir), { readonly: true }))
  if (dataDir !== IN_MEMORY) mkdirSync(dataDir, { recursive: true })
  const database = new Database(dataDir === IN_MEMORY ? IN_MEMORY : path.join(dataDir, FILE))
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY',
  )
  return wrap(database)
}

function existingFile(dataDir: string): string {
  const file = path.join(dataDir, FILE)
  if (!existsSync(file)) throw new Error(`no local cloud data in ${dataDir}`)
  return file
}

function wrap(database: Database.Database): Sqlite {
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
    close: () => void database.close(),
    atomically: (work) => {
      begin.run()
      try {
        const result = work()
        commit.run()
        return result
      } catch (error) {
        rollback.run()
        throw error
      }
    },
  }
}
