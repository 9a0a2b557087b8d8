/** The tickets of the visiting member, benefits among them, the sheet of the one that is handed over for itself, and what cannot be used. */
import { View } from '@tarojs/components'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { VisitView } from '../../../contract/assistant'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import { takesOff } from '../../../domain/coupons/usable'
import type { CouponChoice } from './coupon-choice'
import { benefitTicket, isUsedUp, type CounterTicket } from './coupon-words'
import CouponStrip from './CouponStrip'
import NotNowSheet from './NotNow'
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
    (each: CounterTicket) => {
      if (takesOff(each.worth)) onTouch(each.couponId)
      else if (!isUsedUp(each)) start(each)
    },
    [onTouch, start],
  )
  const { coupons, benefits, notNow } = visit
  const [unfolded, setUnfolded] = useState(false)
  const unfold = useCallback(() => setUnfolded(true), [])
  const fold = useCallback(() => setUnfolded(false), [])
  const tickets = useMemo(() => [...coupons, ...benefits.map(benefitTicket)], [coupons, benefits])
  return (
    <>
      <CouponStrip
        coupons={tickets}
        notNow={notNow.count}
        stands={choice.stands}
        done={done}
        nowMs={nowMs}
        onTouch={touch}
        onUnfold={unfold}
      />
      <View>
        {coupon ? (
          <RedeemSheet key={coupon.couponId} visit={visit.visit} coupon={coupon} redeeming={redeeming} />
        ) : null}
      </View>
      <View>
        <NotNowSheet notNow={notNow} open={unfolded} nowMs={nowMs} onClose={fold} />
      </View>
    </>
  )
}
