/** Which coupons go with what is keyed in, the best ones by themselves or those that the assistant touched, and what that comes to. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { VisitView } from '../../../contract/assistant'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import { previewPurchase, type Preview } from '../../../domain/purchases/preview'
import type { PricedLine } from '../../../domain/purchases/settle'
import { couponChoice, touching, type CouponChoice, type Touched } from './coupon-choice'

export interface ChoosingCoupons {
  readonly choice: CouponChoice<UsableCouponView>
  readonly preview: Preview
  readonly touch: (couponId: string) => void
  /** What saves most, at every key again. */
  readonly takeCheapest: () => void
}

export function useCouponChoice(visit: VisitView, lines: readonly PricedLine[]): ChoosingCoupons {
  const [touched, setTouched] = useState<Touched>(null)
  const { coupons } = visit
  const order = useMemo(() => ({ lines, tierPercent: tierPercentOf(visit) }), [visit, lines])
  const choice = useMemo(() => couponChoice(order, coupons, touched), [order, coupons, touched])
  const preview = useMemo(
    () => previewPurchase(lines, visit.preview, visit.ladder, choice.taken),
    [lines, visit, choice],
  )

  const latest = useRef({ order, coupons })
  latest.current = { order, coupons }
  const touch = useCallback((couponId: string) => {
    const { order: keyed, coupons: held } = latest.current
    setTouched((before) => touching(keyed, held, before, couponId))
  }, [])
  const takeCheapest = useCallback(() => setTouched(null), [])
  return { choice, preview, touch, takeCheapest }
}

const tierPercentOf = ({ ladder, preview }: VisitView): number =>
  ladder.find(({ id }) => id === preview.tierId)?.discountPercent ?? 0
