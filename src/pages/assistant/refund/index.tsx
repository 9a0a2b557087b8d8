/** Refunding a purchase: which pieces, why, what it pays out and takes back, one confirmation, the outcome. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useReducer, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import type { Failure } from '../../../client/answer'
import { errorReference, errorText } from '../failure-words'
import { useCommand } from '../../../client/use-command'
import { useQuery } from '../../../client/use-query'
import type { PurchaseView } from '../../../contract/views'
import { yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { purchaseOnHand, type PurchaseOnHand } from '../on-hand'
import { choose, firstChoice, refundFigures, type RefundChoice, type RefundFigures } from '../refund-choice'
import { backToDesk, leaveRefund } from '../routes'
import ConfirmRefund, { type RefundCommand } from './ConfirmRefund'
import FreshNotice, { isOutdated } from './FreshNotice'
import PurchaseHead from './PurchaseHead'
import ReasonChoice from './ReasonChoice'
import Refunded from './Refunded'
import RefundAmount from './RefundAmount'
import RefundLines from './RefundLines'
import RefundSkeleton from './RefundSkeleton'
import './index.scss'

export default function RefundPage(): ReactNode {
  const [onHand] = useState(purchaseOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {/* A place of its own: the result does not send the bar above it again. */}
      <View>{onHand ? <FreshPurchase {...onHand} /> : <NoPurchase />}</View>
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

/** What the list showed stands at once and is asked for anew, but never while the outcome of a refund is open. */
function FreshPurchase({ purchaseId, seen }: PurchaseOnHand): ReactNode {
  const command = useCommand('assistant', 'refund')
  const enabled = command.state === 'idle' || command.state === 'failed'
  const query = useQuery('assistant', 'purchase', { purchaseId }, { enabled })
  usePullDownRefresh(() => {
    const refreshed = enabled ? query.refresh() : Promise.resolve()
    void refreshed.then(() => Taro.stopPullDownRefresh())
  })
  const purchase = query.data ?? seen
  const refresh = (): void => void query.refresh()
  if (purchase)
    return <Refund purchase={purchase} command={command} error={query.error} onRefresh={refresh} />
  return query.error ? (
    <ErrorState
      {...errorText(query.error)}
      reference={errorReference(query.error)}
      onRetry={refresh}
      retryWords={SHARED_TEXT.again}
    >
      <Button kind="text" onTap={backToDesk}>
        {SHARED_TEXT.backToDesk}
      </Button>
    </ErrorState>
  ) : (
    <RefundSkeleton />
  )
}

interface RefundProps {
  readonly purchase: PurchaseView
  readonly command: RefundCommand
  /** What is shown could not be refreshed. */
  readonly error: Failure | null
  readonly onRefresh: () => void
}

function Refund({ purchase, command, error, onRefresh }: RefundProps): ReactNode {
  const [choice, dispatch] = useReducer(choose, purchase.lines, firstChoice)
  const [confirming, setConfirming] = useState(false)
  const figures = refundFigures(purchase, choice)
  const confirm = (): void => {
    if (command.state === 'failed') command.reset()
    setConfirming(true)
  }

  if (command.state === 'done') return <Refunded refunded={command.data} onFinish={leaveRefund} />
  if (purchase.lines.every((line) => line.quantityLeft === 0))
    return (
      <>
        <PurchaseHead purchase={purchase} />
        <FreshNotice command={command} error={error} onRefresh={onRefresh} />
        <EmptyState compact title={text.goneTitle} advice={text.goneAdvice} />
      </>
    )
  return (
    <>
      <PurchaseHead purchase={purchase} />
      <View>
        <FreshNotice command={command} error={error} onRefresh={onRefresh} />
      </View>
      <RefundLines lines={purchase.lines} choice={choice} onStep={dispatch} />
      <ReasonChoice chosen={choice.reason} onStep={dispatch} />
      <RefundAmount purchase={purchase} figures={figures} />
      <View className="refund__go">
        <Button wide disabled={!isComplete(figures, choice)} onTap={confirm}>
          {goText(figures, choice)}
        </Button>
      </View>
      <View>
        <ConfirmRefund
          open={confirming && !isOutdated(command.error)}
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
