/**
 * One function instance: a worker thread that serves one invocation at a time and is reused while it is warm.
 * Invariant: an instance that timed out, crashed or ran out of memory never serves again.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { transform } from 'esbuild'
import type { FunctionDefinition } from './definition'
import { DEPTH_HEADER, type InstanceMessage, type StartInvocation } from './messages'

export type FailureKind =
  'missing' | 'initialization' | 'error' | 'timeout' | 'crash' | 'resultTooLarge' | 'eventTooLarge'
export type Outcome = { ok: true; result: string } | { ok: false; kind: FailureKind; message: string }

/** A function whose code never ends loading is given up. */
const MAX_START_MS = 30_000

let bootstrapCode: Promise<string> | undefined

/** Plain JavaScript, so that no TypeScript loader is needed inside the worker. */
export function transpiledBootstrap(): Promise<string> {
  bootstrapCode ??= readFile(path.join(__dirname, 'bootstrap.ts'), 'utf8')
    .then((source) => transform(source, { loader: 'ts', format: 'cjs', target: 'node20' }))
    .then(({ code }) => code)
  return bootstrapCode
}

export class Instance {
  readonly ready: Promise<void>
  isBusy = true
  isDead = false
  private readonly worker: Worker
  private finish: ((outcome: Outcome) => void) | null = null
  private log: (line: string) => void

  constructor(
    readonly definition: FunctionDefinition,
    private readonly setup: InstanceSetup,
    private readonly onDeath: (instance: Instance) => void,
  ) {
    this.log = setup.log
    this.worker = new Worker(setup.bootstrap, {
      eval: true,
      env: setup.environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      workerData: { entry: definition.entry, depthHeader: DEPTH_HEADER },
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMb },
    })
    this.worker.stdout.on('data', (chunk) => this.log(String(chunk).trimEnd()))
    this.worker.stderr.on('data', (chunk) => this.log(String(chunk).trimEnd()))
    const tooSlow = setTimeout(() => void this.stop(), MAX_START_MS)
    this.ready = new Promise((resolve, reject) => {
      const die = (error: Error) => {
        this.die({ ok: false, kind: 'crash', message: error.stack ?? error.message })
        reject(error)
      }
      this.worker.on('message', (message: InstanceMessage) => this.hear(message, resolve))
      this.worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))))
      this.worker.on('exit', (code) => die(new Error(`the instance ended with code ${code}`)))
    })
    this.ready.catch(() => undefined).finally(() => clearTimeout(tooSlow))
  }

  run(start: StartInvocation, log: (line: string) => void): Promise<Outcome> {
    this.log = log
    const { timeoutMs } = this.definition
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.die({
          ok: false,
          kind: 'timeout',
          message: `Invoking task timed out after ${timeoutMs / 1000} seconds`,
        })
        void this.stop()
      }, timeoutMs)
      this.finish = (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      this.worker.postMessage(start)
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private hear(message: InstanceMessage, onReady: () => void): void {
    switch (message.kind) {
      case 'ready':
        return onReady()
      case 'log':
        return this.log(message.line)
      case 'done':
        return this.settle({ ok: true, result: message.result })
      case 'failed':
        return this.settle({ ok: false, kind: 'error', message: message.message })
    }
  }

  private die(outcome: Outcome): void {
    if (this.isDead) return
    this.isDead = true
    this.onDeath(this)
    this.settle(outcome)
  }

  private settle(outcome: Outcome): void {
    const { finish } = this
    this.finish = null
    this.log = this.setup.log
    finish?.(outcome)
  }
}

export interface InstanceSetup {
  bootstrap: string
  environment: Record<string, string>
  log: (line: string) => void
}
