/** Timer triggers: fired by the cloud's clock, in order, with what the platform hands over. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CloudOptions } from '../../../local/cloud'
import { type GivenCloud, givenCloud } from './given-cloud'

const at = (text: string) => Date.parse(`${text}+08:00`)
const START = at('2027-01-01T00:00:10')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const trigger = (config: string, name = 'tick') => ({ triggers: [{ name, type: 'timer', config }] })
const note = `await db.collection('ran').add({ data: { name: event.TriggerName, now: Date.now(), event,
  source: cloud.getWXContext().SOURCE, openid: cloud.getWXContext().OPENID ?? null } })
  return 'dropped'`

let given: GivenCloud | undefined
afterEach(async () => {
  await given?.end()
  given = undefined
})

async function givenTimers(
  configs: Record<string, object>,
  options: Partial<CloudOptions> = {},
  main = note,
): Promise<GivenCloud & { lines: string[] }> {
  const lines: string[] = []
  const functions = Object.entries(configs).map(([name, config]) => [name, { main, config }])
  given = await givenCloud(
    Object.fromEntries(functions) as Record<string, { main: string; config: Record<string, unknown> }>,
    { ran: [] },
    { clock: { now: START }, timers: true, maxInstances: 1, log: (line) => lines.push(line), ...options },
  )
  given.cloud.clock.freeze()
  given.cloud.clock.set(START)
  return { ...given, lines }
}

interface Ran {
  name: string
  now: number
  source: string
  openid: string | null
  event: Record<string, unknown>
}
const ran = () =>
  ([...given!.cloud.read('ran')] as unknown as Ran[]).sort(
    (a, b) => a.now - b.now || (a.name < b.name ? -1 : 1),
  )
const moveTo = async (instant: number) => {
  given!.cloud.clock.set(instant)
  await given!.cloud.timers.settled()
}

test('what the clock is moved across runs in order, and each run sees its own instant', async () => {
  await givenTimers({
    nightly: trigger('0 0 2 * * * *', 'night'),
    hourly: trigger('0 0 */1 * * * *', 'hour'),
  })
  await moveTo(at('2027-01-01T03:30:00'))
  expect(ran().map(({ name, now }) => [name, now])).toEqual([
    ['hour', at('2027-01-01T01:00:00')],
    ['hour', at('2027-01-01T02:00:00')],
    ['night', at('2027-01-01T02:00:00')],
    ['hour', at('2027-01-01T03:00:00')],
  ])
  expect(given!.cloud.clock.now()).toBe(at('2027-01-01T03:30:00'))
  expect(given!.cloud.invocations().map(({ startedAt }) => startedAt)).toEqual(ran().map(({ now }) => now))
})

test('unverified: the event names the trigger and its time; there is no OPENID, the source is wx_trigger', async () => {
  await givenTimers({ nightly: trigger('0 0 2 * * * *', 'night') })
  await moveTo(at('2027-01-01T02:00:00'))
  expect(ran()).toMatchObject([
    {
      source: 'wx_trigger',
      openid: null,
      event: { Type: 'Timer', TriggerName: 'night', Time: '2026-12-31T18:00:00Z', Message: '' },
    },
  ])
})

test('an instant runs once, and again only when the clock was moved back and comes across it again', async () => {
  await givenTimers({ nightly: trigger('0 0 2 * * * *') })
  await moveTo(at('2027-01-01T02:00:00'))
  await moveTo(at('2027-01-01T02:00:01'))
  expect(ran()).toHaveLength(1)
  await moveTo(at('2027-01-01T01:59:00'))
  expect(ran()).toHaveLength(1)
  await moveTo(at('2027-01-01T02:30:00'))
  expect(ran()).toHaveLength(2)
})

test.each([
  [undefined, 100, true],
  [{ catchUp: 1 }, 1, true],
  [{ catchUp: Infinity }, 180, false],
])('of very many due instants the latest run, with timers: %j', async (timers, count, isSkipping) => {
  const { lines } = await givenTimers({ minutely: trigger('0 * * * * * *') }, timers ? { timers } : {})
  await moveTo(START + 3 * HOUR)
  expect(ran()).toHaveLength(count)
  expect(ran()[count - 1]?.now).toBe(at('2027-01-01T03:00:00'))
  const oldest = ran()[0]?.now
  expect(given!.cloud.timers.list()[0]?.skippedBefore).toBe(isSkipping ? oldest : undefined)
  expect(lines.join('\n').includes(`only the latest ${count} run`)).toBe(isSkipping)
})

test('a year across a timer of every second is found from its end', async () => {
  await givenTimers({ each: trigger('* * * * * * *') }, { timers: { catchUp: 3 } })
  const began = performance.now()
  await moveTo(START + 365 * 24 * HOUR)
  expect(ran().map(({ now }) => START + 365 * 24 * HOUR - now)).toEqual([2000, 1000, 0])
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a running clock fires by itself, sooner when it runs faster, and not while it is frozen', async () => {
  await givenTimers({ minutely: trigger('0 * * * * * *') })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(ran()).toEqual([])
  given!.cloud.clock.run(600)
  await until(() => ran().length >= 2)
  const [first, second] = ran().map(({ event }) => Date.parse(String(event['Time'])))
  expect(second! - first!).toBe(MINUTE)
})

test('a failure is kept and logged, and the next instant runs all the same', async () => {
  const { lines } = await givenTimers({ broken: trigger('0 0 * * * * *') }, {}, `throw new Error('no mall')`)
  await moveTo(START + 2 * HOUR)
  const [view] = given!.cloud.timers.list()
  expect(view).toMatchObject({
    function: 'broken',
    name: 'tick',
    config: '0 0 * * * * *',
    next: at('2027-01-01T03:00:00'),
    last: { at: at('2027-01-01T02:00:00'), ok: false, byHand: false },
  })
  expect(view?.last?.error).toContain('no mall')
  expect(lines.filter((line) => line.startsWith('timer broken/tick failed'))).toHaveLength(2)
})

test.each([
  [
    'a name that begins with a digit',
    { triggers: [{ name: '1st', type: 'timer', config: '0 * * * * * *' }] },
    /begins with a letter: 1st/,
  ],
  [
    'a name of 61 characters',
    { triggers: [{ name: 'a'.repeat(61), type: 'timer', config: '0 * * * * * *' }] },
    /at most 60/,
  ],
  ['a cron of five fields', trigger('0 2 * * *'), /seven fields/],
  ['another type', { triggers: [{ name: 'a', type: 'cos', config: '' }] }, /of type timer, not cos/],
  ['no list', { triggers: {} }, /no list of triggers/],
])('is listed with its problem and never due: %s', async (_title, config, problem) => {
  const { lines } = await givenTimers({ wrong: config })
  await moveTo(START + HOUR)
  expect(ran()).toEqual([])
  const [view] = given!.cloud.timers.list()
  expect(view?.problem).toMatch(problem)
  expect(view).not.toHaveProperty('next')
  expect(lines.join()).toMatch(problem)
})

test('a function has one trigger: the second one is refused', async () => {
  const one = trigger('0 0 2 * * * *').triggers[0]
  await givenTimers({ two: { triggers: [one, { ...one, name: 'other' }] } })
  expect(given!.cloud.timers.list()).toMatchObject([
    { name: 'tick', next: at('2027-01-01T02:00:00') },
    { name: 'other', problem: 'a function has one trigger only' },
  ])
})

test('two triggers and their names are taken, when the rules are switched off', async () => {
  const one = trigger('0 0 2 * * * *').triggers[0]
  const strict = { oneTrigger: false, triggerName: false }
  await givenTimers({ two: { triggers: [one, { ...one, name: '2nd' }] } }, { strict })
  await moveTo(at('2027-01-01T02:00:00'))
  expect(ran().map(({ name }) => name)).toEqual(['2nd', 'tick'])
})

test('the control door lists the timers, runs one now and waits for what is due', async () => {
  await givenTimers({ nightly: trigger('0 0 2 * * * *'), plain: {} }, { timers: false })
  const ask = async (route: string, body?: object) => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const response = await fetch(`${given!.cloud.url}/control/${route}`, init)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  await moveTo(START + 24 * HOUR)
  expect((await ask('timers')).body).toEqual({
    on: false,
    timers: [{ function: 'nightly', name: 'tick', config: '0 0 2 * * * *', next: at('2027-01-02T02:00:00') }],
  })
  expect(ran()).toEqual([])
  const { body } = await ask('timers/run', { function: 'nightly' })
  expect(body.run).toMatchObject({ ok: true, byHand: true, at: START + 24 * HOUR })
  expect(ran()).toMatchObject([{ name: 'tick', now: START + 24 * HOUR }])
  expect((await ask('timers/run', { function: 'plain' })).status).toBe(404)
  expect((await ask('timers/run', {})).status).toBe(400)
  expect((await ask('timers/settle', {})).body).toEqual({ ok: true })
})

test('a timer that is written while the cloud runs is heard of', async () => {
  const { functionsDir } = await givenTimers({ later: {} })
  writeFileSync(path.join(functionsDir, 'later', 'config.json'), JSON.stringify(trigger('0 0 2 * * * *')))
  expect(given!.cloud.timers.list()).toMatchObject([{ function: 'later', next: at('2027-01-01T02:00:00') }])
  await moveTo(at('2027-01-01T02:00:00'))
  expect(ran()).toHaveLength(1)
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}
