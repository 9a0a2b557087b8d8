/** A purchase or a refund in the client book: when, how it came in, how much. A tap opens the purchase for a refund. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { momentText } from './figures'
import type { BookPurchaseView, BookRefundView } from '../../contract/assistant'
import { fen } from '../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../domain/money/yuan-text'
import { REFUND_TEXT } from '../../text/zh-cn/assistant'
import { BOOK_TEXT as text } from '../../text/zh-cn/counter'
import { takePurchaseId } from './on-hand'
import { openRefund } from './routes'
import './book-row.scss'

export function BookPurchase(props: {
  readonly purchase: BookPurchaseView
  readonly now: number
}): ReactNode {
  const { purchase, now } = props
  const { purchaseId, at, paidFen, points, refundedFen, servedBy, receipt } = purchase
  const origin = receipt !== null ? text.receipt(receipt) : servedBy !== null ? text.byHand(servedBy) : ''
  const amount = yuanText(fen(paidFen))
  return (
    <Row
      purchaseId={purchaseId}
      first={[momentText(at, now), origin].filter(Boolean).join('，')}
      second={text.earned(countText(points))}
      amount={amount}
      note={refundedFen > 0 ? text.refunded(shortYuanText(fen(refundedFen))) : null}
    />
  )
}

export function BookRefund(props: { readonly refund: BookRefundView; readonly now: number }): ReactNode {
  const { purchaseId, at, refundFen, pointsTakenBack, reason } = props.refund
  const what = text.refund(REFUND_TEXT.reasons[reason])
  const amount = yuanText(fen(-refundFen))
  return (
    <Row
      purchaseId={purchaseId}
      first={`${momentText(at, props.now)}，${what}`}
      second={text.takenBack(countText(pointsTakenBack))}
      amount={amount}
      note={null}
    />
  )
}

interface RowProps {
  readonly purchaseId: string
  readonly first: string
  readonly second: string
  readonly amount: string
  readonly note: string | null
}

function Row({ purchaseId, first, second, amount, note }: RowProps): ReactNode {
  const open = (): void => {
    takePurchaseId(purchaseId)
    openRefund()
  }
  return (
    <View
      className="book-row"
      hoverClass="book-row--down"
      ariaRole="button"
      ariaLabel={[first, amount, second, ...(note === null ? [] : [note])].join('，')}
      onClick={open}
    >
      <View className="book-row__first">{first}</View>
      <View className="book-row__second">{second}</View>
      <View className={note === null ? 'book-row__amount' : 'book-row__amount book-row__amount--noted'}>
        {amount}
      </View>
      {note === null ? null : <View className="book-row__note">{note}</View>}
    </View>
  )
}
