/** The price being keyed in and what it settles to: discount, total due, points, the way to the next tier. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SettlementView } from '../../../contract/views'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { entryText, type AmountEntry } from './amount-entry'
import { settlementWords } from './settlement-words'
import './settlement-card.scss'

interface SettlementCardProps {
  readonly entry: AmountEntry
  readonly settlement: SettlementView
  /** Null when the figures are not of the tier that the member was seen to hold. */
  readonly tierName: string | null
  /** Whether keys are taken: shows the caret. */
  readonly editable: boolean
}

export default function SettlementCard({
  entry,
  settlement,
  tierName,
  editable,
}: SettlementCardProps): ReactNode {
  const words = settlementWords(settlement, tierName)
  const amount = entryText(entry)
  return (
    <View className="settlement">
      <View className="settlement__amount">
        <View
          className={entry.limit ? 'settlement__label settlement__label--limit' : 'settlement__label'}
          ariaLive="polite"
        >
          {entry.limit ? text[entry.limit] : text.price}
        </View>
        <View
          className={entry.text === '' ? 'settlement__price settlement__price--empty' : 'settlement__price'}
        >
          <Text
            className={
              amount.length > 9 ? 'settlement__figure settlement__figure--long' : 'settlement__figure'
            }
          >
            {amount}
          </Text>
          <View className={editable ? 'settlement__caret' : 'settlement__caret settlement__caret--off'} />
        </View>
      </View>
      {words.discount ? (
        <View className="settlement__line">
          <Text>{words.discount.label}</Text>
          <Text className="settlement__less">{words.discount.amount}</Text>
        </View>
      ) : null}
      <View className="settlement__due">
        <Text className="settlement__due-label">{text.due}</Text>
        <Text className="settlement__due-figure">{words.due}</Text>
      </View>
      <View className="settlement__earn">
        <View>
          {text.earnBefore} <Text className="settlement__points">{words.points}</Text> {text.earnAfter}
        </View>
        <Text className="settlement__times">{words.times}</Text>
        <Text className="settlement__ladder">{words.ladder}</Text>
      </View>
    </View>
  )
}
