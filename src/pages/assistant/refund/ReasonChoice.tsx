/** Why the goods come back: one of four. */
import { View } from '@tarojs/components'
import { memo, type Dispatch, type ReactNode } from 'react'
import type { RefundReason } from '../../../contract/views'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import { CHOOSABLE_REASONS, type RefundStep } from '../refund-choice'
import './reason-choice.scss'

interface ReasonChoiceProps {
  readonly chosen: RefundReason | null
  readonly onStep: Dispatch<RefundStep>
}

export default memo(function ReasonChoice({ chosen, onStep }: ReasonChoiceProps): ReactNode {
  return (
    <View>
      <View className="refund__section">{text.reason}</View>
      <View className="reason-choice" ariaRole="radiogroup" ariaLabel={text.reason}>
        {CHOOSABLE_REASONS.map((reason) => (
          <View
            key={reason}
            className={
              reason === chosen ? 'reason-choice__chip reason-choice__chip--on' : 'reason-choice__chip'
            }
            hoverClass="pressed"
            ariaRole="radio"
            ariaLabel={reason === chosen ? text.chosen(text.reasons[reason]) : text.reasons[reason]}
            onClick={() => onStep({ kind: 'reason', reason })}
          >
            {text.reasons[reason]}
          </View>
        ))}
      </View>
    </View>
  )
})
