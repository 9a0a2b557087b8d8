/** Where a rolling count stands. Pure. */
export const ROLL_MS = 600

/** Fast at first, slow at the end; exactly the target when time is up. */
export function rolled(target: number, elapsedMs: number): number {
  if (elapsedMs >= ROLL_MS) return target
  const left = 1 - Math.max(0, elapsedMs) / ROLL_MS
  return Math.round(target * (1 - left * left * left))
}
