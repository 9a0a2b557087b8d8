/**
 * The code on the screen and what becomes of it: renewed when due, asked about every three seconds, kept while offline
 * until it is over.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../client/answer'
import { serverClockNow } from '../../../client/phone-clock'
import { useQuery } from '../../../client/use-query'
import type { CodeStatusView, CodeView } from '../../../contract/code-views'
import { codeLife, type CodeLife } from './code-life'
import { useServerSecond, useShown } from './use-shown'

const STATUS_EVERY_MS = 3000
const RETRY_AFTER_MS = 5000

export interface MemberCode {
  readonly code: CodeView | null
  readonly life: CodeLife | null
  readonly failure: Failure | null
  readonly renewing: boolean
  readonly renew: () => void
  readonly status: CodeStatusView | null
  /** Puts an outcome away and shows the code again. */
  readonly showAgain: () => void
}

export function useMemberCode(): MemberCode {
  const shown = useShown()
  const now = useServerSecond(shown)
  const { data: code, error: failure, refresh } = useQuery('member', 'code', {})
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

  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    if (code && since === null) setSince(code.serverNow)
  }, [code, since])
  const status = useQuery(
    'member',
    'code-status',
    { since: since ?? 0 },
    { enabled: since !== null, everyMs: STATUS_EVERY_MS },
  )
  const showAgain = useCallback(() => setSince(serverClockNow()), [])

  return { code, life, failure, renewing, renew, status: status.data, showAgain }
}
