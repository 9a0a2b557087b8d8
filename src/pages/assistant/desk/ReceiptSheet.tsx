/** A receipt number from the slip that the member brought: found, it opens the refund. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { momentText } from '../figures'
import { serverClockNow } from '../../../client/phone-clock'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { RECEIPT_TEXT as text } from '../../../text/zh-cn/counter'
import FailureNotice from '../FailureNotice'
import { maskedName } from '../figures'
import TypedField from '../TypedField'
import { isReceipt, receiptTyped } from './typed-receipt'
import { useReceiptSearch } from './use-receipt-search'
import './code-sheet.scss'
import './receipt-sheet.scss'

interface ReceiptSheetProps {
  readonly open: boolean
  readonly onFound: (purchase: PurchaseView) => void
  readonly onClose: () => void
}

export default function ReceiptSheet({ open, onFound, onClose }: ReceiptSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.title} onClose={onClose}>
      <ReceiptForm onFound={onFound} />
    </Sheet>
  )
}

/** Gone with the sheet, and with it what was typed. */
function ReceiptForm({ onFound }: Pick<ReceiptSheetProps, 'onFound'>): ReactNode {
  const [typed, setTyped] = useState('')
  const { search, find, forget } = useReceiptSearch(onFound)
  const receipt = receiptTyped(typed)
  const isWrong = receipt !== '' && !isReceipt(receipt)
  const type = (value: string): void => {
    setTyped(value)
    forget()
  }
  return (
    <View className="code-sheet receipt-sheet">
      <View className="code-sheet__advice">{text.advice}</View>
      <TypedField
        label={text.field}
        type="text"
        maxlength={80}
        focus
        value={typed}
        hint={isWrong ? text.wrongLetters : text.hint}
        onType={type}
      />
      <View>{search.kind === 'refused' ? <FailureNotice error={search.error} /> : null}</View>
      <View>{search.kind === 'several' ? <Several {...search} onFound={onFound} /> : null}</View>
      <Button
        wide
        disabled={!isReceipt(receipt)}
        loading={search.kind === 'searching'}
        onTap={() => find(receipt)}
      >
        {search.kind === 'searching' ? text.searching : text.confirm}
      </Button>
    </View>
  )
}

interface SeveralProps {
  readonly purchases: readonly PurchaseView[]
  readonly onFound: (purchase: PurchaseView) => void
}

function Several({ purchases, onFound }: SeveralProps): ReactNode {
  return (
    <View className="receipt-sheet__several">
      <View className="code-sheet__advice">{text.several}</View>
      {purchases.map((purchase) => {
        const moment = momentText(purchase.at, serverClockNow())
        const name = maskedName(purchase.memberName)
        const paid = yuanText(fen(purchase.paidFen))
        return (
          <View
            key={purchase.purchaseId}
            className="receipt-sheet__row pressable"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={text.rowLabel(moment, name, paid)}
            onClick={() => onFound(purchase)}
          >
            <View>{`${moment}，${name}`}</View>
            <View className="receipt-sheet__paid">{paid}</View>
          </View>
        )
      })}
    </View>
  )
}
