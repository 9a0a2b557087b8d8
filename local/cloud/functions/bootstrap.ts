/**
 * Runs inside a function instance, in front of the function's own code, and imports nothing of the project at run time.
 * Invariant: one invocation at a time; each sees its own identity, its own instant, and nothing of the one before.
 */
import http from 'node:http'
import { createRequire } from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { InstanceMessage, StartInvocation } from './messages'

type Main = (event: unknown, context: unknown) => unknown

// A thread is handed what it needs; the process of a function that is inspected reads it from its command line.
const [, given = '', givenHeader = ''] = process.argv
const { entry, depthHeader } = parentPort
  ? (workerData as { entry: string; depthHeader: string })
  : { entry: given, depthHeader: givenHeader }
const say = (message: InstanceMessage) =>
  parentPort ? parentPort.postMessage(message) : process.send?.(message)

const RealDate = Date
const realNow = RealDate.now.bind(RealDate)
let clock: StartInvocation['clock'] = { real: 0, shown: 0, rate: 1 }
let lastDepth = 0
let identityKeys: string[] = []

movableDate()
measuredRequests()
collectedLogs()
// Where the source map of a bundle is known, stack traces name the lines that somebody wrote.
process.setSourceMapsEnabled(true)
// Loaded here rather than imported: the function must find the patched globals.
const { main } = createRequire(entry)(entry) as { main?: Main }
if (typeof main !== 'function') throw new Error(`${entry} does not export main`)
const hear = (start: unknown) => void run(main, start as StartInvocation)
if (parentPort) parentPort.on('message', hear)
else process.on('message', hear).on('disconnect', () => process.exit())
// A call that a returned function left behind is refused and reported where it was made; it must not bring down the
// invocation of somebody else that happens to run now. Any other unhandled rejection ends the instance, as in production.
process.on('unhandledRejection', (reason) => {
  if (!/had returned/.test(describe(reason))) throw reason
})
say({ kind: 'ready' })

async function run(
  handler: Main,
  { event, environment, clock: hand, context }: StartInvocation,
): Promise<void> {
  for (const key of identityKeys) delete process.env[key]
  Object.assign(process.env, environment)
  identityKeys = Object.keys(environment)
  clock = hand
  lastDepth = 0
  try {
    const result = await handler(JSON.parse(event), context)
    say({ kind: 'done', result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    say({ kind: 'failed', message: describe(error) })
  }
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
}

/** `Date` is the cloud's clock, also while it is frozen or runs fast; timers and monotonic clocks stay real. */
function movableDate(): void {
  const now = () => Math.floor(clock.shown + (realNow() - clock.real) * clock.rate)
  const moved: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === moved ? target : newTarget,
      ) as object,
    apply: (target) => new target(now()).toString(),
  })
  RealDate.now = now
  RealDate.prototype.constructor = moved
  globalThis.Date = moved
}

/** A call is one deeper than the deepest call that had answered when it began. */
function measuredRequests(): void {
  const request = http.request.bind(http)
  const measured = (...args: Parameters<typeof http.request>) => {
    const depth = lastDepth + 1
    const outgoing = request(...args)
    outgoing.setHeader(depthHeader, String(depth))
    outgoing.once('response', (response) =>
      response.once('end', () => (lastDepth = Math.max(lastDepth, depth))),
    )
    return outgoing
  }
  http.request = measured as typeof http.request
}

function collectedLogs(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[level] = (...args: unknown[]) => say({ kind: 'log', line: format(...args).slice(0, 4000) })
}
