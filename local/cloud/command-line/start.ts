/** `start`: a cloud until it is told to stop. */
import { inspectedIn, startCloud } from '../index'
import { lenientIn } from '../strictness'
import { Refusal, wrongUse } from './refusal'

export interface StartOptions {
  data: string
  functions: string
  port: string
  now?: string | undefined
  maxInstances: string
  functionEnv: Record<string, string>
  origins: string[]
  lenient: string[]
  timers: string
  inspect?: string | undefined
}

export async function start(options: StartOptions): Promise<void> {
  const cloud = await startCloud({
    dataDir: options.data,
    functionsDir: options.functions,
    port: wholeNumber('--port', options.port, 65_535),
    maxInstances: wholeNumber('--max-instances', options.maxInstances, 1000),
    functionEnv: options.functionEnv,
    origins: options.origins,
    strict: lenientIn(options.lenient),
    timers: timersOf(options.timers),
    inspect: options.inspect === undefined ? undefined : inspectedOf(options.inspect),
    ...(options.now === undefined
      ? {}
      : { clock: { now: wholeNumber('--now', options.now, Number.MAX_SAFE_INTEGER) } }),
    log: (line) => process.stderr.write(`${line}\n`),
  }).catch((error: Error) => {
    throw new Refusal(error.message)
  })
  process.stdout.write(`${JSON.stringify({ url: cloud.url })}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await cloud.close()
}

function inspectedOf(text: string) {
  const inspected = inspectedIn(text)
  if (inspected) return inspected
  throw wrongUse(`--inspect is FUNCTION or FUNCTION=PORT, not ${text}`)
}

function timersOf(text: string): false | { catchUp: number } {
  if (text === 'off') return false
  return { catchUp: text === 'all' ? Infinity : wholeNumber('--timers', text, 1_000_000) }
}

function wholeNumber(name: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text)
  throw wrongUse(`${name} is a whole number up to ${most}, not ${text}`)
}
