/**
 * Fires timer triggers by the cloud's clock, also when it is moved across them or runs fast.
 * Invariant: what is due is invoked one at a time, in the order of its instants, and sees its own instant; an instant
 * fires once each time that the clock crosses it going forward.
 */
import type { Clock } from '../clock'
import type { Finished, Runner } from './runner'
import type { Strictness } from '../strictness'
import { readTriggers, type Trigger } from './triggers'

export interface TimerRun {
  /** The due instant, or when it was run by hand. */
  at: number
  byHand: boolean
  ok: boolean
  requestId: string
  error?: string
}

export interface TimerView {
  function: string
  name: string
  config: string
  /** Why it is never due, although it is declared. */
  problem?: string
  next?: number
  last?: TimerRun
  /** Due instants before this one were passed over, when the clock was last moved across too many at once. */
  skippedBefore?: number
}

export interface TimerControls {
  /** Whether they fire by themselves. */
  readonly on: boolean
  list(): TimerView[]
  /** Runs a function's timer now; undefined, when it has none that is in order. */
  runNow(functionName: string): Promise<TimerRun | undefined>
  /** Resolves when everything that is due by now has run. */
  settled(): Promise<void>
}

export interface TimerParts {
  functionsDir: string
  clock: Clock
  runner: Runner
  strict: Strictness
  log: (line: string) => void
  /** How many due instants of one timer fire at most, when the clock is moved across them: the latest. */
  catchUp: number
  on: boolean
}

interface Due {
  trigger: Trigger
  at: number
}

const LONGEST_WAIT_MS = 60_000
const FIRST_SPAN_MS = 60_000
const FOLDER_AGE_MS = 1000

export class Timers implements TimerControls {
  readonly on: boolean
  private triggers: Trigger[] = []
  private readAt = -Infinity
  /** Everything due up to here has been queued. */
  private upTo: number
  private working: Promise<void> | undefined
  private wake: NodeJS.Timeout | undefined
  private isTickPending = false
  private isClosed = false
  private readonly last = new Map<string, TimerRun>()
  private readonly skippedBefore = new Map<string, number>()
  private readonly reported = new Set<string>()

  constructor(private readonly parts: TimerParts) {
    this.on = parts.on
    if (!(parts.catchUp >= 1)) throw new RangeError(`timers catch up on at least 1, not ${parts.catchUp}`)
    this.upTo = parts.clock.now()
    if (!parts.on) return
    parts.clock.onChange(() => {
      this.upTo = Math.min(this.upTo, parts.clock.now())
      this.workSoon()
    })
    this.workSoon()
  }

  list(): TimerView[] {
    this.read(0)
    const now = this.parts.clock.now()
    return this.triggers.map(({ cron, ...declared }) => {
      const next = cron?.next(now)
      const last = this.last.get(keyOf(declared))
      const skippedBefore = this.skippedBefore.get(keyOf(declared))
      return {
        ...declared,
        ...(typeof next === 'number' ? { next } : {}),
        ...(last ? { last } : {}),
        ...(skippedBefore === undefined ? {} : { skippedBefore }),
      }
    })
  }

  runNow(functionName: string): Promise<TimerRun | undefined> {
    this.read(0)
    const trigger = this.triggers.find((each) => each.function === functionName && each.cron)
    return trigger ? this.fire(trigger, undefined) : Promise.resolve(undefined)
  }

  async settled(): Promise<void> {
    await this.working
    if (this.on) await this.work()
  }

  /** Nothing has run, and nothing up to now is due. */
  reset(): void {
    this.last.clear()
    this.skippedBefore.clear()
    this.upTo = this.parts.clock.now()
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.wake)
  }

  /** A clock that an importer moves for each of its rows is looked at once in between. */
  private workSoon(): void {
    if (this.isTickPending) return
    this.isTickPending = true
    setImmediate(() => {
      this.isTickPending = false
      void this.work()
    })
  }

  /** One pass over what is due. Passes do not overlap: what becomes due meanwhile waits for the next one. */
  private work(): Promise<void> {
    this.working ??= this.pass().finally(() => {
      this.working = undefined
      if (!this.isClosed) this.wakeUp()
    })
    return this.working
  }

  private async pass(): Promise<void> {
    clearTimeout(this.wake)
    this.read(FOLDER_AGE_MS)
    const now = this.parts.clock.now()
    const due = this.triggers.flatMap((trigger) => this.dueBetween(trigger, this.upTo, now))
    this.upTo = now
    due.sort((a, b) => a.at - b.at)
    for (const { trigger, at } of due) {
      // The clock may have been moved back meanwhile; then this one is due again when it comes again.
      if (this.isClosed || at > this.parts.clock.now()) continue
      await this.fire(trigger, at).catch((error: unknown) =>
        this.parts.log(`timer ${keyOf(trigger)} failed: ${String(error)}`),
      )
    }
  }

  private wakeUp(): void {
    const { rate } = this.parts.clock.hand()
    const next = Math.min(...this.triggers.map(({ cron }) => cron?.next(this.upTo) ?? Infinity))
    // The folder may come to hold a timer, so there is always a next look at it; a frozen clock is told to go on.
    const wait = rate > 0 ? Math.ceil((next - this.parts.clock.now()) / rate) : Infinity
    clearTimeout(this.wake)
    this.wake = setTimeout(() => void this.work(), Math.max(1, Math.min(wait, LONGEST_WAIT_MS)))
  }

  /** The latest due instants after `from` and up to `to`, found from the end: a year may hold millions of them. */
  private dueBetween(trigger: Trigger, from: number, to: number): Due[] {
    const { cron } = trigger
    const { catchUp } = this.parts
    const first = cron?.next(from)
    if (!cron || typeof first !== 'number' || first > to) return []
    for (let span = FIRST_SPAN_MS; ; span *= 4) {
      const start = Number.isFinite(catchUp) ? Math.max(from, to - span) : from
      const due: Due[] = []
      for (let at = cron.next(start); at !== null && at <= to; at = cron.next(at)) due.push({ trigger, at })
      if (start > from && due.length < catchUp) continue
      const kept = due.slice(-Math.min(catchUp, due.length))
      const oldest = kept[0]
      if (oldest && oldest.at > first) this.reportSkipped(trigger, oldest.at, kept.length)
      return kept
    }
  }

  private reportSkipped(trigger: Trigger, before: number, kept: number): void {
    this.skippedBefore.set(keyOf(trigger), before)
    const instant = new Date(before).toISOString()
    this.parts.log(`timer ${keyOf(trigger)}: only the latest ${kept} run, those due before ${instant} do not`)
  }

  private async fire(trigger: Trigger, due: number | undefined): Promise<TimerRun> {
    const at = due ?? this.parts.clock.now()
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
      Message: '',
    }
    const identity = { source: 'wx_trigger' }
    const finished: Finished = await this.parts.runner.invoke({
      name: trigger.function,
      event,
      identity,
      at: due,
    })
    const run: TimerRun = {
      at,
      byHand: due === undefined,
      ok: finished.ok,
      requestId: finished.requestId,
      ...(finished.ok ? {} : { error: finished.message }),
    }
    if (!finished.ok && !this.isClosed) this.parts.log(`timer ${keyOf(trigger)} failed: ${finished.message}`)
    this.last.set(keyOf(trigger), run)
    return run
  }

  private read(maxAgeMs: number): void {
    if (performance.now() - this.readAt < maxAgeMs) return
    this.readAt = performance.now()
    this.triggers = readTriggers(this.parts.functionsDir, this.parts.strict)
    for (const trigger of this.triggers) {
      const text = `timer ${keyOf(trigger)} is never due: ${trigger.problem}`
      if (!trigger.problem || this.reported.has(text)) continue
      this.reported.add(text)
      this.parts.log(text)
    }
  }
}

const keyOf = ({ function: functionName, name }: { function: string; name: string }) =>
  `${functionName}/${name}`
