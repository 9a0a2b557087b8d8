/** The last look before a refund: amount, points, what cannot be taken back. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import type { Command } from '../../../client/use-command'
import type { InputOf, OutputOf } from '../../../client/doors'
import type { PurchaseView, RefundReason } from '../../../contract/views'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import CommandNotice from '../CommandNotice'
import type { RefundFigures } from '../refund-choice'
import './confirm-refund.scss'

export type RefundCommand = Command<InputOf<'assistant', 'refund'>, OutputOf<'assistant', 'refund'>>

interface ConfirmRefundProps {
  readonly open: boolean
  readonly purchase: PurchaseView
  readonly figures: RefundFigures
  readonly reason: RefundReason | null
  readonly command: RefundCommand
  readonly onClose: () => void
}

export default function ConfirmRefund(props: ConfirmRefundProps): ReactNode {
  const { open, purchase, figures, reason, command, onClose } = props
  const { lines, refundFen, points } = figures
  const running = command.state === 'running'
  const refund = (): void => {
    if (reason === null) return
    const { purchaseId, refundedFen } = purchase
    const shown = { shownRefundFen: refundFen, shownRefundedFen: refundedFen }
    void command.run({ purchaseId, lines: [...lines], reason, ...shown })
  }
  return (
    <Sheet open={open} busy={running} title={text.sheetTitle(yuanText(refundFen))} onClose={onClose}>
      <View className="confirm-refund__words">
        {text.sheetAdvice(purchase.memberName, countText(points))}
      </View>
      <CommandNotice command={command} unknownAdvice={text.unknownAdvice} />
      <Button wide loading={running} onTap={refund}>
        {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.sheetRunning : text.sheetConfirm}
      </Button>
      <Button wide kind="text" disabled={running} onTap={onClose}>
        {text.sheetKeep}
      </Button>
    </Sheet>
  )
}
