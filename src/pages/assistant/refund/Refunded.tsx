/** A refund that succeeded: what the member gets, what happened to points and tier. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import Icon from '../../../components/Icon'
import type { RefundedView } from '../../../contract/assistant'
import { fen } from '../../../domain/money/fen'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import './refunded.scss'

interface RefundedProps {
  readonly refunded: RefundedView
  readonly onFinish: () => void
}

export default function Refunded({ refunded, onFinish }: RefundedProps): ReactNode {
  const { refundFen, pointsTakenBack, debtAdded, tierNow, memberName, memberPoints } = refunded
  return (
    <View className="refunded fade-in">
      <View className="refunded__mark" ariaHidden>
        <Icon name="undo-2" size={24} />
      </View>
      <View className="refunded__title">{text.doneTitle}</View>
      <View className="refunded__amount">{yuanText(fen(refundFen))}</View>
      <View className="refunded__points">
        {pointsTakenBack > 0 ? text.donePoints(countText(pointsTakenBack)) : text.doneNoPoints}
      </View>
      <View className="refunded__balance">{text.doneBalance(memberName, countText(memberPoints))}</View>
      {debtAdded > 0 ? <View className="refunded__note">{text.doneDebt(countText(debtAdded))}</View> : null}
      {tierNow !== null ? <View className="refunded__note">{text.doneTier(tierNow)}</View> : null}
      <View className="refunded__ways">
        <Button wide onTap={onFinish}>
          {text.finish}
        </Button>
      </View>
    </View>
  )
}
