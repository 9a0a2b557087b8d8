/**
 * Where the cloud of a data folder can be reached. Invariant: the file is a hint, the lock is the truth: after a kill the
 * address is still there, and nobody answers at it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { IN_MEMORY } from './store/sqlite'

const FILE = 'address.json'

/** @returns what takes it back. */
export function tellAddress(dataDir: string, url: string): () => void {
  if (dataDir === IN_MEMORY) return () => undefined
  const file = path.join(dataDir, FILE)
  writeFileSync(file, JSON.stringify({ url, pid: process.pid }))
  return () => rmSync(file, { force: true })
}

export function toldAddress(dataDir: string): string | null {
  try {
    const { url } = JSON.parse(readFileSync(path.join(dataDir, FILE), 'utf8')) as { url?: unknown }
    return typeof url === 'string' ? url : null
  } catch {
    return null
  }
}
