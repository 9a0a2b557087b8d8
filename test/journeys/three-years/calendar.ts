/**
 * The three years: what people do on their days, and the clock's trigger at every instant at which time has something to do,
 * no earlier and no later. Invariant: the clock of the mall only goes forward.
 */
import type { Mall } from '../../server/mall'
import { tick } from '../../server/nights'

/** `2026-03-01`, at ten in the morning, or `2026-03-01 21:30`, in the mall. */
export const instantOf = (when: string): number => {
  const [day, time = '10:00'] = when.split(' ')
  return Date.parse(`${day}T${time}:00+08:00`)
}

export interface Deed {
  /** `2026-03-01 12:00` */
  readonly when: string
  readonly who: string
  readonly does: () => Promise<unknown>
}

/** Everything in its order; deeds that fail say whose they are and when, all at the end. @returns how often the trigger had work. */
export async function live(mall: Mall, deeds: readonly Deed[], end: string): Promise<number> {
  const inOrder = [...deeds].sort((a, b) => instantOf(a.when) - instantOf(b.when))
  const faults: string[] = []
  let ticks = 0
  for (const { when, who, does } of inOrder) {
    ticks += await workUntil(mall, instantOf(when))
    try {
      await does()
    } catch (error) {
      faults.push(`${who} on ${when}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  ticks += await workUntil(mall, instantOf(end))
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return ticks
}

async function workUntil(mall: Mall, at: number): Promise<number> {
  let ticks = 0
  for (let due = nextDue(mall); due <= at; due = nextDue(mall)) {
    forwardTo(mall, due)
    const { failed } = await tick(mall.cloud)
    if (failed > 0) throw new Error(`time failed ${failed} times at ${new Date(due).toISOString()}`)
    ticks += 1
  }
  forwardTo(mall, at)
  return ticks
}

const forwardTo = (mall: Mall, at: number): void => mall.cloud.clock.set(Math.max(at, mall.now()))

const WAITING = [
  ['members', 'dueAt'],
  ['exchanges', 'dueAt'],
  ['notices', 'sendAt'],
] as const

/** The next instant at which the clock has work. */
function nextDue({ cloud }: Mall): number {
  let first = Infinity
  for (const [name, field] of WAITING)
    for (const each of cloud.read(name)) {
      const due = each[field]
      if (typeof due === 'number' && due < first) first = due
    }
  return first
}
