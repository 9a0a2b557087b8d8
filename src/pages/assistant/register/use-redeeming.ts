/** Which coupon of the visit is being handed over, and which were: a ticket that was handed over stays to be undone. */
import { useCallback, useState } from 'react'
import type { VisitView } from '../../../contract/assistant'
import type { RedeemedView, UsableCouponView } from '../../../contract/counter-coupons'
import { takesOff } from '../../../domain/coupons/usable'

export interface Redeeming {
  /** Kept while its sheet slides away. */
  readonly coupon: UsableCouponView | null
  readonly open: boolean
  /** By coupon. */
  readonly done: ReadonlyMap<string, RedeemedView>
  readonly start: (coupon: UsableCouponView) => void
  readonly close: () => void
  readonly redeemed: (redeemed: RedeemedView) => void
  readonly undone: (couponId: string) => void
}

/** A coupon whose own code was scanned is begun with. */
function shownAlone({ coupons, shown }: VisitView): UsableCouponView | null {
  const coupon = shown?.kind === 'coupon' ? coupons.find((each) => each.couponId === shown.couponId) : null
  return coupon && !takesOff(coupon.worth) ? coupon : null
}

export function useRedeeming(visit: VisitView): Redeeming {
  const [coupon, setCoupon] = useState(() => shownAlone(visit))
  const [open, setOpen] = useState(coupon !== null)
  const [done, setDone] = useState<ReadonlyMap<string, RedeemedView>>(new Map())
  const start = useCallback((chosen: UsableCouponView) => {
    setCoupon(chosen)
    setOpen(true)
  }, [])
  const close = useCallback(() => setOpen(false), [])
  const redeemed = useCallback(
    (each: RedeemedView) => setDone((before) => new Map(before).set(each.couponId, each)),
    [],
  )
  const undone = useCallback(
    (couponId: string) => setDone((before) => new Map([...before].filter(([id]) => id !== couponId))),
    [],
  )
  return { coupon, open, done, start, close, redeemed, undone }
}
