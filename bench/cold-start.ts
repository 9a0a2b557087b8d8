/**
 * Cold start of a bundled function beside the same function with the installed SDK: a new worker thread from its start
 * to the loaded `main`, files in the page cache, the two in turn; and the same for a whole process.
 */
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundleFunction } from '../config/functions/bundle'
import { aim, median, spread, type Table } from './table'

const ROOT = resolve(__dirname, '..')
const FOLDER = join(ROOT, '.cache/bench')
const ENTRY = join(ROOT, 'cloudfunctions/till/index.ts')
const ROUNDS = 15
const AIM = 0.5

const ENVIRONMENT = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'bench',
  TCB_ENV: 'bench',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
  TENCENTCLOUD_SESSIONTOKEN: 'token',
  TZ: 'UTC',
}

/** Time from asking for a worker to its function being loaded, ms. */
function inWorker(file: string): Promise<number> {
  return new Promise((done, fail) => {
    const started = performance.now()
    const code = `require(${JSON.stringify(file)}); require('node:worker_threads').parentPort.postMessage('loaded')`
    const worker = new Worker(code, { eval: true, env: ENVIRONMENT })
    worker.once('error', fail)
    worker.once('message', () => {
      const ms = performance.now() - started
      void worker.terminate().then(() => done(ms))
    })
  })
}

function inProcess(file: string): number {
  const started = performance.now()
  spawnSync(process.execPath, ['-e', `require(${JSON.stringify(file)}); process.exit(0)`], {
    env: { ...process.env, ...ENVIRONMENT },
  })
  return performance.now() - started
}

export async function coldStart(): Promise<Table> {
  mkdirSync(FOLDER, { recursive: true })
  const bundled = join(FOLDER, 'bundled.js')
  const installed = join(FOLDER, 'installed.js')
  await bundleFunction(ENTRY, bundled)
  // The same function with the same settings, but the SDK required from node_modules as it is installed.
  await build({
    entryPoints: [ENTRY],
    outfile: installed,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    external: ['wx-server-sdk'],
  })
  const times = {
    worker: { bundled: [] as number[], installed: [] as number[] },
    process: { bundled: [] as number[], installed: [] as number[] },
  }
  await inWorker(bundled)
  await inWorker(installed)
  for (let round = 0; round < ROUNDS; round += 1) {
    times.worker.bundled.push(await inWorker(bundled))
    times.worker.installed.push(await inWorker(installed))
    times.process.bundled.push(inProcess(bundled))
    times.process.installed.push(inProcess(installed))
  }
  const ratio = (of: { bundled: number[]; installed: number[] }): number =>
    median(of.bundled.map((ms, round) => ms / (of.installed[round] ?? Number.NaN)))
  const worker = ratio(times.worker)
  return {
    title: 'Cold start',
    words: `The till's function in a new instance, ${ROUNDS} rounds in turn; least / median / most in ms, ratio pair by pair (median).`,
    columns: ['', 'bundled', 'installed packages', 'ratio'],
    rows: [
      ['worker thread', spread(times.worker.bundled), spread(times.worker.installed), worker.toFixed(2)],
      [
        'process',
        spread(times.process.bundled),
        spread(times.process.installed),
        ratio(times.process).toFixed(2),
      ],
    ],
    aims: [
      aim(`a bundled function starts in ≤ ${AIM} of the installed one: ${worker.toFixed(2)}`, worker <= AIM),
    ],
  }
}
