/** The tickets of the visiting member, and the sheet of the one that is handed over for itself. */
import { View } from '@tarojs/components'
import { useCallback, type ReactNode } from 'react'
import type { VisitView } from '../../../contract/assistant'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import { takesOff } from '../../../domain/coupons/usable'
import type { CouponChoice } from './coupon-choice'
import CouponStrip from './CouponStrip'
import RedeemSheet from './RedeemSheet'
import { useRedeeming } from './use-redeeming'

interface CouponsProps {
  readonly visit: VisitView
  readonly choice: CouponChoice<UsableCouponView>
  readonly nowMs: number
  /** Of one that takes something off a price. */
  readonly onTouch: (couponId: string) => void
}

export default function Coupons({ visit, choice, nowMs, onTouch }: CouponsProps): ReactNode {
  const redeeming = useRedeeming(visit)
  const { coupon, done, start } = redeeming
  const touch = useCallback(
    (each: UsableCouponView) => (takesOff(each.worth) ? onTouch(each.couponId) : start(each)),
    [onTouch, start],
  )
  return (
    <>
      <CouponStrip coupons={visit.coupons} stands={choice.stands} done={done} nowMs={nowMs} onTouch={touch} />
      <View>
        {coupon ? (
          <RedeemSheet key={coupon.couponId} visit={visit.visit} coupon={coupon} redeeming={redeeming} />
        ) : null}
      </View>
    </>
  )
}
