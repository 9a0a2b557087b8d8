/**
 * A coupon as a ticket: what it is worth on the stub, what it is on the paper. The whole ticket is what is touched. Few
 * nodes on purpose: a list of them is what a page sends to the screen.
 */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import type { CouponKind } from '../domain/coupons/offer'
import './CouponTicket.scss'

/** Keeps the place of words that come later. */
const NOTHING = ' '

interface CouponTicketProps {
  readonly kind: CouponKind
  readonly figure: string
  readonly under: string
  readonly name: string
  readonly where: string
  readonly end: string
  /** Why it stands out or rests; of what is past, what became of it: then it is a stamp, and can only be read. */
  readonly mark?: string | undefined
  /** `lifted`: above the others. `resting`: not to be used now. */
  readonly tone?: 'lifted' | 'plain' | 'resting' | 'past'
  /** Of tickets that keep their place and get other words: this one is out of sight, with those that it had. */
  readonly gone?: boolean
  /** Kept while the ticket is past, and does nothing then: the ticket may become another one. */
  readonly onTap?: (() => void) | undefined
  readonly children?: ReactNode
}

function CouponTicket(props: CouponTicketProps): ReactNode {
  const { kind, figure, under, name, where, end, mark, tone = 'plain', gone, onTap, children } = props
  const isKept = gone !== undefined
  const pressable = onTap !== undefined && tone !== 'past'
  const classes = [
    'coupon',
    `coupon--${kind}`,
    `coupon--${tone}`,
    mark && tone !== 'past' && 'coupon--marked',
    pressable && 'pressable',
  ]
  return (
    <View
      className={gone ? 'gone' : classes.filter(Boolean).join(' ')}
      hoverClass={onTap ? 'pressed' : undefined}
      ariaRole={pressable ? 'button' : undefined}
      onClick={onTap}
    >
      <View className="coupon__stub">
        <View className="coupon__worth">{`${figure}\n${under}`}</View>
      </View>
      <View className="coupon__paper">
        <View className="coupon__name">{name}</View>
        <View className="coupon__where">{where}</View>
        <View className="coupon__end">{end}</View>
        {isKept || mark ? <View className="coupon__mark">{mark ?? NOTHING}</View> : null}
        {children}
      </View>
    </View>
  )
}

export default memo(CouponTicket)
