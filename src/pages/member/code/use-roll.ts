/** A count that rolls up to its value in 600 ms, once. */
import { useEffect, useState } from 'react'
import { elapsedClock } from '../../../client/phone-clock'

const ROLL_MS = 600
const BEAT_MS = 50

/** Fast at first, slow at the end; exactly the target when time is up. */
export function rolled(target: number, elapsedMs: number): number {
  if (elapsedMs >= ROLL_MS) return target
  const left = 1 - Math.max(0, elapsedMs) / ROLL_MS
  return Math.round(target * (1 - left * left * left))
}

export function useRoll(target: number): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const start = elapsedClock()
    const timer = setInterval(() => {
      const elapsed = elapsedClock() - start
      setCount(rolled(target, elapsed))
      if (elapsed >= ROLL_MS) clearInterval(timer)
    }, BEAT_MS)
    return () => clearInterval(timer)
  }, [target])
  return count
}
