/**
 * The life of a member code by the server's clock: fresh, due for renewal, over. The server takes the code of the running
 * period and of the one before, so a code that could not be renewed still works for one more period.
 */
export interface CodeTimes {
  readonly renewAt: number
  readonly periodSeconds: number
}

export interface CodeLife {
  readonly phase: 'fresh' | 'last-seconds' | 'due' | 'over'
  /** Until renewal, and once due until it is over. */
  readonly seconds: number
}

const LAST_SECONDS = 5

export function codeLife({ renewAt, periodSeconds }: CodeTimes, now: number): CodeLife {
  const untilDue = Math.ceil((renewAt - now) / 1000)
  if (untilDue > 0) return { phase: untilDue > LAST_SECONDS ? 'fresh' : 'last-seconds', seconds: untilDue }
  const untilOver = untilDue + periodSeconds
  return untilOver > 0 ? { phase: 'due', seconds: untilOver } : { phase: 'over', seconds: 0 }
}

/** How much of the ring is left, in degrees. */
export const ringTurn = (seconds: number, periodSeconds: number): number =>
  Math.round(Math.max(0, Math.min(1, seconds / periodSeconds)) * 360)
