/** What the chosen pieces pay out and what happens to points and coupons, before anything is done. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PurchaseView } from '../../../contract/views'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import { COUPON_TEXT } from '../../../text/zh-cn/redeeming'
import { isEverythingLeft, type RefundFigures } from '../refund-choice'
import './refund-amount.scss'

interface RefundAmountProps {
  readonly purchase: PurchaseView
  readonly figures: RefundFigures
}

export default function RefundAmount({ purchase, figures }: RefundAmountProps): ReactNode {
  const { refundFen, points } = figures
  return (
    <View className="refund-amount" ariaLive="polite">
      <View className="refund-amount__line">
        <View className="refund-amount__label">{text.amount}</View>
        <View className="refund-amount__figure">{yuanText(refundFen)}</View>
      </View>
      <View className="refund-amount__points">
        {[points > 0 ? text.points(countText(points)) : text.noPoints, couponsWords(purchase, figures)]
          .filter((words) => words !== null)
          .join('，')}
      </View>
    </View>
  )
}

/** What becomes of the coupons that the purchase used: all come back with the last piece, none before. */
function couponsWords(purchase: PurchaseView, figures: RefundFigures): string | null {
  const { coupons = 0 } = purchase
  if (coupons === 0 || figures.lines.length === 0) return null
  return isEverythingLeft(purchase, figures) ? COUPON_TEXT.allBack(coupons) : COUPON_TEXT.noneBack(coupons)
}
