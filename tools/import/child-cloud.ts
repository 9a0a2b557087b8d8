/**
 * Keeps the local cloud of an import running: starts it, starts it again when it dies, ends it.
 * Invariant: at most one cloud of ours on a data folder. The child ends with its parent; a pid file finds one that did not.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { functionsFolder } from './functions-folder'
import type { Till } from './open-installation'
import { ToolRefusal } from './refusal'
import { NoAnswer } from './till-client'

export interface Door {
  readonly url: string
  readonly till: Till
}

export interface ChildCloud {
  /** The door now; starts the cloud anew when it has died. @throws when it died too often. */
  door(): Promise<Door>
  restarts(): number
  pid(): number | null
  /** Processor time of the child so far, ms; null where the system does not tell. */
  cpuMs(): number | null
  close(): Promise<void>
}

const MOST_RESTARTS = 5
const PID_FILE = 'import-cloud.pid'
const ENTRY = join(__dirname, 'cloud-process.ts')
/** From here the child finds the loader that runs TypeScript. */
const PROJECT = join(__dirname, '../..')

export async function childCloud(dataDir: string, instances: number): Promise<ChildCloud> {
  const folder = resolve(dataDir)
  const functions = await functionsFolder()
  await endOrphan(folder)
  let running: { child: ChildProcess; door: Promise<Door> } | null = null
  let starts = 0
  const start = () => {
    starts += 1
    if (starts > 1 + MOST_RESTARTS)
      throw new ToolRefusal(
        `the local cloud died ${starts - 1} times. What is done is kept; run the same command again`,
      )
    const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, folder, functions, String(instances)], {
      cwd: PROJECT,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    // A dead child is noticed by its answers; writing to its pipe is never tried.
    child.stdin?.on('error', () => undefined)
    child.once('exit', () => {
      if (running?.child === child) running = null
    })
    writePid(folder, child.pid)
    running = { child, door: firstLine(child) }
    return running
  }
  return {
    async door() {
      return (running ?? start()).door
    },
    restarts: () => Math.max(0, starts - 1),
    pid: () => running?.child.pid ?? null,
    cpuMs: () => cpuOf(running?.child.pid),
    async close() {
      const child = running?.child
      running = null
      if (child) await ended(child)
      rmSync(join(folder, PID_FILE), { force: true })
    },
  }
}

function firstLine(child: ChildProcess): Promise<Door> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new NoAnswer(`the local cloud ended (${signal ?? code})`)))
    if (!child.stdout) return reject(new Error('the local cloud has no output'))
    createInterface(child.stdout).once('line', (line) => {
      const said = JSON.parse(line) as Door | { refused: string }
      if ('refused' in said) reject(new ToolRefusal(said.refused))
      else resolve(said)
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5000)
    child.once('exit', () => {
      clearTimeout(impatient)
      resolve()
    })
    child.stdin?.end()
    if (child.exitCode !== null || child.signalCode !== null) {
      clearTimeout(impatient)
      resolve()
    }
  })
}

function writePid(folder: string, pid: number | undefined): void {
  const draft = join(folder, `${PID_FILE}.new`)
  writeFileSync(draft, `${pid ?? ''}\n`)
  renameSync(draft, join(folder, PID_FILE))
}

/** Ends the cloud of a run that was killed, should it still be there; a stranger with the same number is left alone. */
async function endOrphan(folder: string): Promise<void> {
  const pid = Number(readText(join(folder, PID_FILE)))
  if (!Number.isInteger(pid) || pid <= 1) return
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (let tries = 0; tries < 20; tries += 1) {
      if (!isOurs(pid, folder)) return
      if (tries === 0) tryKill(pid, signal)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new ToolRefusal(`process ${pid} holds ${folder} and does not end. End it, then run this again`)
}

function isOurs(pid: number, folder: string): boolean {
  const command = commandOf(pid)
  return command !== null && command.includes('cloud-process.ts') && command.includes(folder)
}

function commandOf(pid: number): string | null {
  const listed = readText(`/proc/${pid}/cmdline`)
  if (listed) return listed
  if (process.platform === 'linux' || process.platform === 'win32') return null
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return null
  }
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Linux counts in hundredths of a second, fields 14 and 15, after the name in brackets. */
function cpuOf(pid: number | undefined): number | null {
  const fields = readText(`/proc/${pid ?? 0}/stat`)
    .split(') ')[1]
    ?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : null
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
