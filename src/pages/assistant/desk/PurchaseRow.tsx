/** A purchase in the day's list: when, who, how much, what became of it. A tap opens the refund; an own fresh one can be undone. */
import { View } from '@tarojs/components'
import type { ITouchEvent } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import TierBadge from '../../../components/TierBadge'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText, yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import { clockText, maskedName } from '../figures'
import './purchase-row.scss'

interface PurchaseRowProps {
  readonly purchase: PurchaseView
  readonly onOpen: (purchase: PurchaseView) => void
  readonly onUndo: (purchase: PurchaseView) => void
}

export default memo(function PurchaseRow({ purchase, onOpen, onUndo }: PurchaseRowProps): ReactNode {
  const { at, memberName, tierName, material, paidFen, receipt, source } = purchase
  const pointsKept = purchase.points - purchase.pointsTakenBack
  const time = clockText(at)
  const paid = yuanText(fen(paidFen))
  const name = maskedName(memberName)
  const undo = (event: ITouchEvent): void => {
    event.stopPropagation()
    onUndo(purchase)
  }
  return (
    <View
      className="purchase-row"
      hoverClass="purchase-row--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={text.rowLabel(time, name, tierName, paid)}
      onClick={() => onOpen(purchase)}
    >
      <View className="purchase-row__time">{time}</View>
      <View className="purchase-row__who">
        <View className="purchase-row__line">
          <View className="purchase-row__name">{name}</View>
          <TierBadge name={tierName} material={material} />
        </View>
        {/* Kept when it is empty: taking it out would send its neighbours again. */}
        <View className="purchase-row__note">{pointsKept > 0 ? text.points(countText(pointsKept)) : ''}</View>
        {source === 'till' ? (
          <View className="purchase-row__note">
            {receipt === null ? text.till : `${text.till} ${text.receipt(receipt)}`}
          </View>
        ) : null}
      </View>
      <View className="purchase-row__figures">
        <View
          className={isGone(purchase) ? 'purchase-row__paid purchase-row__paid--gone' : 'purchase-row__paid'}
        >
          {paid}
        </View>
        <RefundNote purchase={purchase} />
        {purchase.canUndo ? (
          <View
            className="purchase-row__undo"
            hoverClass="pressed"
            hoverStopPropagation
            ariaRole="button"
            ariaLabel={text.undoLabel(time, paid)}
            onClick={undo}
          >
            {text.undo}
          </View>
        ) : null}
      </View>
    </View>
  )
})

const isGone = ({ paidFen, refundedFen }: PurchaseView): boolean => refundedFen > 0 && refundedFen >= paidFen

function RefundNote({ purchase }: { readonly purchase: PurchaseView }): ReactNode {
  if (purchase.refundedFen === 0) return null
  return (
    <View className="purchase-row__refunded">
      {isGone(purchase) ? text.refundedAll : text.refundedPart(shortYuanText(fen(purchase.refundedFen)))}
    </View>
  )
}
