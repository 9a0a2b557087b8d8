/** The code of one coupon, renewed when it is due, and what became of the coupon, asked about every three seconds. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../../../client/answer'
import { useQuery } from '../../../../client/use-query'
import type { CouponCodeView } from '../../../../contract/coupon-views'
import type { CodeStatusView } from '../../../../contract/code-views'
import { codeLife, type CodeLife } from '../../code/code-life'
import { useServerSecond, useShown } from '../../code/use-shown'

const STATUS_EVERY_MS = 3000
const RETRY_AFTER_MS = 5000

export interface CouponCode {
  readonly code: CouponCodeView | null
  readonly life: CodeLife | null
  /** Null while the code can be shown, also when a newer one could not be had yet. */
  readonly failure: Failure | null
  /** The last attempt to renew failed. */
  readonly isOld: boolean
  readonly renewing: boolean
  readonly scannedAt: string | null
  readonly used: NonNullable<CodeStatusView['coupon']>['used']
  readonly refresh: () => Promise<void>
}

export function useCouponCode(couponId: string, enabled: boolean): CouponCode {
  const shown = useShown()
  const now = useServerSecond(shown)
  const [since, setSince] = useState<number | null>(null)
  const status = useQuery(
    'member',
    'code-status',
    { since: since ?? 0, couponId },
    { enabled: enabled && since !== null, everyMs: STATUS_EVERY_MS },
  ).data
  const used = status?.coupon?.used ?? null
  const { data, error, refresh } = useQuery(
    'member',
    'coupon-code',
    { couponId },
    { enabled: enabled && !used },
  )
  const code = enabled ? data : null
  useEffect(() => {
    if (code && since === null) setSince(code.serverNow)
  }, [code, since])

  // The clock runs ahead of `now` within a beat: a code that has just arrived is judged by its own instant.
  const life = code && codeLife(code, Math.max(now, code.serverNow))
  const [renewing, setRenewing] = useState(false)
  const askedAt = useRef(0)
  const isDue = life?.phase === 'due' || life?.phase === 'over'
  const renew = useCallback(() => {
    setRenewing(true)
    void refresh().then(() => setRenewing(false))
  }, [refresh])
  useEffect(() => {
    if (!shown || !isDue || used || renewing || now - askedAt.current < RETRY_AFTER_MS) return
    askedAt.current = now
    renew()
  }, [shown, isDue, used, renewing, now, renew])

  const isGood = life !== null && life.phase !== 'over' && error?.kind !== 'refused'
  return {
    code,
    life,
    failure: isGood ? null : error,
    isOld: error !== null,
    renewing,
    scannedAt: status?.scanned?.storeName ?? null,
    used,
    refresh,
  }
}
