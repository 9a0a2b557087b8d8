/** A reward on the shelf. Every part keeps its place, filled or not: another reward changes words and sends nothing else. */
import { Text, View } from '@tarojs/components'
import { useRef, type ReactNode } from 'react'
import StillLife from '../../../components/StillLife'
import type { RewardView } from '../../../contract/reward-views'
import { countText } from '../../../domain/money/yuan-text'
import { MALL_TEXT as text } from '../../../text/mall'
import { missingText, moneyText, tagOf } from '../reward-words'
import { openReward } from '../routes'

/** Keeps the place of words that come later; a tag that is out of sight keeps those that it had. */
const NOTHING = ' '

interface RewardCardProps {
  readonly reward: RewardView
  readonly now: number
  /** Where cards keep their place, which of them it is. */
  readonly place?: number
}

export default function RewardCard({ reward, now, place }: RewardCardProps): ReactNode {
  const tag = tagOf(reward, now)
  const lastWords = useRef(NOTHING)
  lastWords.current = tag?.words ?? lastWords.current
  const classes = [
    'reward pressable',
    reward.state === 'sold-out' && 'reward--out',
    place !== undefined && `at-${place}`,
  ]
  return (
    <View
      className={classes.filter(Boolean).join(' ')}
      hoverClass="pressed"
      ariaRole="button"
      onClick={() => openReward(reward.rewardId)}
    >
      <StillLife name={reward.picture} className={tag ? `tag-${tag.kind}` : ''}>
        <View className="reward__tag">{lastWords.current}</View>
      </StillLife>
      <View className="reward__name">{reward.name}</View>
      <View className="reward__store">{reward.storeName}</View>
      <View className="reward__price num">
        <Text className="reward__points">{countText(reward.points)}</Text>
        {[text.points, moneyText(reward)].filter(Boolean).join(' ')}
      </View>
      <View className="reward__missing num">{missingText(reward)}</View>
    </View>
  )
}
