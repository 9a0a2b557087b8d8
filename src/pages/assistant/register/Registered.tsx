/** A registration that succeeded: the amount first, in the largest type. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import Icon from '../../../components/Icon'
import TierBadge from '../../../components/TierBadge'
import type { RegisteredView } from '../../../contract/assistant'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { dayText } from '../figures'
import './registered.scss'

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
    <View className="registered fade-in">
      <View className="registered__mark" ariaHidden>
        <Icon name="check" size={24} />
      </View>
      <View className="registered__said" ariaRole="alert" ariaLive="assertive">
        <View className="registered__title">{text.doneTitle}</View>
        <View className="registered__paid">{paid}</View>
        <View className="registered__points">{text.donePoints(countText(settlement.points))}</View>
        {activatesOn ? (
          <View className="registered__waits">
            {text.doneWaits(dayText(businessDay(activatesOn), businessDayOf(serverClockNow())))}
          </View>
        ) : null}
        <View className="registered__for">
          <View className="registered__name">{text.doneFor(member.name)}</View>
          <TierBadge name={member.tierName} material={member.material} />
        </View>
        <View className="registered__balance">{text.doneBalance(countText(member.points))}</View>
        {member.debt > 0 ? (
          <View className="registered__debt">{text.doneDebt(countText(member.debt))}</View>
        ) : null}
        {settlement.upgradesTo ? (
          <View className="registered__upgrade">{text.doneUpgrade(settlement.upgradesTo)}</View>
        ) : settlement.next ? (
          <View className="registered__gap">
            {text.doneGap(settlement.next.tierName, shortYuanText(fen(settlement.next.gapFen)))}
          </View>
        ) : null}
      </View>
      {props.children}
      <View className="registered__ways">
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
