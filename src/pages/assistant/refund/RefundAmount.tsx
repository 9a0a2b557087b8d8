/** What the chosen pieces pay out and what happens to the points, before anything is done. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import type { RefundFigures } from '../refund-choice'
import './refund-amount.scss'

export default function RefundAmount({ figures }: { readonly figures: RefundFigures }): ReactNode {
  const { refundFen, points } = figures
  return (
    <View className="refund-amount" ariaLive="polite">
      <View className="refund-amount__line">
        <View className="refund-amount__label">{text.amount}</View>
        <View className="refund-amount__figure">{yuanText(refundFen)}</View>
      </View>
      <View className="refund-amount__points">
        {points > 0 ? text.points(countText(points)) : text.noPoints}
      </View>
    </View>
  )
}
