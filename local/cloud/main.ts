/**
 * The command line: `tsx local/cloud/main.ts --data DIR --functions DIR --port N [--now MS] [--lenient RULE …]`.
 * Prints one line of JSON with the address when it is ready; everything that functions log goes to standard error.
 */
import { parseArgs } from 'node:util'
import { startCloud } from './index'
import { lenientIn } from './strictness'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      port: { type: 'string', default: '0' },
      now: { type: 'string' },
      'max-instances': { type: 'string', default: '4' },
      lenient: { type: 'string', multiple: true, default: [] },
      timers: { type: 'string', default: '100' },
      env: { type: 'string', multiple: true, default: [] },
    },
  })
  const functionEnv = Object.fromEntries(
    values.env.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const),
  )
  const cloud = await startCloud({
    dataDir: values.data,
    functionsDir: values.functions,
    port: Number(values.port),
    maxInstances: Number(values['max-instances']),
    functionEnv,
    strict: lenientIn(values.lenient),
    timers:
      values.timers === 'off'
        ? false
        : { catchUp: values.timers === 'all' ? Infinity : Number(values.timers) },
    ...(values.now ? { clock: { now: Number(values.now) } } : {}),
    log: (line) => process.stderr.write(`${line}\n`),
  })
  process.stdout.write(`${JSON.stringify({ url: cloud.url })}\n`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
