/** What is handed over, large enough to be held beside the real thing. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import StillLife from '../../../components/StillLife'
import type { HandOverView } from '../../../contract/reward-views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { HAND_OVER_TEXT as text } from '../../../text/zh-cn/redeeming'
import { dayText } from '../figures'

interface ThingProps {
  readonly thing: HandOverView
  readonly nowMs: number
}

export default function Thing({ thing, nowMs }: ThingProps): ReactNode {
  const { picture, rewardName, storeName, points, priceFen, holdUntil } = thing
  const paid = [
    text.points(countText(points)),
    ...(priceFen > 0 ? [text.money(shortYuanText(fen(priceFen)))] : []),
  ].join(' + ')
  const kept = holdUntil === null ? [] : [text.kept(dayText(businessDay(holdUntil), businessDayOf(nowMs)))]
  return (
    <View className="hand-over__thing">
      <StillLife name={picture} className="hand-over__picture" />
      <View className="hand-over__name">{rewardName}</View>
      <View className="hand-over__facts">{[storeName, paid, ...kept].join('\n')}</View>
    </View>
  )
}
