/** The command line: each subcommand on a running cloud and on a closed folder, and wrong use. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { openStoreReadOnly } from '../../../local/cloud'
import { runCommandLine } from '../../../local/cloud/command-line/run'
import { temporaryFolder, writeFunction } from './given-cloud'

jest.setTimeout(60_000)

const functions = temporaryFolder()
const folder = temporaryFolder()
const data = path.join(folder, 'data')
const file = (name: string) => path.join(folder, name)
let running: ChildProcess | undefined

beforeAll(() => {
  writeFunction(functions, 'greet', {
    main: `if (event.fails) throw new Error('no greeting')
      return { hello: event.name ?? 'nobody', openid: event.userInfo?.openId ?? null, now: Date.now() }`,
  })
  writeFileSync(
    path.join(functions, 'indexes.json'),
    JSON.stringify({ things: [{ name: 'n', unique: true, fields: [['n', 1]] }] }),
  )
})
afterAll(() => {
  running?.kill('SIGKILL')
  for (const each of [functions, folder]) rmSync(each, { recursive: true, force: true })
})

interface Said {
  code: number
  out: string
  err: string
}

/** In this process: what it prints is caught. */
async function run(...words: string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const catching = (name: 'out' | 'err') => (chunk: string | Uint8Array) => {
    said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    return true
  }
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(catching('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(catching('err')),
  ]
  try {
    return {
      code: await runCommandLine(words),
      ...said,
      get out() {
        return said.out
      },
      get err() {
        return said.err
      },
    }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
const onFolder = (...words: string[]) => run(...words, '--data', data, '--functions', functions)
const lines = (...docs: object[]) => docs.map((doc) => `${JSON.stringify(doc)}\n`).join('')
const stored = () => {
  const store = openStoreReadOnly(data)
  try {
    return [...store.read('things')]
  } finally {
    store.close()
  }
}

const AT = '2027-01-31T08:00:00.000Z'

/** The same for both kinds of target; the cloud is closed first and runs afterwards. */
describe.each(['a closed data folder', 'a running cloud, by its data folder'])('on %s', (_what) => {
  const isRunning = _what.startsWith('a running')

  beforeAll(async () => {
    rmSync(data, { recursive: true, force: true })
    for (const name of ['snapshot', 'out.jsonl']) rmSync(file(name), { force: true })
    if (isRunning) await startChild()
  })
  afterAll(async () => {
    if (isRunning) await stopChild()
  })

  it('imports JSON lines, exports them, and keeps dates', async () => {
    writeFileSync(file('in.jsonl'), lines({ _id: 'a', n: 1, at: { $date: AT } }, { _id: 'b', n: 2 }))
    expect(await onFolder('import', 'things', '--in', file('in.jsonl'))).toMatchObject({
      code: 0,
      out: '2 documents in things\n',
    })
    expect(stored()).toEqual([
      { _id: 'a', n: 1, at: new Date(AT) },
      { _id: 'b', n: 2 },
    ])
    expect(await onFolder('export', 'things')).toMatchObject({
      code: 0,
      out: lines({ _id: 'a', n: 1, at: { $date: AT } }, { _id: 'b', n: 2 }),
    })
    expect((await onFolder('export', 'things', '--out', file('out.jsonl'))).code).toBe(0)
    expect(readFileSync(file('out.jsonl'), 'utf8')).toContain(AT)
    expect((await onFolder('export', 'things', '--out', file('out.jsonl'))).err).toContain('exists already')
  })

  it('refuses an import of a taken _id and of a taken unique key, whole, and replaces when it is told to', async () => {
    writeFileSync(file('in.jsonl'), lines({ _id: 'c', n: 3 }, { _id: 'a', n: 9 }))
    const refused = await onFolder('import', 'things', '--in', file('in.jsonl'))
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/lines 1 to 2 were not imported: .*E11000/)
    expect(stored()).toHaveLength(2)
    expect((await onFolder('import', 'things', '--in', file('in.jsonl'), '--replace')).code).toBe(0)
    expect(stored().map(({ n }) => n)).toEqual([9, 2, 3])
    writeFileSync(file('in.jsonl'), 'not json\n')
    expect((await onFolder('import', 'things', '--in', file('in.jsonl'))).err).toContain(
      'line 1 is no JSON object',
    )
  })

  it('writes a snapshot, and restores it', async () => {
    expect(await onFolder('snapshot', file('snapshot'))).toMatchObject({ code: 0 })
    expect((await onFolder('snapshot', file('snapshot'))).err).toContain('exists already')
    expect(await onFolder('reset')).toMatchObject({ code: 0, err: '' })
    expect(stored()).toEqual([])
    expect(await onFolder('restore', file('snapshot'))).toMatchObject({
      code: 0,
      out: '3 documents in 1 collections\n',
    })
    expect(stored().map(({ n }) => n)).toEqual([9, 2, 3])
    writeFileSync(file('in.jsonl'), lines({ _id: 'd', n: 9 }))
    expect((await onFolder('import', 'things', '--in', file('in.jsonl'))).err).toContain('E11000')
  })

  it('refuses to restore what is no snapshot, and changes nothing', async () => {
    expect((await onFolder('restore', file('in.jsonl'))).err).toContain('is no snapshot')
    expect((await onFolder('restore', file('nothing'))).err).toContain('there is no file')
    expect(stored()).toHaveLength(3)
  })

  it('invokes a function as a person and as nobody', async () => {
    const asPerson = await onFolder('invoke', 'greet', '--as', 'oAnna', '--data', '{"name":"Anna"}')
    expect(JSON.parse(asPerson.out)).toMatchObject({ hello: 'Anna', openid: 'oAnna' })
    expect(JSON.parse((await onFolder('invoke', 'greet')).out)).toMatchObject({
      hello: 'nobody',
      openid: null,
    })
    expect(await onFolder('invoke', 'greet', '--data', '{"fails":1}')).toMatchObject({ code: 1 })
    expect((await onFolder('invoke', 'nobody', '--as', 'oAnna')).err).toContain('could not be found')
  })

  it('shows the clock, sets, shifts, freezes and runs it', async () => {
    expect((await onFolder('clock', '--set', '2030-01-31', '--freeze')).out).toBe(
      `2030-01-30T16:00:00.000Z (${Date.UTC(2030, 0, 30, 16)}), frozen\n`,
    )
    expect((await onFolder('clock', '--shift', '1d12h')).out).toContain('2030-02-01T04:00:00.000Z')
    expect((await onFolder('clock')).out).toContain('2030-02-01T04:00:00.000Z')
    const { out } = await onFolder('invoke', 'greet')
    expect(JSON.parse(out)).toMatchObject({ now: Date.UTC(2030, 1, 1, 4) })
    expect((await onFolder('clock', '--run', '--rate', '60')).out).toContain('60 times as fast')
  })
})

describe('wrong use', () => {
  it.each([
    [['dance'], /there is no command dance/],
    [['export'], /export takes one argument, COLLECTION/],
    [['reset', 'now'], /reset takes no argument/],
    [['start', 'now'], /start takes no argument/],
    [['start', '--port', 'x'], /--port is a whole number/],
    [['start', '--env', 'x'], /--env is NAME=VALUE/],
    [['start', '--timers', 'soon'], /--timers is a whole number/],
    [['--colour', 'red'], /Unknown option '--colour'/],
    [['clock', '--url', 'http://example.com'], /--url is an address/],
  ])('%j ends with 2 and says why', async (words, text) => {
    const { code, err } = await run(...words)
    expect(code).toBe(2)
    expect(err).toMatch(text)
    expect(err).toContain('--help')
  })

  it.each([
    [['clock', '--set', 'tomorrow'], /--set is a day/],
    [['clock', '--shift', '3 moons'], /--shift is a span/],
    [['clock', '--freeze', '--run'], /either/],
    [['invoke', 'greet', '--data', '{"a":'], /is a JSON object/],
  ])('%j ends with 2, with a cloud there', async (words, text) => {
    const { code, err } = await onFolder(...words)
    expect(code).toBe(2)
    expect(err).toMatch(text)
  })

  it('ends with 1 when nobody answers at the address, and when there is no such collection', async () => {
    expect(await run('clock', '--url', 'http://127.0.0.1:1')).toMatchObject({ code: 1 })
    expect((await onFolder('export', 'nowhere')).err).toContain('there is no collection nowhere')
    expect((await onFolder('import', 'things', '--in', file('nowhere'))).err).toContain('there is no file')
  })

  it('tells its use', async () => {
    expect((await run('--help')).out).toContain('main.ts snapshot FILE')
  })
})

async function startChild(): Promise<void> {
  const main = path.resolve(__dirname, '../../../local/cloud/main.ts')
  const words = ['-r', require.resolve('tsx/cjs'), main, 'start', '--data', data, '--functions', functions]
  running = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(createInterface({ input: running.stdout! }), 'line')) as [string]
  expect(JSON.parse(line)).toMatchObject({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
  })
}

async function stopChild(): Promise<void> {
  running?.kill('SIGTERM')
  if (running) await once(running, 'exit')
  running = undefined
  expect(existsSync(path.join(data, 'address.json'))).toBe(false)
}
