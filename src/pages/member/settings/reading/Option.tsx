/** One of several choices, as a row with a mark. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import { ME_TEXT } from '../../../../text/me'

interface OptionProps {
  readonly words: string
  readonly chosen: boolean
  readonly onTap: () => void
}

export default function Option({ words, chosen, onTap }: OptionProps): ReactNode {
  return (
    <View
      className="me-row pressable"
      hoverClass="pressed"
      ariaRole="radio"
      ariaLabel={chosen ? ME_TEXT.chosen(words) : words}
      onClick={onTap}
    >
      <View className="me-row__title">{words}</View>
      <View className="reading__mark">{chosen && <Icon name="check" size={20} />}</View>
    </View>
  )
}
