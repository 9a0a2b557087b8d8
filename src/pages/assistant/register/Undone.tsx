/** A registration that was undone from its result: what went back, and the way to register what was meant. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT, REFUND_TEXT, REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { amountClass } from '../result'
import { backToDesk, replaceByVisit } from '../routes'
import '../result.scss'

/** The visit goes on: the member is still there. */
export default function Undone({ purchase }: { readonly purchase: PurchaseView }): ReactNode {
  const amount = yuanText(fen(purchase.paidFen))
  return (
    <View className="result undone">
      <View className="result__said result__said--plain" ariaRole="alert" ariaLive="assertive">
        <View className="result__title result__title--back">{DESK_TEXT.undoneTitle}</View>
        <View className={amountClass(amount)}>{amount}</View>
        <View className="result__points">{REFUND_TEXT.donePoints(countText(purchase.points))}</View>
        <View className="result__name">{text.doneFor(purchase.memberName)}</View>
      </View>
      <Button wide onTap={replaceByVisit}>
        {text.anew}
      </Button>
      <Button kind="text" onTap={backToDesk}>
        {text.finish}
      </Button>
    </View>
  )
}
