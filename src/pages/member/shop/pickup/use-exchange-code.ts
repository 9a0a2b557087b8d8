/** An exchange's code on the screen: renewed when due, kept while offline until it is over. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../client/answer'
import { serverClockNow } from '../../../../client/phone-clock'
import { useQuery } from '../../../../client/use-query'
import type { ExchangeCodeView } from '../../../../contract/reward-views'
import { codeLife, type CodeLife } from '../../code/code-life'
import { useServerSecond, useShown } from '../../code/use-shown'

const RETRY_AFTER_MS = 5000

export interface ExchangeCode {
  readonly code: ExchangeCodeView | null
  readonly life: CodeLife | null
  readonly failure: Failure | null
  readonly renewing: boolean
  readonly renew: () => void
}

export function useExchangeCode(exchangeId: string): ExchangeCode {
  const shown = useShown()
  const now = useServerSecond(shown)
  const { data: code, error: failure, refresh } = useQuery('member', 'exchange-code', { exchangeId })
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
    if (shown && isDue && !renewing && now - askedAt.current >= RETRY_AFTER_MS) renew()
  }, [shown, isDue, renewing, now, renew])
  return { code, life, failure, renewing, renew }
}
