/** A run of the clock by itself: it stops in time, goes on where it stopped, and gives back no lease but its own. */
let seconds = 0
let instant = 0
jest.mock('../../src/server/run/clock', () => ({ uptime: () => seconds * 1_000, now: () => instant }))

import cloud from 'wx-server-sdk'
import type { ClockRun, Job } from '../../src/server/run/serve-clock'
import { sdkDatabase } from '../local/cloud/sdk'
import { mallOfFile } from './mall'

const mall = mallOfFile()
const LEASE = 'lease:clock'
const leases = () => mall().all<{ _id: string; holder: string }>('leases')

beforeEach(() => {
  seconds = 0
  instant = mall().now()
  sdkDatabase(mall().cloud)
  jest.spyOn(cloud, 'getWXContext').mockReturnValue({ SOURCE: 'wx_trigger' } as never)
})
afterEach(() => jest.restoreAllMocks())

/** Thirty things to do, of which each takes so many seconds. */
function slow(each: number, meanwhile: () => Promise<unknown> = async () => undefined) {
  const open = Array.from({ length: 30 }, (_, n) => ({ _id: `due-${n}` }))
  const job: Job = {
    name: 'slow',
    look: async (_at, limit) => open.slice(0, limit),
    step: async () => {
      seconds += each
      await meanwhile()
      open.shift()
      return undefined
    },
    putOff: async () => undefined,
  }
  const run = async (): Promise<ClockRun> => {
    const { serveClock } = await import('../../src/server/run/serve-clock')
    return (await serveClock([job])()) as ClockRun
  }
  return { run, open }
}

test('a run begins nothing after fifty seconds; the next one goes on where it stopped', async () => {
  const { run, open } = slow(4)
  // Thirteen times four seconds: at 48 it begins one more, at 52 none.
  expect(await run()).toEqual({ done: { slow: 13 }, failed: 0 })
  expect([seconds, open.length, leases()]).toEqual([52, 17, []])
  expect(await run()).toEqual({ done: { slow: 13 }, failed: 0 })
  expect(await run()).toEqual({ done: { slow: 4 }, failed: 0 })
  expect(await run()).toEqual({ done: {}, failed: 0 })
})

test('a run whose lease went over to another one leaves it there', async () => {
  const another = { until: instant + 1_000_000, holder: 'another run' }
  const { run } = slow(60, () =>
    sdkDatabase(mall().cloud).collection('leases').doc(LEASE).set({ data: another }),
  )
  expect(await run()).toEqual({ done: { slow: 1 }, failed: 0 })
  expect(leases()).toMatchObject([{ _id: LEASE, holder: 'another run' }])
  expect(await run()).toEqual({ done: {}, failed: 0, busy: true })
})
