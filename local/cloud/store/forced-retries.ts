/**
 * A mode for tests: every transaction meets one conflict before it may commit, at a write or at the commit, so that
 * effects inside its call-back show. Invariant: the attempt after a forced conflict of the same caller is let through,
 * and the same seed forces the same conflicts for the same calls.
 */
export class ForcedRetries {
  /** Callers whose next commit is let through. */
  private readonly free = new Set<string>()

  constructor(private state: number) {}

  atWrite(owner: string): boolean {
    return !this.free.has(owner) && this.chance() < 1 / 3 && this.force(owner)
  }

  atCommit(owner: string): boolean {
    return this.free.delete(owner) ? false : this.force(owner)
  }

  private force(owner: string): true {
    this.free.add(owner)
    return true
  }

  /** Mulberry32: small, seeded, good enough to pick a moment. */
  private chance(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
