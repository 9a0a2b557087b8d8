/** The quiet strip of a birthday that is near: what waits for its owner. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../components/Icon'
import StillLife from '../../../components/StillLife'
import type { BirthdayStripView } from '../../../contract/birthday-views'
import { STRIP_TEXT as text } from '../../../text/ways'
import { openBirthday } from '../routes'

export default function BirthdayStrip({ gifts, chosen }: BirthdayStripView): ReactNode {
  return (
    <View className="strip pressable" hoverClass="pressed" ariaRole="button" onClick={openBirthday}>
      <StillLife name="cake" className="strip__cake" />
      <View className="strip__words">
        <View className="strip__title">{text.title}</View>
        <View className="strip__small">
          {chosen ? text.chosen : gifts > 0 ? text.gifts(gifts) : text.points}
        </View>
      </View>
      <Icon name="chevron-right" size={20} />
    </View>
  )
}
