/**
 * What a function's folder says about it. Invariant: limits are production's unless config.json lowers or raises them
 * within what production allows.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Strictness } from '../strictness'

export interface FunctionDefinition {
  name: string
  entry: string
  /** Changes when the function is built anew. */
  version: number
  timeoutMs: number
  memoryMb: number
  openApi: string[]
}

interface Config {
  timeout?: number
  memorySize?: number
  permissions?: { openapi?: string[] }
}

const DEFAULT_TIMEOUT_SECONDS = 3
const MAX_TIMEOUT_SECONDS = 60
const DEFAULT_MEMORY_MB = 256
const GENEROUS_MEMORY_MB = 4096

export function readDefinition(
  functionsDir: string,
  name: string,
  strict: Strictness,
): FunctionDefinition | null {
  const entry = path.resolve(functionsDir, name, 'index.js')
  if (!/^[\w-]+$/.test(name) || !existsSync(entry)) return null
  const configFile = path.join(path.dirname(entry), 'config.json')
  const config = existsSync(configFile) ? (JSON.parse(readFileSync(configFile, 'utf8')) as Config) : {}
  const longest = strict.functionTime ? MAX_TIMEOUT_SECONDS : Infinity
  return {
    name,
    entry,
    version: statSync(entry).mtimeMs,
    timeoutMs: Math.min(config.timeout ?? DEFAULT_TIMEOUT_SECONDS, longest) * 1000,
    memoryMb: strict.functionMemory ? (config.memorySize ?? DEFAULT_MEMORY_MB) : GENEROUS_MEMORY_MB,
    openApi: config.permissions?.openapi ?? [],
  }
}

export function currentVersion(definition: FunctionDefinition): number {
  return existsSync(definition.entry) ? statSync(definition.entry).mtimeMs : -1
}
