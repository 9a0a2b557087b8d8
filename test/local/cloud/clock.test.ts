/** The clock: set, shifted, frozen, faster; inside an invocation, at the control door and in the data folder. */
import { rmSync } from 'node:fs'
import { startCloud } from '../../../local/cloud'
import { type GivenCloud, givenCloud, temporaryFolder } from './given-cloud'

const START = Date.UTC(2027, 0, 1)
const HOUR = 3_600_000

let given: GivenCloud

beforeAll(async () => {
  given = await givenCloud(
    {
      twice: {
        main: `const real = process.hrtime.bigint(), first = Date.now()
          await new Promise((resolve) => setTimeout(resolve, 50))
          const second = new Date().getTime()
          return { first, passed: second - first, whole: Number.isInteger(second),
            real: Number(process.hrtime.bigint() - real) / 1e6 }`,
      },
      stamp: {
        main: `const { _id } = await db.collection('seen').add({ data: { at: db.serverDate() } })
          return { at: (await db.collection('seen').doc(_id).get()).data.at.getTime(), now: Date.now() }`,
      },
    },
    { seen: [] },
    { clock: { now: START } },
  )
})
afterAll(() => given.end())
beforeEach(() => {
  given.cloud.clock.run(1)
  given.cloud.clock.set(START)
})

const invoke = async (name: string) => {
  const answer = await given.cloud.invoke(name, {})
  if (!answer.ok) throw new Error(answer.message)
  return answer.result as {
    first: number
    passed: number
    whole: boolean
    real: number
    at: number
    now: number
  }
}
const tell = async (body: object) => {
  const init = { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${given.cloud.url}/control/clock`, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a frozen clock stands still, inside a running invocation too, while its timers do not', async () => {
  given.cloud.clock.freeze()
  given.cloud.clock.set(START + HOUR)
  const { first, passed, real } = await invoke('twice')
  expect({ first, passed, now: given.cloud.clock.now() }).toEqual({
    first: START + HOUR,
    passed: 0,
    now: START + HOUR,
  })
  expect(real).toBeGreaterThan(40)
  expect(await invoke('stamp')).toEqual({ at: START + HOUR, now: START + HOUR })
})

test('a frozen clock can be shifted, and goes on from there', async () => {
  given.cloud.clock.freeze()
  given.cloud.clock.set(START)
  given.cloud.clock.shift(HOUR)
  expect(given.cloud.clock.now()).toBe(START + HOUR)
  given.cloud.clock.run()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(given.cloud.clock.now()).toBeGreaterThan(START + HOUR)
})

test('a clock that runs faster does so inside a running invocation too, in whole milliseconds', async () => {
  given.cloud.clock.run(1000)
  const { passed, real, whole } = await invoke('twice')
  expect(passed).toBeGreaterThan(40 * 1000)
  expect(passed / real).toBeGreaterThan(900)
  expect(passed / real).toBeLessThan(1100)
  expect(whole).toBe(true)
})

test('a change of pace does not make the clock jump', () => {
  const before = given.cloud.clock.now()
  given.cloud.clock.run(2)
  given.cloud.clock.run(0.5)
  given.cloud.clock.freeze()
  expect(given.cloud.clock.now() - before).toBeGreaterThanOrEqual(0)
  expect(given.cloud.clock.now() - before).toBeLessThan(1000)
})

test('the control door sets, shifts, freezes and runs it', async () => {
  expect((await tell({ now: START, frozen: true })).body).toEqual({ now: START, rate: 1, frozen: true })
  expect((await tell({ shiftMs: HOUR })).body).toEqual({ now: START + HOUR, rate: 1, frozen: true })
  expect((await tell({ rate: 60 })).body).toMatchObject({ rate: 60, frozen: false })
  expect((await tell({ frozen: true })).body).toMatchObject({ rate: 60, frozen: true })
  expect((await tell({ frozen: false })).body).toMatchObject({ rate: 60, frozen: false })
})

test.each([
  [{}, 'the body needs'],
  [{ rate: 0 }, 'not a rate'],
  [{ rate: -1 }, 'not a rate'],
  [{ rate: 1e9 }, 'not a rate'],
  [{ now: 'soon' }, 'not an instant'],
  [{ now: 1e18 }, 'not an instant'],
  [{ shiftMs: 'a day' }, 'not a number of milliseconds'],
])('the control door refuses %j', async (body, text) => {
  const answer = await tell(body)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toContain(text)
})

test('the data folder remembers the clock, its pace and that it is frozen', async () => {
  const dataDir = temporaryFolder()
  const { functionsDir } = given
  const first = await startCloud({ dataDir, functionsDir, clock: { now: START } })
  first.clock.run(3)
  first.clock.freeze()
  first.clock.set(START + HOUR)
  await first.close()
  const second = await startCloud({ dataDir, functionsDir, clock: { now: 0 } })
  expect(second.clock.state()).toEqual({ now: START + HOUR, rate: 3, frozen: true })
  second.reset()
  expect(second.clock.state()).toMatchObject({ rate: 1, frozen: false })
  expect(second.clock.now()).toBeLessThan(HOUR)
  await second.close()
  rmSync(dataDir, { recursive: true, force: true })
})
