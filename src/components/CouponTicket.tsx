/**
 * A coupon as a ticket: what it is worth on the stub, what it is on the paper. The whole ticket is what is touched. Few
 * nodes on purpose: a list of them is what a page sends to the screen.
 */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import type { CouponKind } from '../domain/coupons/offer'
import './CouponTicket.scss'

interface CouponTicketProps {
  readonly kind: CouponKind
  readonly figure: string
  readonly under: string
  readonly name: string
  readonly where: string
  readonly end: string
  /** Why it stands out. */
  readonly tag?: string | undefined
  /** What it became, stamped over it: then it can only be read. */
  readonly stamp?: string | undefined
  /** `lifted`: above the others. `resting`: not to be used now. */
  readonly tone?: 'lifted' | 'plain' | 'resting' | 'past'
  readonly onTap?: (() => void) | undefined
  readonly children?: ReactNode
}

function CouponTicket(props: CouponTicketProps): ReactNode {
  const { kind, figure, under, name, where, end, tag, stamp, tone = 'plain', onTap, children } = props
  return (
    <View
      className={`coupon coupon--${kind} coupon--${tone}${onTap ? ' pressable' : ''}`}
      hoverClass={onTap ? 'pressed' : undefined}
      ariaRole={onTap ? 'button' : undefined}
      onClick={onTap}
    >
      <View className="coupon__stub">
        <View className="coupon__figure num">{figure}</View>
        <View className="coupon__under num">{under}</View>
      </View>
      <View className="coupon__paper">
        {tag && <View className="coupon__tag num">{tag}</View>}
        <View className="coupon__name">{name}</View>
        <View className="coupon__where">{where}</View>
        <View className="coupon__end num">{end}</View>
        {children}
      </View>
      {stamp && <View className="coupon__stamp">{stamp}</View>}
    </View>
  )
}

export default memo(CouponTicket)
