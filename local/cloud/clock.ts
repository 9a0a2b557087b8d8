/**
 * The clock that functions see: it starts from an instant and runs on, as fast as real time, faster, slower or not at
 * all. Invariant: an instant that was seen by a committed write is on disk with that write.
 */
import type { Sqlite, Statement } from './store/sqlite'

/** `shown + (real time − real) × rate` is the instant: all that an instance needs to tell the time by itself. */
export interface ClockHand {
  /** Milliseconds of the machine's clock. */
  real: number
  /** What the cloud's clock showed then. */
  shown: number
  /** 0 while it is frozen. */
  rate: number
}

export interface ClockState {
  now: number
  /** How many times as fast as real time it runs, or will run when it is not frozen any more. */
  rate: number
  frozen: boolean
}

export interface MovableClock {
  now(): number
  set(ms: number): void
  shift(ms: number): void
  /** Stands still until `run`; may still be set and shifted. */
  freeze(): void
  /** Runs on, `rate` times as fast as real time; as fast as before, when no rate is given. */
  run(rate?: number): void
  state(): ClockState
}

/** A day in less than a second, which is more than anybody can look at. */
const MAX_RATE = 100_000

export const readHand = ({ real, shown, rate }: ClockHand, realNow: number): number =>
  Math.floor(shown + (realNow - real) * rate)

interface Saved extends ClockHand {
  frozen: boolean
}

export class Clock implements MovableClock {
  private saved: Saved
  private isDirty = false
  private readonly write: Statement
  private readonly listeners: (() => void)[] = []

  constructor(
    private readonly sqlite: Sqlite,
    private readonly start?: { now: number },
  ) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
    this.write = sqlite.prepare(
      "INSERT INTO settings VALUES ('clock', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    const known = readSaved(sqlite)
    this.saved = known ?? this.fresh()
    if (!known && this.start) this.save()
  }

  now(): number {
    return readHand(this.hand(), Date.now())
  }

  state(): ClockState {
    const { rate, frozen } = this.saved
    return { now: this.now(), rate, frozen }
  }

  set(ms: number): void {
    if (Number.isNaN(new Date(ms).getTime())) throw new RangeError(`not an instant: ${ms}`)
    this.moveTo({ shown: Math.round(ms) })
    this.save()
  }

  shift(ms: number): void {
    if (!Number.isFinite(ms)) throw new RangeError(`not a number of milliseconds: ${ms}`)
    this.set(this.now() + Math.round(ms))
  }

  freeze(): void {
    this.moveTo({ frozen: true })
    this.save()
  }

  run(rate: number = this.saved.rate): void {
    if (!(rate > 0 && rate <= MAX_RATE))
      throw new RangeError(`not a rate of a clock: ${rate}; more than 0, at most ${MAX_RATE}`)
    this.moveTo({ rate, frozen: false })
    this.save()
  }

  /** Never goes back. Reaches the disk with the next write, since an importer does this for each of its rows. */
  advanceTo(ms: number): void {
    if (ms <= this.now()) return
    this.moveTo({ shown: ms })
    this.isDirty = true
  }

  /** What an invocation tells the time by: this clock, or one that shows `at` now and runs as this one does. */
  hand(at?: number): ClockHand {
    const { real, shown, rate, frozen } = this.saved
    const running = frozen ? 0 : rate
    return at === undefined ? { real, shown, rate: running } : { real: Date.now(), shown: at, rate: running }
  }

  /** `listener` hears of every jump and every change of pace. */
  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  saveIfMoved(): void {
    if (this.isDirty) this.save()
  }

  /** After the settings below became others. */
  reopen(): void {
    this.saved = readSaved(this.sqlite) ?? this.saved
    this.tellListeners()
  }

  reset(): void {
    this.saved = this.fresh()
    this.save()
    this.tellListeners()
  }

  private moveTo(change: Partial<Saved>): void {
    const shown = this.now()
    this.saved = { ...this.saved, real: Date.now(), shown, ...change }
    this.tellListeners()
  }

  private tellListeners(): void {
    for (const listener of this.listeners) listener()
  }

  private fresh(): Saved {
    const real = Date.now()
    return { real, shown: this.start?.now ?? real, rate: 1, frozen: false }
  }

  private save(): void {
    this.write.run(JSON.stringify(this.saved))
    this.isDirty = false
  }
}

function readSaved(sqlite: Sqlite): Saved | undefined {
  const setting = (name: string) =>
    sqlite.prepare('SELECT value FROM settings WHERE name = ?').get(name)?.[0] as string | undefined
  const saved = setting('clock')
  if (saved) return JSON.parse(saved) as Saved
  // A folder of a version whose clock could only be moved.
  const offset = setting('clockOffset')
  return offset === undefined ? undefined : { real: 0, shown: Number(offset), rate: 1, frozen: false }
}
