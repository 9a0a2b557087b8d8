/** Which coupon of the visit is being handed over, and which were: a ticket that was handed over stays to be undone. */
import { useCallback, useState } from 'react'
import type { VisitView } from '../../../contract/assistant'
import type { RedeemedView } from '../../../contract/counter-coupons'
import { takesOff } from '../../../domain/coupons/usable'
import type { CounterTicket } from './coupon-words'

export interface Redeeming {
  /** Kept while its sheet slides away. */
  readonly coupon: CounterTicket | null
  readonly open: boolean
  /** By ticket: a benefit is another coupon each time. */
  readonly done: ReadonlyMap<string, RedeemedView>
  readonly start: (coupon: CounterTicket) => void
  readonly close: () => void
  readonly redeemed: (ticketId: string, redeemed: RedeemedView) => void
  readonly undone: (ticketId: string) => void
}

/** A coupon whose own code was scanned is begun with. */
function shownAlone({ coupons, shown }: VisitView): CounterTicket | null {
  const coupon = shown?.kind === 'coupon' ? coupons.find((each) => each.couponId === shown.couponId) : null
  return coupon && !takesOff(coupon.worth) ? coupon : null
}

export function useRedeeming(visit: VisitView): Redeeming {
  const [coupon, setCoupon] = useState(() => shownAlone(visit))
  const [open, setOpen] = useState(coupon !== null)
  const [done, setDone] = useState<ReadonlyMap<string, RedeemedView>>(new Map())
  const start = useCallback((chosen: CounterTicket) => {
    setCoupon(chosen)
    setOpen(true)
  }, [])
  const close = useCallback(() => setOpen(false), [])
  const redeemed = useCallback(
    (ticketId: string, each: RedeemedView) => setDone((before) => new Map(before).set(ticketId, each)),
    [],
  )
  const undone = useCallback(
    (ticketId: string) => setDone((before) => new Map([...before].filter(([id]) => id !== ticketId))),
    [],
  )
  return { coupon, open, done, start, close, redeemed, undone }
}
