/**
 * The files of the cloud's storage: what is known of each is a row, its bytes are a file of the data folder under a name
 * of its own, so that no path of the storage ever becomes a path of this machine.
 * Invariant: what a row names is on disk whole; bytes that no row names are dropped when the store is opened.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Sqlite, Statement } from '../store/sqlite'
import { IN_MEMORY } from '../store/sqlite'

export interface StoredFile {
  fileID: string
  path: string
  /** Bytes. */
  size: number
  /** By the cloud's clock. */
  uploadedAt: number
  /** Who uploaded it from the mini program; a function's file has no owner. */
  openid?: string
}

export interface StorageControls {
  list(): StoredFile[]
  read(filePath: string): Buffer | undefined
  /** As a function would upload it: the file has no owner. */
  write(filePath: string, content: Buffer): StoredFile
  remove(filePath: string): boolean
}

export class Files implements StorageControls {
  private readonly folder: string | null
  private readonly inMemory = new Map<string, Buffer>()
  private readonly one: Statement
  private readonly every: Statement
  private readonly put: Statement
  private readonly drop: Statement

  constructor(
    sqlite: Sqlite,
    dataDir: string,
    private readonly fileIdOf: (filePath: string) => string,
    private readonly now: () => number,
  ) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT NOT NULL, size INTEGER NOT NULL, uploadedAt INTEGER NOT NULL, openid TEXT) WITHOUT ROWID',
    )
    const columns = 'SELECT path, blob, size, uploadedAt, openid FROM files'
    this.one = sqlite.prepare(`${columns} WHERE path = ?`)
    this.every = sqlite.prepare(`${columns} ORDER BY path`)
    this.put = sqlite.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)')
    this.drop = sqlite.prepare('DELETE FROM files WHERE path = ?')
    this.folder = dataDir === IN_MEMORY ? null : path.join(dataDir, 'files')
    this.dropStrays()
  }

  list(): StoredFile[] {
    return this.every.all().map((row) => this.view(row))
  }

  find(filePath: string): StoredFile | undefined {
    const row = this.one.get(filePath)
    return row && this.view(row)
  }

  read(filePath: string): Buffer | undefined {
    const blob = this.blobOf(filePath)
    if (blob === undefined) return undefined
    return this.folder ? readFileSync(path.join(this.folder, blob)) : this.inMemory.get(blob)
  }

  write(filePath: string, content: Buffer, openid?: string): StoredFile {
    const uploadedAt = this.now()
    const before = this.blobOf(filePath)
    const blob = randomUUID()
    if (this.folder) {
      mkdirSync(this.folder, { recursive: true })
      writeFileSync(path.join(this.folder, blob), content)
    } else this.inMemory.set(blob, Buffer.from(content))
    this.put.run(filePath, blob, content.length, uploadedAt, openid ?? null)
    if (before !== undefined) this.dropBlob(before)
    return this.view([filePath, blob, content.length, uploadedAt, openid ?? null])
  }

  remove(filePath: string): boolean {
    const blob = this.blobOf(filePath)
    if (blob === undefined) return false
    this.drop.run(filePath)
    this.dropBlob(blob)
    return true
  }

  clear(): void {
    for (const { path: filePath } of this.list()) this.remove(filePath)
  }

  private blobOf(filePath: string): string | undefined {
    return this.one.get(filePath)?.[1] as string | undefined
  }

  private view([filePath, , size, uploadedAt, openid]: unknown[]): StoredFile {
    return {
      fileID: this.fileIdOf(String(filePath)),
      path: String(filePath),
      size: Number(size),
      uploadedAt: Number(uploadedAt),
      ...(typeof openid === 'string' ? { openid } : {}),
    }
  }

  private dropBlob(blob: string): void {
    if (this.folder) rmSync(path.join(this.folder, blob), { force: true })
    else this.inMemory.delete(blob)
  }

  /** Bytes whose upload was cut off by the end of the process, or whose file was replaced. */
  private dropStrays(): void {
    if (!this.folder || !existsSync(this.folder)) return
    const known = new Set(this.every.all().map(([, blob]) => blob))
    for (const name of readdirSync(this.folder)) if (!known.has(name)) this.dropBlob(name)
  }
}
