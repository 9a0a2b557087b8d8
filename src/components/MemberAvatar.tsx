/** A member's own picture, else the first character of the name on the material of the tier. Decoration beside the written name. */
import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Material } from '../domain/programme/programme'
import { initialOf } from './person-name'
import './MemberAvatar.scss'

interface MemberAvatarProps {
  readonly name: string
  readonly material: Material
  readonly size?: 40 | 56
  /** Source of an image. */
  readonly picture?: string | null
}

export default function MemberAvatar({ name, material, size = 56, picture }: MemberAvatarProps): ReactNode {
  return (
    <View className={`avatar avatar-${size} material--${material}`} ariaHidden>
      {picture ? <Image className="avatar__picture" mode="aspectFill" src={picture} /> : initialOf(name)}
    </View>
  )
}
