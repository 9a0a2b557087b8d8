/** The subcommands: what each takes, and what it does with a cloud. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { instantOf, spanOf } from './moments'
import { Refusal, wrongUse } from './refusal'
import { start } from './start'
import { type Ask, asked, posted, withCloud } from './target'
import { exportTo, importFrom } from './transfer'
import { USAGE } from './usage'

const OPTIONS = {
  data: { type: 'string', multiple: true, default: [] as string[] },
  functions: { type: 'string', default: path.join('dist', 'cloudfunctions') },
  url: { type: 'string' },
  port: { type: 'string', default: '0' },
  now: { type: 'string' },
  'max-instances': { type: 'string', default: '4' },
  env: { type: 'string', multiple: true, default: [] as string[] },
  origin: { type: 'string', multiple: true, default: [] as string[] },
  lenient: { type: 'string', multiple: true, default: [] as string[] },
  timers: { type: 'string', default: '100' },
  inspect: { type: 'string' },
  as: { type: 'string' },
  out: { type: 'string' },
  in: { type: 'string' },
  replace: { type: 'boolean', default: false },
  set: { type: 'string' },
  shift: { type: 'string' },
  rate: { type: 'string' },
  freeze: { type: 'boolean', default: false },
  run: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parsed>['values'] & { event: string }
type Command = (ask: Ask, values: Values, name: string) => Promise<unknown>

/** What a subcommand does, and what its one argument is called; null when it takes none. */
const COMMANDS = new Map<string, { takes: string | null; run: Command }>([
  ['reset', { takes: null, run: (ask) => asked(ask('/control/reset', posted({}))) }],
  ['snapshot', { takes: 'FILE', run: (ask, _values, file) => inFile(ask, 'snapshot', file) }],
  ['restore', { takes: 'FILE', run: (ask, _values, file) => inFile(ask, 'restore', file) }],
  ['export', { takes: 'COLLECTION', run: (ask, { out }, name) => exportTo(ask, name, out) }],
  [
    'import',
    {
      takes: 'COLLECTION',
      run: async (ask, values, name) => {
        const done = await importFrom(ask, name, { file: values.in, isReplacing: values.replace })
        return `${done} documents in ${name}`
      },
    },
  ],
  ['invoke', { takes: 'FUNCTION', run: invoke }],
  ['clock', { takes: null, run: clock }],
])

/** @returns the exit code. */
export async function runCommandLine(words: string[]): Promise<number> {
  try {
    await run(words)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const advice = error.exitCode === 2 ? '\nmain.ts --help says how it is used\n' : '\n'
    process.stderr.write(`${error.message}${advice}`)
    return error.exitCode
  }
}

async function run(words: string[]): Promise<void> {
  const { values, positionals } = parsed(words)
  if (values.help) return void process.stdout.write(USAGE)
  const [name = 'start', ...rest] = positionals
  const functionEnv = environmentOf(values.env)
  // `--data` is the folder; with `invoke` also the event, which begins as a folder hardly does.
  const isEvent = (text: string) => name === 'invoke' && text.trimStart().startsWith('{')
  const data = values.data.filter((text) => !isEvent(text)).at(-1) ?? '.data'
  const event = values.data.filter(isEvent).at(-1) ?? '{}'
  if (name === 'start') {
    if (rest.length > 0) throw wrongUse(`start takes no argument: ${rest.join(' ')}`)
    const { 'max-instances': maxInstances, origin: origins } = values
    return start({ ...values, data, functionEnv, maxInstances, origins })
  }
  const command = COMMANDS.get(name)
  if (!command) throw wrongUse(`there is no command ${name}`)
  if (rest.length !== (command.takes ? 1 : 0))
    throw wrongUse(`${name} takes ${command.takes ? `one argument, ${command.takes}` : 'no argument'}`)
  const said = await withCloud({ ...values, data, functionEnv }, (ask) =>
    command.run(ask, { ...values, event }, rest[0] ?? ''),
  )
  if (typeof said === 'string') process.stdout.write(`${said}\n`)
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw wrongUse((error as Error).message)
  }
}

function environmentOf(pairs: string[]): Record<string, string> {
  const wrong = pairs.find((pair) => !/^\w+=/.test(pair))
  if (wrong !== undefined) throw wrongUse(`--env is NAME=VALUE, not ${wrong}`)
  return Object.fromEntries(
    pairs.map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)] as const),
  )
}

async function inFile(ask: Ask, what: 'snapshot' | 'restore', file: string): Promise<string> {
  const answer = asked<{ collections: { count: number }[] }>(
    ask(`/control/${what}`, posted({ file: path.resolve(file) })),
  )
  const { collections } = await answer
  const documents = collections.reduce((sum, { count }) => sum + count, 0)
  return `${documents} documents in ${collections.length} collections`
}

async function invoke(ask: Ask, values: Values, name: string): Promise<string> {
  const event = eventOf(values.event)
  if (values.as === undefined) {
    const request = {
      action: 'functions.invokeFunction',
      function_name: name,
      request_data: JSON.stringify(event),
    }
    const { data } = await asked<{ data: { response_data: string } }>(ask('/admin', posted(request)))
    return data.response_data
  }
  const init = { ...posted({ name, data: event }), headers: { 'x-local-openid': values.as } }
  const answer = await asked<{ result?: unknown; errMsg?: string; errCode?: number }>(
    ask('/client/callFunction', init),
  )
  if (answer.errCode !== undefined) throw new Refusal(answer.errMsg ?? `errCode ${answer.errCode}`)
  return JSON.stringify(answer.result)
}

function eventOf(text: string): object {
  try {
    const value = JSON.parse(text) as unknown
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below.
  }
  throw wrongUse(`the event, --data, is a JSON object, not ${text}`)
}

async function clock(ask: Ask, { set, shift, rate, freeze, run }: Values): Promise<string> {
  if (freeze && run) throw wrongUse('either --freeze or --run')
  const change = {
    ...(set === undefined ? {} : { now: instantOf(set) }),
    ...(shift === undefined ? {} : { shiftMs: spanOf(shift) }),
    ...(rate === undefined ? {} : { rate: Number(rate) }),
    ...(freeze ? { frozen: true } : run ? { frozen: false } : {}),
  }
  const asking =
    Object.keys(change).length > 0 ? ask('/control/clock', posted(change)) : ask('/control/clock')
  const state = await asked<{ now: number; rate: number; frozen: boolean }>(asking)
  const pace = state.frozen ? ', frozen' : state.rate === 1 ? '' : `, ${state.rate} times as fast`
  return `${new Date(state.now).toISOString()} (${state.now})${pace}`
}
