/** The membership card: one of five materials, its tier, its owner, its points. The only bright thing on a page. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CardView } from '../contract/views'
import { countText } from '../domain/money/yuan-text'
import { words } from '../text/member'
import { groupedDigits } from './grouped-digits'
import Icon from './Icon'
import './TierCard.scss'

interface TierCardProps {
  readonly card: CardView
  readonly mallName: string
  /** Leaves room for the sleeve that covers the lower edge. */
  readonly sleeved?: boolean
  /** What a tap on the points opens, and how a screen reader calls it. */
  readonly onPoints?: () => void
  readonly pointsLabel?: string
}

const LONG_NAME = 8

export default function TierCard(props: TierCardProps): ReactNode {
  const { card, mallName, sleeved = false, onPoints, pointsLabel } = props
  const points = countText(card.points)
  const name = card.name.length > LONG_NAME ? 'tier-card__name tier-card__name--long' : 'tier-card__name'
  const figure = points.length > LONG_NAME ? 'tier-card__points tier-card__points--long' : 'tier-card__points'
  return (
    <View
      className={`tier-card material--${card.material} ${sleeved ? 'tier-card--sleeved' : ''}`}
      // A picture has no parts that can be pressed.
      ariaRole={onPoints ? 'group' : 'img'}
      ariaLabel={words.card.label(card.tierName, card.name, points)}
    >
      <View className={`tier-card__texture texture--${card.material}`} />
      <View className="tier-card__row">
        <View className="tier-card__who">
          <View className="tier-card__tier">{card.tierName}</View>
          <View className="tier-card__small">{words.card.since(card.memberSinceYear)}</View>
        </View>
        <View className="tier-card__mall">
          <Icon name="leaf" size={20} />
          <View className="tier-card__mall-name">{mallName}</View>
        </View>
      </View>
      <View className="tier-card__row tier-card__row--foot">
        <View className="tier-card__who">
          <View className={name}>{card.name}</View>
          <View className="tier-card__small tier-card__number num">{groupedDigits(card.cardNumber)}</View>
        </View>
        <View
          className={onPoints ? 'tier-card__sum tier-card__sum--way pressable' : 'tier-card__sum'}
          hoverClass={onPoints ? 'pressed' : 'none'}
          ariaRole={onPoints ? 'button' : undefined}
          ariaLabel={onPoints ? pointsLabel : undefined}
          onClick={onPoints}
        >
          <View className={`${figure} num`}>{points}</View>
          <View className="tier-card__small">{words.shared.points}</View>
        </View>
      </View>
    </View>
  )
}
