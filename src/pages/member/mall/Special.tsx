/** The special price that ends soonest, on a card of its own with the time that is left by the server's clock. */
import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import Icon from '../../../components/Icon'
import StillLife from '../../../components/StillLife'
import type { RewardView } from '../../../contract/reward-views'
import { countText } from '../../../domain/money/yuan-text'
import { MALL_TEXT as text } from '../../../text/mall'
import { leftText, missingText, moneyText } from '../reward-words'
import { openReward } from '../routes'

const BEAT_MS = 5_000

/** Says what is left; nothing is sent to the screen while the words stay the same. */
function TimeLeft({ until }: { readonly until: number }): ReactNode {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const [words, setWords] = useState(() => leftText(until, serverClockNow()))
  useEffect(() => {
    if (!shown) return undefined
    const beat = (): void => setWords(leftText(until, serverClockNow()))
    beat()
    const timer = setInterval(beat, BEAT_MS)
    return () => clearInterval(timer)
  }, [until, shown])
  return (
    <View className="special__left num" ariaRole="timer">
      <Icon name="clock" size={16} />
      {words}
    </View>
  )
}

export default function Special({ reward }: { readonly reward: RewardView }): ReactNode {
  const { rewardId, name, storeName, picture, points, wasPoints, endsAt } = reward
  const missing = missingText(reward)
  const open = (): void => openReward(rewardId)
  return (
    <View className="special" onClick={open}>
      <StillLife name={picture} className="special__picture" />
      <View className="special__words">
        {endsAt !== null && <TimeLeft until={endsAt} />}
        <View className="special__name">{name}</View>
        <View className="special__store num">{missing || storeName}</View>
        <View className="special__foot">
          <View className="special__price">
            {wasPoints !== null && (
              <View className="special__was num" ariaLabel={text.wasLabel(countText(wasPoints))}>
                {countText(wasPoints)}
              </View>
            )}
            <View className="reward__price num">
              <View className="reward__points">{countText(points)}</View>
              {[text.points, moneyText(reward)].filter(Boolean).join(' ')}
            </View>
          </View>
          <Button small onTap={open}>
            {text.take}
          </Button>
        </View>
      </View>
    </View>
  )
}
