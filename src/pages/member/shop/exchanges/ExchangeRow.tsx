/** One exchange in the list: what, how it stands, until when, and what it cost. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import StillLife from '../../../../components/StillLife'
import type { ExchangeView } from '../../../../contract/reward-views'
import { countText } from '../../../../domain/money/yuan-text'
import { SHOP_TEXT } from '../../../../text/shop'
import { isOpen, stateText, whenText } from '../exchange-words'

interface ExchangeRowProps {
  readonly exchange: ExchangeView
  readonly now: number
  readonly onTap: () => void
}

export default function ExchangeRow({ exchange, now, onTap }: ExchangeRowProps): ReactNode {
  return (
    <View className="exchange pressable" hoverClass="pressed" ariaRole="button" onClick={onTap}>
      <StillLife name={exchange.picture} className="exchange__picture" />
      <View className="exchange__words">
        <View className="exchange__name">{exchange.rewardName}</View>
        <View className="exchange__when num">{whenText(exchange, now)}</View>
      </View>
      <View className="exchange__end">
        <View className={isOpen(exchange) ? 'exchange__state exchange__state--open' : 'exchange__state'}>
          {stateText(exchange)}
        </View>
        <View className="exchange__cost num">{SHOP_TEXT.exchanges.cost(countText(exchange.points))}</View>
      </View>
    </View>
  )
}
