/** One night of the clock on a generated mall: at one o'clock and again at nine, a run a minute until nothing is due. */
import { startCloud, type LocalCloud } from '../../local/cloud'
import { startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { ClockRun } from '../../src/server/run/serve-clock'

export interface NightFigures {
  readonly members: number
  readonly steps: Readonly<Record<string, number>>
  readonly failed: number
  readonly calls: number
  readonly ms: number
  readonly runs: number
  /** Calls of a run when nothing is due any more. */
  readonly idleCalls: number
  readonly mostMb: number
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const MB = 1024 * 1024

export async function nightOn(
  dataDir: string,
  functionsDir: string,
  env: Record<string, string>,
  night: BusinessDay,
): Promise<NightFigures> {
  const cloud = await startCloud({ dataDir, functionsDir, functionEnv: env, maxInstances: 1 })
  const members = cloud.collections().find(({ name }) => name === 'members')?.count ?? 0
  const count = { steps: {} as Record<string, number>, failed: 0, calls: 0, runs: 0, mostMb: 0 }
  const began = performance.now()
  let idleCalls = 0
  for (const hour of [1, 9]) {
    cloud.clock.set(startOfDay(night) + hour * HOUR_MS)
    for (;;) {
      const { run, calls } = await runOnce(cloud)
      count.mostMb = Math.max(count.mostMb, process.memoryUsage.rss() / MB)
      const done = Object.entries(run.done)
      if (done.length === 0 && run.failed === 0) {
        idleCalls = calls
        break
      }
      count.runs += 1
      count.calls += calls
      count.failed += run.failed
      for (const [job, steps] of done) count.steps[job] = (count.steps[job] ?? 0) + steps
      cloud.clock.shift(MINUTE_MS)
    }
  }
  const ms = performance.now() - began
  await cloud.close()
  return { members, ...count, ms, idleCalls, mostMb: Math.round(count.mostMb) }
}

async function runOnce(cloud: LocalCloud): Promise<{ run: ClockRun; calls: number }> {
  const answer = await cloud.invoke('clock', { Type: 'Timer' }, { source: 'wx_trigger' })
  if (!answer.ok) throw new Error(answer.message)
  return { run: answer.result as ClockRun, calls: cloud.invocations().at(-1)?.callCount ?? 0 }
}
