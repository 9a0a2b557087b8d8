/** A reward on the shelf. Every part keeps its place, filled or not: another reward changes words and sends nothing else. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import StillLife from '../../../components/StillLife'
import type { RewardView } from '../../../contract/reward-views'
import { countText } from '../../../domain/money/yuan-text'
import { MALL_TEXT as text } from '../../../text/mall'
import { missingText, moneyText, tagOf } from '../reward-words'
import { openReward } from '../routes'

interface RewardCardProps {
  readonly reward: RewardView
  readonly now: number
  /** Out of sight, with the words that it had. */
  readonly gone?: boolean
}

export default function RewardCard({ reward, now, gone = false }: RewardCardProps): ReactNode {
  const tag = tagOf(reward, now)
  const classes = [
    'reward',
    'pressable',
    reward.state === 'sold-out' && 'reward--out',
    gone && 'reward--gone',
  ]
  return (
    <View
      className={classes.filter(Boolean).join(' ')}
      hoverClass="pressed"
      ariaRole="button"
      onClick={() => openReward(reward.rewardId)}
    >
      <StillLife
        name={reward.picture}
        className={tag ? 'reward__picture reward__picture--tagged' : 'reward__picture'}
      >
        <View className={`reward__tag reward__tag--${tag?.kind ?? 'none'}`}>{tag?.words ?? ''}</View>
      </StillLife>
      <View className="reward__name">{reward.name}</View>
      <View className="reward__store">{reward.storeName}</View>
      <View className="reward__price num">
        <Text className="reward__points">{countText(reward.points)}</Text>
        <Text>{text.points}</Text>
        <Text className="reward__money">{moneyText(reward)}</Text>
      </View>
      <View className="reward__missing num">{missingText(reward)}</View>
    </View>
  )
}
