import http from 'node:http'
import type { Pulse } from '../../../local/stage'
import { until } from '../phone/fixture-phones'
import { type GivenStage, givenStage } from './given-stage'

describe('the stage’s server', () => {
  let given: GivenStage
  beforeAll(async () => {
    given = await givenStage()
  })
  afterAll(() => given.close())

  const get = (path: string) => fetch(given.origin + path)
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(given.origin + path, { method: 'POST', body: JSON.stringify(body), headers })
  const pulse = async (request = 0) => (await (await get(`/stage/pulse?request=${request}`)).json()) as Pulse
  const phaseBecomes = (kind: Pulse['phase']['kind']) => until(pulse, ({ phase }) => phase.kind === kind)

  it('serves the page before there is a cloud, says how far the start is, and has no phones yet', async () => {
    given.stage.show({
      kind: 'starting',
      steps: [{ id: 'a', title: { zh: '甲', en: 'A' }, state: 'running', progress: 0.5 }],
    })
    expect(await (await get('/')).text()).toContain('stageContent=')
    expect(await pulse()).toMatchObject({
      phase: { kind: 'starting', steps: [{ progress: 0.5 }] },
      now: null,
    })
    expect((await get('/phone/?openid=anna')).status).toBe(503)
    expect((await get('/stage/inspector')).status).toBe(503)
  })

  it('puts the people into the page as data that cannot end their script', async () => {
    const html = await (await get('/')).text()
    const data = /stageContent=(.*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({
      place: { zh: '</script>' },
      sides: [{ people: [{ openid: 'anna' }, {}] }, {}, { waits: true }],
    })
  })

  it('bundles the browser’s half', async () => {
    expect(await (await get('/stage/page.js')).text()).toContain('phone.scanned')
    expect(await (await get('/stage/page.css')).text()).toContain('--pine')
  })

  it('once open, tells the clock and the requests since, with what was refused', async () => {
    await given.cloud.invoke('ping', { action: 'before' }, { openid: 'anna' })
    given.stage.open({
      cloudUrl: given.cloud.url,
      phones: async (_request, response) => {
        response.end('a phone')
        return true
      },
      reset: async (onProgress) => {
        onProgress(0.5)
        await new Promise((resolve) => setTimeout(resolve, 80))
      },
    })
    await phaseBecomes('open')
    await given.cloud.invoke('ping', { action: 'well' }, { openid: 'anna' })
    await given.cloud.invoke('ping', { action: 'refuse' }, { openid: 'bert' })
    await given.cloud.invoke('ping', { action: 'again' }, { openid: 'bert' })
    const { now, requests } = await pulse()
    expect(Math.abs((now ?? 0) - given.cloud.clock.now())).toBeLessThan(2000)
    expect(requests).toMatchObject([
      { door: 'ping', action: 'well', openid: 'anna', state: 'ok', why: null, replayed: false, calls: [] },
      { door: 'ping', action: 'refuse', openid: 'bert', state: 'refused', why: 'card.unknown' },
      { door: 'ping', action: 'again', openid: 'bert', state: 'ok', replayed: true },
    ])
    expect((await pulse(requests[0]?.id)).requests).toHaveLength(2)
    expect(await (await get('/phone/')).text()).toBe('a phone')
    expect((await get('/stage/inspector')).url).toBe(`${given.cloud.url}/inspector`)
  })

  it('tells what was sent to people, in the order of its fields', async () => {
    given.cloud.messages.grant('anna', 'welcome')
    await given.cloud.invoke('letters', { touser: 'anna' })
    const { messages } = await pulse()
    expect(messages).toMatchObject([
      { openid: 'anna', templateId: 'welcome', page: 'pages/code/index', lines: ['第一件', '第二件'] },
    ])
    const later = await get(`/stage/pulse?message=${messages[0]?.id}`)
    expect(((await later.json()) as Pulse).messages).toEqual([])
  })

  it('moves the clock of the cloud, and refuses what is no move', async () => {
    const before = given.cloud.clock.now()
    await post('/stage/clock', { shiftMs: 86_400_000 })
    expect(given.cloud.clock.now() - before).toBeGreaterThanOrEqual(86_400_000)
    await post('/stage/clock', { now: Date.UTC(2030, 0, 1) })
    expect(new Date(given.cloud.clock.now()).getUTCFullYear()).toBe(2030)
    expect((await post('/stage/clock', { now: 'tomorrow' })).status).toBe(400)
  })

  it('starts over once for two askings, with progress, and counts the malls', async () => {
    const { generation } = await pulse()
    await post('/stage/reset', {})
    await post('/stage/reset', {})
    expect((await pulse()).phase).toEqual({ kind: 'resetting', progress: 0.5 })
    expect((await phaseBecomes('open')).generation).toBe(generation + 1)
  })

  it('answers no page of another machine, and lets none change anything', async () => {
    const asHost = (host: string) =>
      new Promise<number>((resolve) => {
        http.get(`${given.origin}/`, { headers: { host } }, (answer) =>
          resolve(answer.resume().statusCode ?? 0),
        )
      })
    expect(await asHost('evil.example')).toBe(403)
    expect(await asHost('localhost:5180')).toBe(200)
    expect((await post('/stage/reset', {}, { origin: 'https://evil.example' })).status).toBe(403)
  })
})
