/** A tier as a small tag of its material, without texture. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Material } from '../domain/programme/programme'
import './TierBadge.scss'

interface TierBadgeProps {
  readonly name: string
  readonly material: Material
}

export default function TierBadge({ name, material }: TierBadgeProps): ReactNode {
  return <View className={`tier-badge material--${material}`}>{name}</View>
}
