/** Undoing a registration made by mistake: what it takes back, then one press. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../components/Button'
import Sheet from '../../components/Sheet'
import { useCommand } from '../../client/use-command'
import type { PurchaseView } from '../../contract/views'
import { fen } from '../../domain/money/fen'
import { countText, yuanText } from '../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../text/zh-cn/assistant'
import { COUPON_TEXT } from '../../text/zh-cn/redeeming'
import CommandNotice from './CommandNotice'
import { everythingLeft } from './refund-choice'
import './undo-sheet.scss'

interface UndoSheetProps {
  readonly open: boolean
  readonly purchase: PurchaseView
  readonly onUndone: (purchase: PurchaseView) => void
  readonly onClose: () => void
}

export default function UndoSheet({ open, purchase, onUndone, onClose }: UndoSheetProps): ReactNode {
  const command = useCommand('assistant', 'refund')
  const { lines, refundFen, points } = everythingLeft(purchase)
  const running = command.state === 'running'
  const undo = async (): Promise<void> => {
    const { purchaseId } = purchase
    const answer = await command.run({
      purchaseId,
      lines: [...lines],
      reason: 'entry-error',
      shownRefundFen: refundFen,
      shownRefundedFen: purchase.refundedFen,
    })
    if (answer.ok) onUndone(purchase)
  }
  return (
    <Sheet
      open={open}
      busy={running}
      title={text.undoTitle(yuanText(fen(purchase.paidFen)))}
      onClose={onClose}
    >
      <View className="undo-sheet__words">
        {text.undoAdvice(purchase.memberName, countText(points)) + couponsBackWords(purchase.coupons)}
      </View>
      <CommandNotice command={command} unknownAdvice={text.undoUnknown} />
      <Button wide loading={running} onTap={() => void undo()}>
        {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.undoRunning : text.undoConfirm}
      </Button>
      <Button wide kind="text" disabled={running} onTap={onClose}>
        {text.undoKeep}
      </Button>
    </Sheet>
  )
}

const couponsBackWords = (coupons = 0): string => (coupons > 0 ? COUPON_TEXT.comeBack(coupons) : '')
