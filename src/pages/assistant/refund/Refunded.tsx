/** A refund that succeeded, on the member's own metal: what the member gets, what happened to points and tier. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import TierBadge from '../../../components/TierBadge'
import type { RefundedView } from '../../../contract/assistant'
import { fen } from '../../../domain/money/fen'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import { amountClass } from '../result'
import '../result.scss'

interface RefundedProps {
  readonly refunded: RefundedView
  readonly onFinish: () => void
}

export default function Refunded({ refunded, onFinish }: RefundedProps): ReactNode {
  const { refundFen, pointsTakenBack, debtAdded, tierNow, memberName, memberPoints, tierName, material } =
    refunded
  const amount = yuanText(fen(refundFen))
  return (
    <View className="result refunded">
      <View className={`result__said material--${material}`} ariaRole="alert" ariaLive="assertive">
        <View className="result__title result__title--back">{text.doneTitle}</View>
        <View className={amountClass(amount)}>{amount}</View>
        <View className="result__points">
          {pointsTakenBack > 0 ? text.donePoints(countText(pointsTakenBack)) : text.doneNoPoints}
        </View>
        <View className="result__who">
          <View className="result__name">{memberName}</View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="result__balance">{text.doneBalance(countText(memberPoints))}</View>
      </View>
      {debtAdded > 0 ? (
        <View className="result__note result__note--mind">{text.doneDebt(countText(debtAdded))}</View>
      ) : null}
      {tierNow !== null ? (
        <View className="result__note result__note--mind">{text.doneTier(tierNow)}</View>
      ) : null}
      <Button wide onTap={onFinish}>
        {text.finish}
      </Button>
    </View>
  )
}
