/** A registration that succeeded, on the member's own metal: the member reads it across the counter. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import TierBadge from '../../../components/TierBadge'
import type { RegisteredView } from '../../../contract/assistant'
import type { UsableCouponView } from '../../../contract/counter-coupons'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { COUPON_TEXT } from '../../../text/zh-cn/redeeming'
import { dayText } from '../figures'
import { amountClass } from '../result'
import { couponReductions } from './settlement-words'
import '../result.scss'

interface RegisteredProps {
  readonly registered: RegisteredView
  /** Those of the visit: the answer names what it used by their ids. */
  readonly coupons: readonly UsableCouponView[]
  readonly onNext: () => void
  readonly opening: boolean
  readonly onFinish: () => void
  readonly children?: ReactNode
  /** The last and quietest way. */
  readonly undo: ReactNode
}

/** What the coupons took off, and what else there is to know of the points and the tier. */
function factsOf({ registered, coupons }: RegisteredProps): readonly string[] {
  const { settlement, member, activatesOn } = registered
  const { next, upgradesTo } = settlement
  const today = businessDayOf(serverClockNow())
  return [
    ...couponFacts(settlement, coupons),
    ...(activatesOn ? [text.doneWaits(dayText(businessDay(activatesOn), today))] : []),
    ...(member.debt > 0 ? [text.doneDebt(countText(member.debt))] : []),
    ...(next && !upgradesTo ? [text.doneGap(next.tierName, shortYuanText(fen(next.gapFen)))] : []),
  ]
}

/** Each by itself while they are few. */
const MOST_NAMED = 2

function couponFacts(
  settlement: RegisteredView['settlement'],
  coupons: readonly UsableCouponView[],
): readonly string[] {
  const taken = couponReductions(settlement, coupons)
  return taken.length > MOST_NAMED
    ? [COUPON_TEXT.several(taken.length, shortYuanText(fen(settlement.offFen)))]
    : taken.map(({ label, amount }) => `${label}，${amount}`)
}

/** Its facts are one element with a line each: every further element costs the bridge a hundred bytes. */
export default function Registered(props: RegisteredProps): ReactNode {
  const { settlement, member } = props.registered
  const paid = yuanText(fen(settlement.payFen))
  const facts = factsOf(props)
  return (
    <View className="result registered">
      <View className={`result__said material--${member.material}`} ariaRole="alert">
        <View className="result__title">{text.doneTitle}</View>
        <View className={amountClass(paid)}>{paid}</View>
        <View className="result__points">{text.donePoints(countText(settlement.points))}</View>
        <View className="result__for">
          {text.doneFor(member.name)}
          <TierBadge name={member.tierName} material={member.material} />
        </View>
        <View className="result__balance">{text.doneBalance(countText(member.points))}</View>
        {facts.length > 0 ? <View className="result__fact">{facts.join('\n')}</View> : null}
      </View>
      {settlement.upgradesTo ? (
        <View className="result__note result__note--good">{text.doneUpgrade(settlement.upgradesTo)}</View>
      ) : null}
      {props.children}
      <Button wide icon="scan-line" loading={props.opening} onTap={props.onNext}>
        {text.next}
      </Button>
      <Button kind="text" onTap={props.onFinish}>
        {text.finish}
      </Button>
      {props.undo}
    </View>
  )
}
