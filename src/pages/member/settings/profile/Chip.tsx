/** One of a few choices; chosen is said in words to who does not see it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ME_TEXT as text } from '../../../../text/me'

interface ChipProps {
  readonly words: string
  readonly chosen: boolean
  readonly onTap: () => void
}

export default function Chip({ words, chosen, onTap }: ChipProps): ReactNode {
  return (
    <View
      className={chosen ? 'chip chip--chosen pressable' : 'chip pressable'}
      hoverClass="pressed"
      ariaRole="radio"
      ariaLabel={chosen ? text.chosen(words) : words}
      onClick={onTap}
    >
      {words}
    </View>
  )
}
