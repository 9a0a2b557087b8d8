/** What can be spent, and the way to what was exchanged. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../components/Icon'
import type { MallView } from '../../../contract/reward-views'
import { countText } from '../../../domain/money/yuan-text'
import { MALL_TEXT as text } from '../../../text/mall'
import { openExchanges } from '../routes'

interface BalanceProps {
  readonly shelf: MallView
  /** The last attempt to refresh failed. */
  readonly stale: boolean
}

export default function Balance({ shelf: { points, debt }, stale }: BalanceProps): ReactNode {
  return (
    <View className="purse">
      <View className="purse__words">
        <View className="purse__label">{stale ? text.stale : text.spendable}</View>
        <View className="purse__points num">{countText(points)}</View>
        {debt > 0 && <View className="purse__debt num">{text.owed(countText(debt))}</View>}
      </View>
      <View className="purse__way pressable" hoverClass="pressed" ariaRole="button" onClick={openExchanges}>
        {text.exchanges}
        <Icon name="chevron-right" size={16} />
      </View>
    </View>
  )
}
