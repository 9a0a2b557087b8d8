/** A count that rolls up to its value in 600 ms, once. */
import { useEffect, useState } from 'react'
import { elapsedClock } from '../../../client/phone-clock'
import { ROLL_MS, rolled } from './rolled'

const BEAT_MS = 50

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
