/**
 * Time's door: a trigger opens it, and nobody else. A run holds a lease, does what is due and stops in time; the next
 * minute goes on where it stopped. Calls when nothing is due: the lease and one look for each job, at once.
 * Invariant: two runs at once, or one after a killed one, end as one run does, since every step may be taken again.
 */
import cloud from 'wx-server-sdk'
import { isConflict, isDuplicate, startTransaction } from '../store/collection'
import { leases } from '../store/leases'
import { newId } from './chance'
import { now, uptime } from './clock'
import { refuse } from './outcome'
import { envelope } from './serve'

/** What time does: looks for what is due, a few at a time, the longest overdue first, and takes one step for each. */
export interface Job<Due extends { readonly _id: string } = { readonly _id: string }> {
  readonly name: string
  look(at: number, limit: number): Promise<readonly Due[]>
  step(due: Due, at: number): Promise<void>
  /** Lets what failed, or is due again right after its step, wait, so that it holds back nobody. */
  putOff(due: Due, at: number): Promise<void>
}

export interface ClockRun {
  /** Steps taken, by job. */
  readonly done: Readonly<Record<string, number>>
  readonly failed: number
  /** Another run was at work. */
  readonly busy?: true
}

const LEASE = 'lease:clock'
const LEASE_MS = 70_000
const WORK_MS = 50_000
const PAGE = 20

export function serveClock(jobs: readonly Job[]) {
  return async (): Promise<ClockRun | ReturnType<typeof envelope>> => {
    const requestId = newId()
    const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: unknown }
    if ((typeof OPENID === 'string' && OPENID !== '') || SOURCE !== 'wx_trigger')
      return envelope(refuse('caller.unknown'), requestId)
    const began = uptime()
    const at = now()
    const [lease, ...due] = await Promise.all([leases.get(LEASE), ...jobs.map((job) => job.look(at, PAGE))])
    if (due.every((each) => each.length === 0)) return { done: {}, failed: 0 }
    if (lease && lease.until > at) return { done: {}, failed: 0, busy: true }
    if (!(await takeLease(requestId, at))) return { done: {}, failed: 0, busy: true }
    try {
      return await work(jobs, at, () => uptime() - began < WORK_MS, requestId)
    } finally {
      await endLease(requestId)
    }
  }
}

async function work(
  jobs: readonly Job[],
  at: number,
  hasTime: () => boolean,
  requestId: string,
): Promise<ClockRun> {
  const done: Record<string, number> = {}
  let failed = 0
  for (const job of jobs) {
    const count = await workOff(job, at, hasTime, (due, error) => {
      const fault = error instanceof Error ? error.stack : error
      console.error(JSON.stringify({ requestId, job: job.name, due, fault }))
    })
    done[job.name] = count.done
    failed += count.failed
  }
  return { done, failed }
}

async function workOff(
  job: Job,
  at: number,
  hasTime: () => boolean,
  log: (due: string, error: unknown) => void,
): Promise<{ readonly done: number; readonly failed: number }> {
  const taken = new Set<string>()
  let failed = 0
  // A page of which nothing moves, nor can be put off, is left to the next minute.
  for (let moved = true; moved && hasTime();) {
    moved = false
    for (const due of await job.look(at, PAGE)) {
      if (!hasTime()) break
      try {
        if (taken.has(due._id)) throw new Error('due again right after its step')
        await job.step(due, at)
        taken.add(due._id)
        moved = true
      } catch (error) {
        failed += 1
        log(due._id, error)
        const isPutOff = await job.putOff(due, at).then(
          () => true,
          (fault: unknown) => log(due._id, fault),
        )
        moved ||= isPutOff === true
      }
    }
  }
  return { done: taken.size, failed }
}

/** Whether this run has it now. Taken in a transaction: of two runs one writes it. */
async function takeLease(holder: string, at: number): Promise<boolean> {
  const within = await startTransaction()
  try {
    const lease = await leases.get(LEASE, within)
    if (lease && lease.until > at) {
      await within.rollback()
      return false
    }
    await leases.replace({ _id: LEASE, holder, until: at + LEASE_MS }, within)
    await within.commit()
    return true
  } catch (error) {
    await within.rollback().catch(() => undefined)
    if (isConflict(error) || isDuplicate(error)) return false
    throw error
  }
}

/** Only the own one: after its end another run may have taken it. */
async function endLease(holder: string): Promise<void> {
  const lease = await leases.get(LEASE)
  if (lease?.holder === holder) await leases.remove(LEASE)
}
