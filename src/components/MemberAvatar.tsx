/** A member as the first character of the name on the material of the tier. Decoration beside the written name. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Material } from '../domain/programme/programme'
import { initialOf } from './person-name'
import './MemberAvatar.scss'

interface MemberAvatarProps {
  readonly name: string
  readonly material: Material
  readonly size?: 40 | 56
}

export default function MemberAvatar({ name, material, size = 56 }: MemberAvatarProps): ReactNode {
  return (
    <View className={`avatar avatar-${size} material--${material}`} ariaHidden>
      {initialOf(name)}
    </View>
  )
}
