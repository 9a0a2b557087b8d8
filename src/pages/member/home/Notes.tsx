/** Rows that only some members see: points owed, points about to expire, the way to the assistant's desk. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { dayText, untilText } from '../../../components/day-words'
import Icon from '../../../components/Icon'
import type { HomeView } from '../../../contract/member'
import { countText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { words } from '../../../text/member'
import { ME_TEXT } from '../../../text/me'
import { openMe, openPoints } from '../routes'

const openDesk = (): void => void Taro.navigateTo({ url: '/pages/assistant/desk/index' })

export default function Notes({ home }: { readonly home: Extract<HomeView, { joined: true }> }): ReactNode {
  const { frozen, debt, expiringSoon, serverNow, staff } = home
  return (
    <>
      {frozen && (
        <View className="note pressable" hoverClass="pressed" ariaRole="button" onClick={openMe}>
          <View className="note__icon note__icon--tea">
            <Icon name="circle-alert" size={20} />
          </View>
          <View className="note__words">
            <View className="note__line">{ME_TEXT.frozenTitle}</View>
            <View className="note__small">{ME_TEXT.frozenOnHome}</View>
          </View>
          <View className="note__until">{ME_TEXT.toMe}</View>
        </View>
      )}
      {debt > 0 && (
        <View className="note pressable" hoverClass="pressed" ariaRole="button" onClick={openPoints}>
          <View className="note__icon">
            <Icon name="undo-2" size={20} />
          </View>
          <View className="note__words">
            <View className="note__line">{words.home.debtTitle(countText(debt))}</View>
            <View className="note__small">{words.home.debtAdvice}</View>
          </View>
        </View>
      )}
      {expiringSoon && (
        <View className="note pressable" hoverClass="pressed" ariaRole="button" onClick={openPoints}>
          <View className="note__icon note__icon--tea">
            <Icon name="hourglass" size={20} />
          </View>
          <View className="note__words">
            <View className="note__line num">
              <Text className="note__tea">{words.home.expiringPoints(countText(expiringSoon.points))}</Text>{' '}
              <Text className="note__whole">
                {words.home.expiring(dayText(businessDay(expiringSoon.expiresOn), businessDayOf(serverNow)))}
              </Text>
            </View>
          </View>
          <View className="note__until num">{untilText(expiringSoon.expiresOn, serverNow)}</View>
        </View>
      )}
      {staff && (
        <View className="note pressable" hoverClass="pressed" ariaRole="button" onClick={openDesk}>
          <View className="note__icon">
            <Icon name="store" size={20} />
          </View>
          <View className="note__words">
            <View className="note__line">{words.home.desk}</View>
            <View className="note__small">{words.home.deskAdvice}</View>
          </View>
          <View className="note__icon">
            <Icon name="chevron-right" size={20} />
          </View>
        </View>
      )}
    </>
  )
}
