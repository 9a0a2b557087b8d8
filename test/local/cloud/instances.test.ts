/** Function instances: identity, clock, limits, and what is recorded of each invocation. */
import { failureOf, type GivenCloud, givenCloud, writeFunction } from './given-cloud'
import { utimesSync } from 'node:fs'
import path from 'node:path'

const START = Date.UTC(2027, 2, 1)
const ACCESS = { permissions: { openapi: ['phonenumber.getPhoneNumber'] } }

let given: GivenCloud

beforeAll(async () => {
  given = await givenCloud(
    {
      whoami: {
        main: `const before = cloud.getWXContext()
          await db.collection('seen').add({ data: { openid: before.OPENID } })
          await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
          return { before: before.OPENID, after: cloud.getWXContext().OPENID, event: event.userInfo,
            source: before.SOURCE, unionid: before.UNIONID }`,
      },
      clock: {
        main: `const stored = await db.collection('seen').add({ data: { at: db.serverDate() } })
          const { data } = await db.collection('seen').doc(stored._id).get()
          const timer = performance.now(); await new Promise((resolve) => setTimeout(resolve, 20))
          return { now: Date.now(), made: new Date().getTime(), text: Date(), server: data.at.getTime(),
            isDate: new Date() instanceof Date, fixed: new Date(5).getTime(), waited: performance.now() - timer }`,
      },
      slow: {
        main: `for (;;) await new Promise((resolve) => setTimeout(resolve, 10))`,
        config: { timeout: 0.2 },
      },
      busy: { main: 'for (;;);', config: { timeout: 0.2 } },
      greedy: {
        main: 'const all = []; for (;;) all.push(new Array(100000).fill(Math.random()))',
        config: { memorySize: 48, timeout: 20 },
      },
      big: { main: `return { text: 'x'.repeat(event.size) }` },
      thrower: { main: `throw new Error('no such card')` },
      broken: { before: `throw new Error('cannot start')`, main: '' },
      globals: { before: 'let calls = 0', main: 'return ++calls' },
      outer: { main: `return (await cloud.callFunction({ name: event.name, data: event.data })).result` },
      phone: {
        main: 'return cloud.openapi.phonenumber.getPhoneNumber({ code: event.code })',
        config: ACCESS,
      },
      unlisted: { main: 'return cloud.openapi.phonenumber.getPhoneNumber({ code: event.code })' },
      codes: {
        main: 'return cloud.openapi.ocr.idcard({})',
        config: { permissions: { openapi: ['ocr.idcard'] } },
      },
      calls: {
        main: `console.log('begins', { a: 1 })
          await Promise.all([1, 2, 3].map((n) => db.collection('seen').add({ data: { n } })))
          await db.collection('seen').where({ n: 2 }).get()
          await db.collection('seen').doc('x').set({ data: { n: 0 } })`,
      },
      late: { main: `void db.collection('seen').doc('x').set({ data: { n: 0 } }).catch(() => undefined)` },
    },
    { seen: [] },
    { clock: { now: START }, maxInstances: 2 },
  )
})
afterAll(() => given.end())

const invoke = async (
  name: string,
  data: Record<string, unknown> = {},
  options: object = { openid: 'oTest' },
) => {
  const answer = await given.cloud.invoke(name, data, options)
  if (!answer.ok) throw Object.assign(new Error(answer.message), { code: answer.kind })
  return answer.result as Record<string, unknown>
}
const lastRecord = () => {
  const records = given.cloud.invocations()
  return records[records.length - 1]!
}

describe('identity', () => {
  it('is right in each of 100 overlapping invocations, when the callers differ', async () => {
    const callers = Array.from({ length: 100 }, (_unused, i) => `oCaller${i}`)
    const answers = await Promise.all(
      callers.map((openid, i) => invoke('whoami', { wait: i % 7 }, { openid })),
    )
    const wrong = answers.filter(({ before, after, event }, i) => {
      const seen = [before, after, (event as { openId: string }).openId]
      return seen.some((openid) => openid !== callers[i])
    })
    expect(wrong).toEqual([])
  })

  it('carries the unionid, when there is one, and not into the next invocation', async () => {
    expect(await invoke('whoami', {}, { openid: 'oA', unionid: 'uA' })).toMatchObject({
      unionid: 'uA',
      source: 'wx_client',
    })
    expect(await invoke('whoami', {}, { openid: 'oB' })).not.toHaveProperty('unionid')
  })

  it('is hidden from a function that another function calls', async () => {
    const nested = await invoke('outer', { name: 'whoami', data: {} })
    expect(nested).toEqual({ source: 'wx_client,scf' })
  })
})

describe('the clock of an instance', () => {
  it('is the movable one for Date and serverDate, while timers stay real', async () => {
    given.cloud.clock.set(Date.UTC(2030, 0, 1))
    const { now, made, server, text, isDate, fixed, waited } = await invoke('clock')
    for (const seen of [now, made, server])
      expect(Math.abs((seen as number) - Date.UTC(2030, 0, 1))).toBeLessThan(60_000)
    expect(text).toContain('2030')
    expect({ isDate, fixed }).toEqual({ isDate: true, fixed: 5 })
    expect(waited as number).toBeLessThan(1000)
  })

  it('is the instant of the invocation, and the common clock never goes back for it', async () => {
    given.cloud.clock.set(Date.UTC(2030, 0, 1))
    const at = Date.UTC(2031, 5, 5)
    expect(Math.abs(((await invoke('clock', {}, { at })).server as number) - at)).toBeLessThan(2000)
    expect(given.cloud.clock.now()).toBeGreaterThanOrEqual(at)
    const earlier = Date.UTC(2029, 0, 1)
    expect(Math.abs(((await invoke('clock', {}, { at: earlier })).now as number) - earlier)).toBeLessThan(
      2000,
    )
    expect(given.cloud.clock.now()).toBeGreaterThanOrEqual(at)
  })
})

describe('an invocation', () => {
  it.each<[string, string, object, string, RegExp]>([
    ['waits too long', 'slow', {}, 'timeout', /timed out after 0.2 seconds/],
    ['never yields', 'busy', {}, 'timeout', /timed out/],
    ['takes more memory than it may', 'greedy', {}, 'crash', /memory/i],
    ['throws', 'thrower', {}, 'error', /no such card/],
    ['cannot be loaded', 'broken', {}, 'initialization', /cannot start/],
    ['is of a function that does not exist', 'nobody', {}, 'missing', /could not be found: nobody/],
    ['answers more than 1 MB', 'big', { size: 1_100_000 }, 'resultTooLarge', /1MB/],
    [
      'brings more than 100 KB',
      'big',
      { size: 1, text: 'x'.repeat(110_000) },
      'eventTooLarge',
      /exceed max size/,
    ],
  ])('fails by its kind, when it %s', async (_title, name, data, kind, text) => {
    const failure = await failureOf(invoke(name, data as Record<string, unknown>))
    expect(failure.code).toBe(kind)
    expect(failure.message).toMatch(text)
  })

  it('finds a new instance, when the one before timed out', async () => {
    await failureOf(invoke('busy'))
    expect((await failureOf(invoke('busy'))).code).toBe('timeout')
  })

  it('keeps module variables, when a warm instance serves another user', async () => {
    const first = await invoke('globals', {}, { openid: 'oA' })
    expect(await invoke('globals', {}, { openid: 'oB' })).toBe((first as unknown as number) + 1)
  })

  it('runs the new code, when the function was built anew', async () => {
    await invoke('globals')
    writeFunction(given.functionsDir, 'globals', { main: `return 'new'` })
    const future = new Date(Date.now() + 5000)
    utimesSync(path.join(given.functionsDir, 'globals', 'index.js'), future, future)
    expect(await invoke('globals')).toBe('new')
  })

  it('reports to its caller as the SDK does, when the function it calls fails', async () => {
    expect((await failureOf(invoke('outer', { name: 'nobody', data: {} }))).message).toMatch(
      /could not be found: nobody/,
    )
  })

  it('is refused a call that it left behind, and the next invocation does not suffer', async () => {
    await invoke('late')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(lastRecord().logs.join()).toMatch(/modifyDocument after late had returned/)
    await expect(invoke('late')).resolves.toBeNull()
  })

  it('is recorded with its calls, their depth and its logs', async () => {
    await invoke('calls', { action: 'count' })
    const {
      function: name,
      action,
      openid,
      callCount,
      sequentialDepth,
      documentsWritten,
      documentsRead,
      logs,
      state,
      calls,
    } = lastRecord()
    expect({ name, action, openid, callCount, sequentialDepth, documentsWritten, state }).toEqual({
      name: 'calls',
      action: 'count',
      openid: 'oTest',
      callCount: 5,
      sequentialDepth: 3,
      documentsWritten: 4,
      state: 'ok',
    })
    expect(documentsRead).toBeGreaterThan(0)
    expect(logs).toEqual(['begins { a: 1 }'])
    expect(calls.map(({ depth }) => depth)).toEqual([1, 1, 1, 2, 3])
  })
})

describe('the open API', () => {
  it('exchanges a phone code once, and within five minutes', async () => {
    const code = given.cloud.newPhoneCode('13800001111')
    expect(await invoke('phone', { code })).toMatchObject({
      phoneInfo: { purePhoneNumber: '13800001111', countryCode: '86' },
    })
    expect((await failureOf(invoke('phone', { code }))).message).toContain('invalid code')
    const late = given.cloud.newPhoneCode('13800001111')
    given.cloud.clock.shift(5 * 60_000 + 1)
    expect((await failureOf(invoke('phone', { code: late }))).message).toContain('invalid code')
  })

  it('answers -604101, when config.json does not list the API', async () => {
    expect((await failureOf(invoke('unlisted', { code: 'x' }))).message).toContain('-604101')
  })

  it('is refused by its name, when this stand-in does not serve it', async () => {
    const { message } = await failureOf(invoke('codes'))
    expect(message).toContain('local cloud does not implement openapi.ocr.idcard')
  })
})
