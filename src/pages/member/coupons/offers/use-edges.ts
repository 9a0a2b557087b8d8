/** Something opens or ends just now: the offers are asked for anew, once for each such instant. */
import { useEffect, useRef } from 'react'
import type { OfferView } from '../../../../contract/coupon-views'

const latestEdge = (offers: readonly OfferView[], now: number): number =>
  Math.max(0, ...offers.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((at) => at <= now))

export function useEdges(
  offers: readonly OfferView[] | null,
  now: number,
  refresh: () => Promise<void>,
): void {
  const passed = useRef<number | null>(null)
  const edge = offers && latestEdge(offers, now)
  useEffect(() => {
    if (edge === null) return
    const isNew = passed.current !== null && edge > passed.current
    passed.current = Math.max(passed.current ?? 0, edge)
    if (isNew) void refresh()
  }, [edge, refresh])
}
