/** Refunding a purchase: which pieces, why, what it pays out and takes back, one confirmation, the outcome. */
import { View } from '@tarojs/components'
import { useReducer, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { useCommand } from '../../../client/use-command'
import type { PurchaseView } from '../../../contract/views'
import { yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn-assistant'
import { purchaseOnHand } from '../on-hand'
import { choose, firstChoice, refundFigures, type RefundChoice, type RefundFigures } from '../refund-choice'
import { backToDesk } from '../routes'
import ConfirmRefund from './ConfirmRefund'
import PurchaseHead from './PurchaseHead'
import ReasonChoice from './ReasonChoice'
import Refunded from './Refunded'
import RefundAmount from './RefundAmount'
import RefundLines from './RefundLines'
import './index.scss'

export default function RefundPage(): ReactNode {
  const [purchase] = useState(purchaseOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {purchase ? <Refund purchase={purchase} /> : <NoPurchase />}
    </Screen>
  )
}

/** After the app was closed and opened again on this page. */
function NoPurchase(): ReactNode {
  return (
    <EmptyState title={text.noPurchaseTitle} advice={text.noPurchaseAdvice}>
      <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
    </EmptyState>
  )
}

function Refund({ purchase }: { readonly purchase: PurchaseView }): ReactNode {
  const [choice, dispatch] = useReducer(choose, purchase.lines, firstChoice)
  const [confirming, setConfirming] = useState(false)
  const command = useCommand('assistant', 'refund')
  const figures = refundFigures(purchase, choice)

  if (command.state === 'done') return <Refunded refunded={command.data} onFinish={backToDesk} />
  if (purchase.lines.every((line) => line.quantityLeft === 0))
    return (
      <>
        <PurchaseHead purchase={purchase} />
        <EmptyState compact title={text.goneTitle} advice={text.goneAdvice} />
      </>
    )
  return (
    <>
      <PurchaseHead purchase={purchase} />
      <RefundLines lines={purchase.lines} choice={choice} onStep={dispatch} />
      <ReasonChoice chosen={choice.reason} onStep={dispatch} />
      <RefundAmount figures={figures} />
      <View className="refund__go">
        <Button wide disabled={!isComplete(figures, choice)} onTap={() => setConfirming(true)}>
          {goText(figures, choice)}
        </Button>
      </View>
      <View>
        <ConfirmRefund
          open={confirming}
          purchase={purchase}
          figures={figures}
          reason={choice.reason}
          command={command}
          onClose={() => setConfirming(false)}
        />
      </View>
    </>
  )
}

const isComplete = (figures: RefundFigures, choice: RefundChoice): boolean =>
  figures.lines.length > 0 && choice.reason !== null

function goText(figures: RefundFigures, choice: RefundChoice): string {
  if (figures.lines.length === 0) return text.chooseLines
  return choice.reason === null ? text.chooseReason : text.go(yuanText(figures.refundFen))
}
