/** The title of a section with a way to all of it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { words } from '../../../text/member'

interface SectionHeadProps {
  readonly title: string
  readonly way: string
  readonly onTap: () => void
}

export default function SectionHead({ title, way, onTap }: SectionHeadProps): ReactNode {
  return (
    <View className="home__head">
      <View className="home__title">{title}</View>
      <View
        className="home__way pressable"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={[title, way].join(words.shared.comma)}
        onClick={onTap}
      >
        {way}
        <Icon name="chevron-right" size={16} />
      </View>
    </View>
  )
}
