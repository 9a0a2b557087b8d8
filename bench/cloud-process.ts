/** The local cloud as a process of its own, as the terminal starts it: how soon it listens, and how much memory it holds. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join, resolve } from 'node:path'
import { bundleFunction } from '../config/functions/bundle'
import { median } from './table'

const ROOT = resolve(__dirname, '..')
const STARTS = 5
const WARM_CALLS = 20

/** Answers at once, or with one document of `members`. */
const FUNCTION = `
import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
export const main = async ({ id }) => (id ? (await db.collection('members').doc(id).get()).data : { ok: true })
`

/** Writes functions of these names into a folder, bundled as those that are deployed. */
export async function writeFunctions(folder: string, names: readonly string[]): Promise<void> {
  // The SDK is looked for from where the source is.
  const cache = join(ROOT, '.cache/bench')
  mkdirSync(cache, { recursive: true })
  const [source, bundled] = [join(cache, 'answer.ts'), join(cache, 'answer.js')]
  writeFileSync(source, FUNCTION)
  await bundleFunction(source, bundled)
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true })
    copyFileSync(bundled, join(folder, name, 'index.js'))
  }
}

/** One call as the mini program makes it. */
export async function callFunction(url: string, name: string, data: object): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: { 'x-local-openid': 'oBench' },
    body: JSON.stringify({ name, data }),
  }
  const answer = (await (await fetch(`${url}/client/callFunction`, init)).json()) as { errMsg?: string }
  if ('errCode' in answer) throw new Error(`${name}: ${answer.errMsg}`)
  return answer
}

/** From the command to its line that it listens, on a new folder and without functions; ms, median of some starts. */
export async function startMs(): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const folder = mkdtempSync(join(os.tmpdir(), 'bench-start-'))
    const began = performance.now()
    const cloud = await start(join(folder, 'data'), folder)
    times.push(performance.now() - began)
    await cloud.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return median(times)
}

/** Resident memory of the whole process when every function has one warm instance that has read documents; MB. */
export async function residentMb(
  dataDir: string,
  functionsDir: string,
  names: readonly string[],
): Promise<number> {
  const cloud = await start(dataDir, functionsDir)
  try {
    for (let call = 0; call < WARM_CALLS; call++)
      for (const name of names) await callFunction(cloud.url, name, { id: `m${call}` })
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(cloud.pid)])) / 1024
  } finally {
    await cloud.end()
  }
}

async function start(dataDir: string, functionsDir: string) {
  const folders = ['--data', dataDir, '--functions', functionsDir]
  const words = ['local/cloud/main.ts', 'start', ...folders, '--port', '0', '--max-instances', '1']
  const child = spawn(process.execPath, ['-r', 'tsx/cjs', ...words], { cwd: ROOT })
  const url = await told(child)
  const end = () =>
    new Promise<void>((ended) => {
      child.once('exit', () => ended())
      child.kill('SIGTERM')
    })
  return { url, pid: child.pid, end }
}

function told(child: ChildProcess): Promise<string> {
  return new Promise((listens, fail) => {
    child.stdout?.once('data', (line) => listens((JSON.parse(String(line)) as { url: string }).url))
    child.stderr?.once('data', (said) => fail(new Error(String(said))))
    child.once('exit', (code) => fail(new Error(`the local cloud ended with ${code}`)))
  })
}
