/** One friend: who, what happened last, how far it is. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { initialOf } from '../../../components/person-name'
import type { FriendView } from '../../../contract/referral-views'
import { friendWords } from './friend-words'
import './friend-row.scss'

const STEPS = [1, 2, 3] as const
const TONES = ['sage', 'sky', 'blush'] as const

export default function FriendRow({
  friend,
  now,
  place,
}: {
  readonly friend: FriendView
  readonly now: number
  readonly place: number
}): ReactNode {
  const { name, detail, state, steps } = friendWords(friend, now)
  return (
    <View className="friend" ariaRole="text" ariaLabel={[name, detail, state].join(' ')}>
      <View className={`friend__initial friend__initial--${TONES[place % TONES.length]}`}>
        {initialOf(name)}
      </View>
      <View className="friend__words">
        <View className="friend__name">{name}</View>
        <View className="friend__detail num">{detail}</View>
      </View>
      <View className="friend__way">
        <View className="friend__dots">
          {STEPS.map((step) => (
            <View key={step} className={step <= steps ? 'friend__dot friend__dot--on' : 'friend__dot'} />
          ))}
        </View>
        <View className={steps === 3 ? 'friend__state friend__state--got num' : 'friend__state num'}>
          {state}
        </View>
      </View>
    </View>
  )
}
