/** The days around the birthday on which points are more. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KeptBirthdayView } from '../../../../contract/birthday-views'
import { bonusDays, bonusWords } from './birthday-words'

interface BonusDaysProps {
  readonly bonus: NonNullable<KeptBirthdayView['bonus']>
  readonly on: string
  readonly now: number
}

export default function BonusDays({ bonus, on, now }: BonusDaysProps): ReactNode {
  const { title, tag, span } = bonusWords(bonus, now)
  return (
    <View className="bonus">
      <View className="bonus__head">
        <View className="bonus__words">
          <View className="bonus__title">{title}</View>
          <View className="bonus__span num">{span}</View>
        </View>
        <View className="bonus__tag num">{tag}</View>
      </View>
      <View className="bonus__days num" ariaHidden>
        {/* Each in its place: other days change words and send nothing else. */}
        {bonusDays(bonus, on).map(({ number, under, isBirthday }, place) => (
          <View key={place} className={isBirthday ? 'bonus__day bonus__day--on' : 'bonus__day'}>
            <View className="bonus__number">{number}</View>
            <View className="bonus__under">{under}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
