/**
 * What an instance runs in: a thread, or a process of its own when somebody wants to debug it. A thread that a debugger
 * holds cannot be ended from outside, a process can.
 * Invariant: it says once that it is gone, and after that nothing.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FunctionDefinition } from './definition'
import { DEPTH_HEADER, type InstanceMessage, type StartInvocation } from './messages'

export interface CarrierSetup {
  /** Plain JavaScript, so that no TypeScript loader is needed inside. */
  bootstrap: string
  environment: Record<string, string>
  /** Set for the function that is inspected. */
  inspect?: Inspection | undefined
}

export interface Inspection {
  /** Where Node's inspector listens on 127.0.0.1. */
  port: number
  /** Resolves when whoever had the port before has let go of it. */
  isFree: Promise<unknown>
}

export interface CarrierEvents {
  hear(message: InstanceMessage): void
  log(text: string): void
  gone(error: Error): void
}

export interface Carrier {
  send(start: StartInvocation): void
  stop(): Promise<void>
}

export function carrierOf(
  definition: FunctionDefinition,
  setup: CarrierSetup,
  events: CarrierEvents,
): Carrier {
  return setup.inspect
    ? inspectedProcess(definition, setup, setup.inspect, events)
    : thread(definition, setup, events)
}

function thread(
  { entry, memoryMb }: FunctionDefinition,
  { bootstrap, environment }: CarrierSetup,
  events: CarrierEvents,
): Carrier {
  const worker = new Worker(bootstrap, {
    eval: true,
    env: environment,
    execArgv: [],
    stdout: true,
    stderr: true,
    workerData: { entry, depthHeader: DEPTH_HEADER },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk) => events.log(String(chunk).trimEnd()))
  worker.on('message', (message: InstanceMessage) => events.hear(message))
  worker.on('error', (error) => events.gone(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => events.gone(ended(code)))
  return { send: (start) => worker.postMessage(start), stop: async () => void (await worker.terminate()) }
}

function inspectedProcess(
  { entry, memoryMb }: FunctionDefinition,
  { bootstrap, environment }: CarrierSetup,
  { port, isFree }: Inspection,
  events: CarrierEvents,
): Carrier {
  let isStopped = false
  const begin = () => {
    const limits = [`--inspect=127.0.0.1:${port}`, `--max-old-space-size=${memoryMb}`]
    const child = spawn(process.execPath, [...limits, '-e', bootstrap, '--', entry, DEPTH_HEADER], {
      // Windows opens no socket without it.
      env: { SystemRoot: process.env['SystemRoot'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => events.log(String(chunk).trimEnd()))
    child.on('message', (message) => events.hear(message as InstanceMessage))
    child.on('error', (error) => events.gone(error))
    child.on('exit', (code) => events.gone(ended(code)))
    return child
  }
  const running = isFree.then(() => (isStopped ? null : begin()))
  return {
    send: (start) => void running.then((child) => child?.send(start)),
    stop: async () => {
      isStopped = true
      const child = await running
      if (!child) return events.gone(ended(null))
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

const ended = (code: number | null) => new Error(`the instance ended with code ${code}`)
