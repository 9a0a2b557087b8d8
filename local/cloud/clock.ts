/**
 * The clock that functions see: real time plus an offset, so it runs on from where it was set.
 * Invariant: an instant that was seen by a committed write is on disk with that write.
 */
import type { Sqlite, Statement } from './store/sqlite'

export interface MovableClock {
  now(): number
  set(ms: number): void
  shift(ms: number): void
}

export class Clock implements MovableClock {
  private offset: number
  private isDirty = false
  private readonly write: Statement

  constructor(
    sqlite: Sqlite,
    private readonly start?: { now: number },
  ) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
    this.write = sqlite.prepare(
      "INSERT INTO settings VALUES ('clockOffset', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    const saved = sqlite.prepare("SELECT value FROM settings WHERE name = 'clockOffset'").get()
    this.offset = saved ? Number(saved[0]) : this.startOffset()
    if (!saved && this.offset !== 0) this.save()
  }

  now(): number {
    return Date.now() + this.offset
  }

  set(ms: number): void {
    if (!Number.isFinite(ms)) throw new Error(`not an instant: ${ms}`)
    this.offset = Math.round(ms) - Date.now()
    this.save()
  }

  shift(ms: number): void {
    if (!Number.isFinite(ms)) throw new Error(`not a number of milliseconds: ${ms}`)
    this.offset += Math.round(ms)
    this.save()
  }

  /** Never goes back. Reaches the disk with the next write, since an importer does this for each of its rows. */
  advanceTo(ms: number): void {
    if (ms <= this.now()) return
    this.offset = ms - Date.now()
    this.isDirty = true
  }

  offsetFor(at: number | undefined): number {
    return at === undefined ? this.offset : at - Date.now()
  }

  saveIfMoved(): void {
    if (this.isDirty) this.save()
  }

  reset(): void {
    this.offset = this.startOffset()
    this.save()
  }

  private startOffset(): number {
    return this.start ? this.start.now - Date.now() : 0
  }

  private save(): void {
    this.write.run(String(this.offset))
    this.isDirty = false
  }
}
