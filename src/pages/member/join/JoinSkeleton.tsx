/** As high as the page of somebody without a card. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'
import './index.scss'

export default function JoinSkeleton(): ReactNode {
  return (
    <View className="join join--skeleton" ariaHidden>
      <Skeleton width={170} height={28} />
      <Skeleton height={42} />
      <Skeleton height={236} radius={16} />
      <Skeleton height={380} radius={16} />
    </View>
  )
}
