/** The code of one coupon and what became of the coupon, asked about every few seconds. */
import { useEffect, useState } from 'react'
import type { Failure } from '../../../../client/answer'
import { useQuery } from '../../../../client/use-query'
import type { CouponCodeView } from '../../../../contract/coupon-views'
import type { CodeStatusView } from '../../../../contract/code-views'
import type { CodeLife } from '../../../../client/code-life'
import { STATUS_EVERY_MS } from '../../code/use-member-code'
import { useRenewed } from '../../../../client/use-renewed'

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
  const [since, setSince] = useState<number | null>(null)
  const status = useQuery(
    'member',
    'code-status',
    { since: since ?? 0, couponId },
    { enabled: enabled && since !== null, everyMs: STATUS_EVERY_MS },
  ).data
  const used = status?.coupon?.used ?? null
  const wanted = enabled && !used
  const query = useQuery('member', 'coupon-code', { couponId }, { enabled: wanted })
  const { data: code, error, refresh } = query
  useEffect(() => {
    if (code && since === null) setSince(code.serverNow)
  }, [code, since])
  const { life, renewing } = useRenewed(query, wanted)
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
