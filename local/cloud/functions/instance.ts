/**
 * One function instance, which serves one invocation at a time and is reused while it is warm.
 * Invariant: an instance that timed out, crashed or ran out of memory never serves again.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'
import { type Carrier, carrierOf, type CarrierSetup } from './carrier'
import type { FunctionDefinition } from './definition'
import type { InstanceMessage, StartInvocation } from './messages'

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
  /** Resolves when it has left what it ran in. */
  readonly gone: Promise<void>
  isBusy = true
  isDead = false
  private readonly carrier: Carrier
  private finish: ((outcome: Outcome) => void) | null = null
  private log: (line: string) => void

  constructor(
    readonly definition: FunctionDefinition,
    private readonly setup: InstanceSetup,
    private readonly onDeath: (instance: Instance) => void,
  ) {
    this.log = setup.log
    let begun: () => void = () => undefined
    let failed: (error: Error) => void = () => undefined
    let left: () => void = () => undefined
    this.ready = new Promise((resolve, reject) => {
      begun = resolve
      failed = reject
    })
    this.gone = new Promise((resolve) => (left = resolve))
    this.carrier = carrierOf(definition, setup, {
      hear: (message) => this.hear(message, begun),
      log: (text) => this.log(text),
      gone: (error) => {
        this.die({ ok: false, kind: 'crash', message: error.stack ?? error.message })
        failed(error)
        left()
      },
    })
    // Whoever debugs may stop it while its code loads.
    const tooSlow = setup.inspect ? undefined : setTimeout(() => void this.stop(), MAX_START_MS)
    this.ready.catch(() => undefined).finally(() => clearTimeout(tooSlow))
  }

  run(start: StartInvocation, log: (line: string) => void): Promise<Outcome> {
    this.log = log
    const { timeoutMs } = this.definition
    return new Promise((resolve) => {
      const outOfTime = () => {
        this.die({
          ok: false,
          kind: 'timeout',
          message: `Invoking task timed out after ${timeoutMs / 1000} seconds`,
        })
        void this.stop()
      }
      // What is inspected may stand still for as long as somebody looks at it.
      const timer = this.setup.inspect ? undefined : setTimeout(outOfTime, timeoutMs)
      this.finish = (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      this.carrier.send(start)
    })
  }

  async stop(): Promise<void> {
    await this.carrier.stop()
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

export interface InstanceSetup extends CarrierSetup {
  log: (line: string) => void
}
