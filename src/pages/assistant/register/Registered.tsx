/** A registration that succeeded, on the member's own metal: the member reads it across the counter. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import TierBadge from '../../../components/TierBadge'
import type { RegisteredView } from '../../../contract/assistant'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { dayText } from '../figures'
import { amountClass } from '../result'
import '../result.scss'

interface RegisteredProps {
  readonly registered: RegisteredView
  readonly onNext: () => void
  readonly opening: boolean
  readonly onFinish: () => void
  readonly children?: ReactNode
}

export default function Registered(props: RegisteredProps): ReactNode {
  const { settlement, member, activatesOn } = props.registered
  const paid = yuanText(fen(settlement.payFen))
  return (
    <View className="result registered fade-in">
      <View className={`result__said material--${member.material}`} ariaRole="alert" ariaLive="assertive">
        <View className="result__title">{text.doneTitle}</View>
        <View className={amountClass(paid)}>{paid}</View>
        <View className="result__points">{text.donePoints(countText(settlement.points))}</View>
        {activatesOn ? (
          <View className="result__fact">
            {text.doneWaits(dayText(businessDay(activatesOn), businessDayOf(serverClockNow())))}
          </View>
        ) : null}
        <View className="result__who">
          <View className="result__name">{text.doneFor(member.name)}</View>
          <TierBadge name={member.tierName} material={member.material} />
        </View>
        <View className="result__balance">{text.doneBalance(countText(member.points))}</View>
        {member.debt > 0 ? (
          <View className="result__fact">{text.doneDebt(countText(member.debt))}</View>
        ) : null}
        {settlement.next && !settlement.upgradesTo ? (
          <View className="result__fact">
            {text.doneGap(settlement.next.tierName, shortYuanText(fen(settlement.next.gapFen)))}
          </View>
        ) : null}
      </View>
      {settlement.upgradesTo ? (
        <View className="result__note result__note--good">{text.doneUpgrade(settlement.upgradesTo)}</View>
      ) : null}
      {props.children}
      <View className="result__ways">
        <Button wide icon="scan-line" loading={props.opening} onTap={props.onNext}>
          {text.next}
        </Button>
        <Button wide kind="text" onTap={props.onFinish}>
          {text.finish}
        </Button>
      </View>
    </View>
  )
}
