/**
 * Owns the phone's time: the cloud's clock, so that a phone and its cloud never disagree about today. The app's
 * `Date` is shifted by the difference; timers keep the computer's pace.
 */
const ASK_AGAIN_MS = 5000
const NOISE_MS = 500

export class Clock {
  private offsetMs = 0
  private readonly changed: (() => void)[] = []

  constructor(private readonly ask: () => Promise<number | null>) {}

  now(): number {
    return Date.now() + this.offsetMs
  }

  onChange(listener: () => void): void {
    this.changed.push(listener)
  }

  async refresh(): Promise<void> {
    const askedAt = Date.now()
    const cloudNow = await this.ask().catch(() => null)
    // A phone without a connection goes on with the time that it has.
    if (cloudNow !== null) {
      const offsetMs = cloudNow - (askedAt + Date.now()) / 2
      // A difference below the noise of a request is none; without this every answer would move the clock a little.
      if (Math.abs(offsetMs) < NOISE_MS) this.offsetMs = 0
      else if (Math.abs(offsetMs - this.offsetMs) > NOISE_MS) this.offsetMs = offsetMs
    }
    for (const listener of this.changed) listener()
  }

  start(): void {
    setInterval(() => void this.refresh(), ASK_AGAIN_MS)
  }

  /** The Date class that app code sees. */
  shiftedDate(): DateConstructor {
    const now = () => this.now()
    return new Proxy(Date, {
      construct: (target, args: unknown[], newTarget) =>
        Reflect.construct(target, args.length ? args : [now()], newTarget) as Date,
      apply: () => new Date(now()).toString(),
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    })
  }
}
