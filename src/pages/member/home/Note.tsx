/** One row between the card and what it gives: something to know, and where a tap leads. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon, { type IconName } from '../../../components/Icon'

interface NoteProps {
  readonly icon: IconName
  /** In the colour of what ends soon. */
  readonly urgent?: boolean
  readonly small?: string
  /** Words or an icon at the end. */
  readonly end?: ReactNode
  readonly onTap: () => void
  readonly children: ReactNode
}

export default function Note({ icon, urgent, small, end, onTap, children }: NoteProps): ReactNode {
  return (
    <View className="note pressable" hoverClass="pressed" ariaRole="button" onClick={onTap}>
      <View className={`note__icon ${urgent ? 'note__icon--tea' : ''}`}>
        <Icon name={icon} size={20} />
      </View>
      <View className="note__words">
        <View className="note__line num">{children}</View>
        {small && <View className="note__small num">{small}</View>}
      </View>
      {end}
    </View>
  )
}
