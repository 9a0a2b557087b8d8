import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createStage, type StageContent } from '../../../local/stage'
import { beginBuild, type Build, endBuild, isFresh } from '../../../tools/start/changed-inputs'
import { DataFolder } from '../../../tools/start/data-folder'
import { listen, type OpenDoor } from '../../../tools/start/listen'
import { commandFor } from '../../../tools/start/open-browser'
import { readLog } from '../../../tools/start/read-log'
import { stageContent } from '../../../tools/start/stage-content'
import { wishOf } from '../../../tools/start/usage'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

describe('a build is repeated', () => {
  const build: Build = { name: 'x', root, inputs: ['in', 'lock'], leftOut: /^in\/aside\//, output: 'out' }
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), text)
  }
  beforeEach(() => {
    write('in/a.ts', 'a')
    write('in/aside/b.ts', 'b')
    write('out/a.js', 'a')
    endBuild(build, beginBuild(build))
  })

  it('not when nothing has changed, nor when only what it leaves out has', () => {
    write('in/aside/b.ts', 'other')
    expect(isFresh(build)).toBe(true)
  })

  it.each([
    ['an input has changed', () => write('in/a.ts', 'other')],
    ['an input was added', () => write('lock', '')],
    ['its output was changed by another hand', () => write('out/a.js', 'other')],
    ['its output is gone', () => fs.rmSync(path.join(root, 'out'), { recursive: true })],
    ['the last one did not come to its end', () => void beginBuild(build)],
  ])('when %s', (_, change) => {
    change()
    expect(isFresh(build)).toBe(false)
  })
})

describe('asked for help', () => {
  it('it explains itself and opens no mall', () => {
    const mall = path.join(root, 'not-opened')
    const { status, stdout } = spawnSync(
      process.execPath,
      [require.resolve('tsx/cli'), path.resolve(__dirname, '../../../tools/start/main.ts'), '--help'],
      { encoding: 'utf8', env: { ...process.env, SHUKE_DATA: mall, SHUKE_LANG: 'en' } },
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/PORT=[^]*SHUKE_DATA=[^]*SHUKE_NO_OPEN=/)
    expect(fs.existsSync(mall)).toBe(false)
  })

  it.each([
    [[], {}],
    [['-h'], 'help'],
    [['--port', '6200'], null],
    [['--inspect', 'member'], { inspect: { function: 'member', port: 9229 } }],
    [['--inspect=till=9300'], { inspect: { function: 'till', port: 9300 } }],
    [['--inspect'], null],
    [['--inspect', 'member', 'till'], null],
  ])('%j is taken as %j', (args, wish) => expect(wishOf(args)).toEqual(wish))
})

describe('the data folder', () => {
  it('refuses a second program and says where the first one is', () => {
    const data = new DataFolder(path.join(root, 'mall'))
    data.claim()
    fs.writeFileSync(
      path.join(data.path, 'running.json'),
      JSON.stringify({ pid: process.ppid, url: 'http://localhost:5180' }),
    )
    expect(() => data.claim()).toThrow('already running (http://localhost:5180)')
  })

  it('is free again after a program that was killed', () => {
    const data = new DataFolder(path.join(root, 'killed'))
    fs.writeFileSync(path.join(data.path, 'running.json'), JSON.stringify({ pid: 2 ** 22 + 1, url: '' }))
    expect(() => data.claim()).not.toThrow()
  })

  it('keeps its secret', () => {
    const { path: folder } = new DataFolder(path.join(root, 'kept'))
    const secret = new DataFolder(folder).secret()
    expect(secret).toHaveLength(64)
    expect(new DataFolder(folder).secret()).toBe(secret)
  })
})

describe('the port', () => {
  const stage = createStage({ content: { sides: [], name: {}, place: {} } as unknown as StageContent })
  const open: OpenDoor[] = []
  afterAll(() => open.forEach((door) => door.close()))

  it('is the next free one, and a taken one is refused only when it was asked for by name', async () => {
    const [first, second] = [await listen(stage, ''), await listen(stage, '')]
    open.push(first, second)
    expect(first.url).not.toBe(second.url)
    await expect(listen(stage, new URL(first.url).port)).rejects.toThrow('is taken')
    await expect(listen(stage, 'x')).rejects.toThrow('PORT=x is no port')
  })
})

it.each([
  ['darwin', {}, 'open'],
  ['win32', {}, 'cmd'],
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', {}, undefined],
  ['darwin', { CI: 'true' }, undefined],
  ['darwin', { SHUKE_NO_OPEN: '1' }, undefined],
] as const)('on %s with %o the browser is opened by %s', (platform, env, program) => {
  expect(commandFor(platform, env)?.[0]).toBe(program)
})

it('finds in what a function logs that it refused, or that it answered once more', () => {
  expect(readLog('{"requestId":"r","refused":"card.unknown"}')).toEqual({ refused: 'card.unknown' })
  expect(readLog('{"requestId":"r","replayed":true}')).toEqual({ replayed: true })
  expect(readLog('something else')).toBeNull()
  expect(readLog('{"refused":')).toBeNull()
})

it('every person on stage has an id that the cloud takes for a caller, and a phone', () => {
  for (const { openid, phoneNumber } of stageContent().sides.flatMap(({ people }) => people)) {
    expect(openid).toMatch(/[A-Za-z]/)
    expect(phoneNumber).toMatch(/^1\d{10}$/)
  }
})
