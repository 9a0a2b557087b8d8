/** The lines of the receipt, each with a stepper up to what is left of it. */
import { View } from '@tarojs/components'
import { memo, type Dispatch, type ReactNode } from 'react'
import type { PurchaseLineView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import { PIECE_TEXT } from '../../../text/zh-cn/counter'
import { quantityOf, type RefundChoice, type RefundStep } from '../refund-choice'
import Stepper from '../Stepper'
import './refund-lines.scss'

interface RefundLinesProps {
  readonly lines: readonly PurchaseLineView[]
  readonly choice: RefundChoice
  readonly onStep: Dispatch<RefundStep>
}

export default function RefundLines({ lines, choice, onStep }: RefundLinesProps): ReactNode {
  return (
    <View>
      <View className="refund__section">
        <View>{text.lines}</View>
        <View
          className="refund-lines__all"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => onStep({ kind: 'all', lines })}
        >
          {text.all}
        </View>
      </View>
      <View className="refund-lines">
        {lines.map((line) => (
          <Line
            key={line.line}
            line={line}
            isOneOfMany={lines.length > 1}
            quantity={quantityOf(choice, line)}
            onStep={onStep}
          />
        ))}
      </View>
    </View>
  )
}

interface LineProps {
  readonly line: PurchaseLineView
  /** One of several: a line without a name is told by its place. */
  readonly isOneOfMany: boolean
  readonly quantity: number
  readonly onStep: Dispatch<RefundStep>
}

const Line = memo(function Line({ line, isOneOfMany, quantity, onStep }: LineProps): ReactNode {
  const name = line.sku ?? (isOneOfMany ? PIECE_TEXT.nameless(line.line + 1) : text.byHand)
  const left = line.quantityLeft
  return (
    <View className="refund-lines__line">
      <View className="refund-lines__words">
        <View className="refund-lines__name">{name}</View>
        <View className="refund-lines__note">
          {yuanText(fen(line.paidFen))}
          {left === 0 ? `，${text.lineGone}` : `，${text.lineLeft(left, line.quantity)}`}
        </View>
      </View>
      {left === 0 ? null : (
        <Stepper
          value={quantity}
          most={left}
          lessLabel={text.less(name)}
          moreLabel={text.more(name)}
          onStep={(by) => onStep({ kind: 'quantity', line, by })}
        />
      )}
    </View>
  )
})
