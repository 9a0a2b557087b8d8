/** The purchase that is being refunded: whose, when, how it came in, what was paid and earned, what went back already. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import MemberAvatar from '../../../components/MemberAvatar'
import TierBadge from '../../../components/TierBadge'
import { momentText } from '../figures'
import { serverClockNow } from '../../../client/phone-clock'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT, REFUND_TEXT as text } from '../../../text/zh-cn/assistant'
import './purchase-head.scss'

export default memo(function PurchaseHead({ purchase }: { readonly purchase: PurchaseView }): ReactNode {
  const { memberName, material, tierName, paidFen, points, refundedFen, pointsTakenBack } = purchase
  return (
    <View className="purchase-head">
      <View className="purchase-head__who">
        <MemberAvatar name={memberName} material={material} size={40} />
        <View className="purchase-head__words">
          <View className="purchase-head__line">
            <View className="purchase-head__name">{memberName}</View>
            <TierBadge name={tierName} material={material} />
          </View>
          <View className="purchase-head__note">
            {[momentText(purchase.at, serverClockNow()), origin(purchase)].filter(Boolean).join('，')}
          </View>
        </View>
      </View>
      <View className="purchase-head__figures">
        <Figure label={text.paid} value={yuanText(fen(paidFen))} />
        <Figure label={text.earned} value={countText(points)} />
        {refundedFen > 0 ? <Figure label={text.refunded} value={yuanText(fen(refundedFen))} /> : null}
        {refundedFen > 0 ? (
          <Figure label={text.takenBack} value={DESK_TEXT.pointsBare(countText(pointsTakenBack))} />
        ) : null}
      </View>
    </View>
  )
})

function origin({ source, receipt, servedBy }: PurchaseView): string {
  if (source === 'till') return receipt === null ? DESK_TEXT.till : text.byTill(receipt)
  return servedBy === null ? '' : text.servedBy(servedBy)
}

function Figure({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <View className="purchase-head__figure">
      <View className="purchase-head__label">{label}</View>
      <View className="purchase-head__value">{value}</View>
    </View>
  )
}
