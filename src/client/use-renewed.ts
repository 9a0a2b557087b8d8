/** The life of a code on the screen: renewed when due, a few seconds apart while that fails, kept until it is over. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { serverClockNow } from './phone-clock'
import { codeLife, type CodeLife, type CodeTimes } from './code-life'
import { useServerSecond, useShown } from './use-shown'

const RETRY_AFTER_MS = 5000

interface CodeQuery {
  readonly data: (CodeTimes & { readonly serverNow: number }) | null
  readonly refresh: () => Promise<void>
}

interface Renewed {
  readonly life: CodeLife | null
  readonly renewing: boolean
  readonly renew: () => void
}

/** @param wanted false while the code is of no use: then it is left to age. */
export function useRenewed({ data: code, refresh }: CodeQuery, wanted = true): Renewed {
  const shown = useShown()
  const now = useServerSecond(shown)
  const [renewing, setRenewing] = useState(false)
  const askedAt = useRef(0)
  const renew = useCallback(() => {
    askedAt.current = serverClockNow()
    setRenewing(true)
    void refresh().then(() => setRenewing(false))
  }, [refresh])
  // The clock runs ahead of `now` within a beat: a code that has just arrived is judged by its own instant.
  const life = code && codeLife(code, Math.max(now, code.serverNow))
  const isDue = life?.phase === 'due' || life?.phase === 'over'
  useEffect(() => {
    if (wanted && shown && isDue && !renewing && now - askedAt.current >= RETRY_AFTER_MS) renew()
  }, [wanted, shown, isDue, renewing, now, renew])
  return { life, renewing, renew }
}
