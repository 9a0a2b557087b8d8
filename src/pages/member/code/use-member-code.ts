/** The code on the screen and what becomes of it, asked about every three seconds. */
import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../../client/answer'
import { serverClockNow } from '../../../client/phone-clock'
import { useQuery } from '../../../client/use-query'
import type { CodeStatusView, CodeView } from '../../../contract/code-views'
import type { CodeLife } from '../../../client/code-life'
import { useRenewed } from '../../../client/use-renewed'

export const STATUS_EVERY_MS = 3000

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
  const query = useQuery('member', 'code', {})
  const { data: code, error: failure } = query
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
  return { code, failure, ...useRenewed(query), status: status.data, showAgain }
}
