/** The doors around the functions: the mini program's, the HTTP access, and that of the tools. */
import { type GivenCloud, givenCloud } from './given-cloud'

let given: GivenCloud

beforeAll(async () => {
  given = await givenCloud(
    {
      echo: { main: 'return { event, openid: cloud.getWXContext().OPENID ?? null, now: Date.now() }' },
      page: {
        main: `return { statusCode: 201, headers: { 'Content-Type': 'text/html', 'X-Seen': event.path },
          body: Buffer.from('<p>你好').toString('base64'), isBase64Encoded: true }`,
      },
      text: { main: `return 'plain'` },
      thrower: { main: `throw new Error('no such card')` },
      slow: { main: 'await new Promise(() => setTimeout(() => 0, 9999))', config: { timeout: 0.2 } },
    },
    { things: [{ name: 'n', unique: true, fields: [['n', 1]] }] },
    { clock: { now: Date.UTC(2027, 0, 1) }, origins: ['http://localhost:5173'] },
  )
})
afterAll(() => given.end())

interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
  text: string
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${given.cloud.url}${path}`, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: response.status, headers: response.headers, body, text }
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers })
const call = (name: string, data: unknown, headers: Record<string, string> = { 'x-local-openid': 'oTest' }) =>
  post('/client/callFunction', { name, data }, headers)

describe('the door of the mini program', () => {
  it('answers as wx.cloud.callFunction does, and the event names the user', async () => {
    const { body } = await call('echo', { a: 1 })
    expect(body).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { event: { a: 1, userInfo: { openId: 'oTest' } }, openid: 'oTest' },
    })
    expect(body.requestID).toEqual(expect.any(String))
  })

  it.each([
    ['throws', 'thrower', -504002, /no such card/],
    ['takes too long', 'slow', -504003, /timed out/],
    ['does not exist', 'nobody', -501000, /could not be found/],
  ])('answers with the code of the platform, when the function %s', async (_title, name, errCode, text) => {
    const { body } = await call(name, {})
    expect(body).toMatchObject({ errCode, requestID: expect.any(String) as string })
    expect(body.errMsg).toMatch(text)
    expect(body).not.toHaveProperty('result')
  })

  it.each([{}, { 'x-local-openid': '12345' }])(
    'refuses a caller without an OPENID that holds a letter: %j',
    async (headers) => {
      expect((await call('echo', {}, headers as Record<string, string>)).status).toBe(400)
    },
  )

  it('answers its own pages and those that it was told to answer, and no others', async () => {
    const from = (origin: string) => call('echo', {}, { 'x-local-openid': 'oTest', origin })
    for (const origin of [given.cloud.url, 'http://localhost:5173'])
      expect((await from(origin)).headers.get('access-control-allow-origin')).toBe(origin)
    for (const origin of ['https://example.com', 'http://localhost:5174'])
      expect((await from(origin)).status).toBe(403)
    const preflight = await ask('/client/callFunction', {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:5173' },
    })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-local-openid')
  })
})

describe('the HTTP access', () => {
  it('hands the function an integrated request without a user', async () => {
    const init = {
      method: 'PUT',
      body: '{"a":1}',
      headers: { 'X-Till': 'T1', 'content-type': 'application/json' },
    }
    const { body } = await ask('/http/echo/receipts/7?shop=3&x=', init)
    expect(body.openid).toBeNull()
    expect(body.event).toMatchObject({
      path: '/receipts/7',
      httpMethod: 'PUT',
      headers: { 'x-till': 'T1' },
      queryStringParameters: { shop: '3', x: '' },
      body: '{"a":1}',
      isBase64Encoded: false,
    })
  })

  it('sends an integrated response as status, headers and bytes', async () => {
    const { status, headers, text } = await ask('/http/page/a/b')
    expect({ status, text, seen: headers.get('x-seen'), type: headers.get('content-type') }).toEqual({
      status: 201,
      text: '<p>你好',
      seen: '/a/b',
      type: 'text/html',
    })
  })

  it('sends anything else as it is, and failures by their status', async () => {
    expect(await ask('/http/text/')).toMatchObject({ status: 200, text: 'plain' })
    expect((await ask('/http/thrower')).status).toBe(500)
    expect((await ask('/http/slow')).status).toBe(504)
    expect((await ask('/http/nobody')).status).toBe(404)
  })

  it('lets the function see the instant of the header', async () => {
    const at = Date.UTC(2028, 1, 2)
    const { body } = await ask('/http/echo', { headers: { 'x-local-clock': String(at) } })
    expect(Math.abs((body.now as number) - at)).toBeLessThan(2000)
  })
})

describe('the door of the tools', () => {
  it('says that it is well, and refuses by name what it does not have', async () => {
    expect((await ask('/control/health')).body).toEqual({ ok: true })
    const unknown = await ask('/control/backup')
    expect(unknown.status).toBe(404)
    expect(unknown.body.error).toContain('does not implement GET backup')
  })

  it('sets the clock, moves it and tells it', async () => {
    await post('/control/clock', { now: Date.UTC(2029, 0, 1) })
    await post('/control/clock', { shiftMs: 86_400_000 })
    const { now } = (await ask('/control/clock')).body
    expect(Math.abs((now as number) - Date.UTC(2029, 0, 2))).toBeLessThan(2000)
    expect((await post('/control/clock', {})).status).toBe(400)
  })

  it('lists what happened after a given invocation', async () => {
    const before = given.cloud.invocations().pop()?.id ?? 0
    await call('echo', { action: 'first' })
    await call('echo', { action: 'second' })
    const { invocations } = (await ask(`/control/invocations?after=${before + 1}`)).body
    expect(invocations).toMatchObject([{ function: 'echo', action: 'second', openid: 'oTest', state: 'ok' }])
  })

  it('gives a phone code for a number', async () => {
    const { code } = (await post('/control/phone-codes', { phoneNumber: '13800001111' })).body
    expect(code).toEqual(expect.any(String))
  })

  it('counts, exports and drops documents, and keeps their indexes', async () => {
    const admin = (body: object) => post('/admin', body)
    const add = (n: number) =>
      admin({
        action: 'database.insertDocument',
        collectionName: 'things',
        data: [`{"_id":"t${n}","n":${n},"at":{"$date":5}}`],
      })
    await add(1)
    await add(2)
    expect((await ask('/control/collections')).body).toEqual({ collections: [{ name: 'things', count: 2 }] })
    const { text } = await ask('/control/collections/things.jsonl')
    expect(text).toBe(
      '{"_id":"t1","n":1,"at":{"$date":"1970-01-01T00:00:00.005Z"}}\n{"_id":"t2","n":2,"at":{"$date":"1970-01-01T00:00:00.005Z"}}\n',
    )
    expect([...given.cloud.read('things')]).toMatchObject([{ _id: 't1', at: new Date(5) }, { _id: 't2' }])
    await post('/control/reset', {})
    expect((await ask('/control/collections')).body).toEqual({ collections: [{ name: 'things', count: 0 }] })
    await add(1)
    expect((await add(1)).body.message).toContain('E11000')
    expect(Math.abs(given.cloud.clock.now() - Date.UTC(2027, 0, 1))).toBeLessThan(2000)
  })
})
