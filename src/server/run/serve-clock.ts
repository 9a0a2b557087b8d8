/**
 * Time's door: a trigger opens it, and nobody else. A run holds a lease, does what is due and stops in time; the next
 * minute goes on where it stopped. Calls when nothing is due: one look for each job, all at once.
 * Invariant: two runs at once, or one after a killed one, end as one run does, since every step may be taken again.
 */
import cloud from 'wx-server-sdk'
import { isConflict, isDuplicate, startTransaction } from '../store/collection'
import { leases } from '../store/leases'
import { newId } from './chance'
import { now, uptime } from './clock'
import { refuse } from './outcome'
import { envelope } from './serve'

/** `more`: it is due again by now, in its turn. */
export type Stepped = 'more' | undefined

/** What time does: looks for what is due, a few at a time, the longest overdue first, and takes one step for each. */
export interface Job<Due extends { readonly _id: string } = { readonly _id: string }> {
  readonly name: string
  look(at: number, limit: number): Promise<readonly Due[]>
  step(due: Due, at: number): Promise<Stepped>
  /** Lets what failed, or is due again right after its step, wait, so that it holds back nobody. */
  putOff(due: Due, at: number): Promise<void>
}

export interface ClockRun {
  /** Steps taken, by job; of a job without any, nothing. */
  readonly done: Readonly<Record<string, number>>
  readonly failed: number
  /** Another run was at work. */
  readonly busy?: true
}

const LEASE = 'lease:clock'
const LEASE_MS = 70_000
const WORK_MS = 50_000
const PAGE = 20
/** More than one can have waiting; beyond it the step itself is at fault. */
const MOST_STEPS = 2_000

export function serveClock(jobs: readonly Job[]) {
  return async (): Promise<ClockRun | ReturnType<typeof envelope>> => {
    const requestId = newId()
    const { OPENID, SOURCE } = cloud.getWXContext() as { OPENID?: unknown; SOURCE?: unknown }
    if ((typeof OPENID === 'string' && OPENID !== '') || SOURCE !== 'wx_trigger')
      return envelope(refuse('caller.unknown'), requestId)
    const began = uptime()
    const at = now()
    const due = await Promise.all(jobs.map((job) => job.look(at, 1)))
    if (due.every((each) => each.length === 0)) return { done: {}, failed: 0 }
    if (!(await takeLease(requestId, at))) return { done: {}, failed: 0, busy: true }
    try {
      return await work(jobs, at, () => uptime() - began < WORK_MS, requestId)
    } finally {
      await endLease(requestId)
    }
  }
}

/** A page of each job in turn, so that a long night of one keeps no other waiting. */
async function work(
  jobs: readonly Job[],
  at: number,
  hasTime: () => boolean,
  requestId: string,
): Promise<ClockRun> {
  const loads = jobs.map((job) => ({ job, taken: new Map<string, number>(), failed: 0 }))
  let open = loads
  while (open.length > 0 && hasTime()) {
    const moving: typeof open = []
    for (const load of open) if (await workOffPage(load, at, hasTime, requestId)) moving.push(load)
    open = moving
  }
  return {
    done: Object.fromEntries(
      loads.filter(({ taken }) => taken.size > 0).map(({ job, taken }) => [job.name, taken.size]),
    ),
    failed: loads.reduce((sum, { failed }) => sum + failed, 0),
  }
}

/** What is left to do of a job in one run. */
interface Load {
  readonly job: Job
  /** How many steps more each may take. */
  readonly taken: Map<string, number>
  failed: number
}

/** Whether anything moved. A page of which nothing moves, nor can be put off, is left to the next minute. */
async function workOffPage(
  load: Load,
  at: number,
  hasTime: () => boolean,
  requestId: string,
): Promise<boolean> {
  const { job, taken } = load
  const log = (due: string, error: unknown): void => {
    const fault = error instanceof Error ? error.stack : error
    console.error(JSON.stringify({ requestId, job: job.name, due, fault }))
  }
  let moved = false
  for (const due of await job.look(at, PAGE)) {
    if (!hasTime()) break
    try {
      const left = taken.get(due._id) ?? MOST_STEPS
      if (left === 0) throw new Error('due again right after its step')
      const stepped = await job.step(due, at)
      taken.set(due._id, stepped === 'more' ? left - 1 : 0)
      moved = true
    } catch (error) {
      load.failed += 1
      log(due._id, error)
      const isPutOff = await job.putOff(due, at).then(
        () => true,
        (fault: unknown) => log(due._id, fault),
      )
      moved ||= isPutOff === true
    }
  }
  return moved
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
