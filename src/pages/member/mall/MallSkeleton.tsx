/** As high as the shelf that will stand here. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'

const CARDS = [0, 1, 2, 3]

export default function MallSkeleton(): ReactNode {
  return (
    <View ariaHidden>
      <View className="purse purse--skeleton">
        <Skeleton width={60} height={14} radius={5} />
        <Skeleton width={130} height={40} />
        <Skeleton height={32} radius={16} />
      </View>
      <View className="special special--skeleton">
        <Skeleton height={164} radius={16} />
      </View>
      <View className="grid">
        {CARDS.map((place) => (
          <View key={place} className="reward reward--skeleton">
            <Skeleton height={132} radius={14} />
            <Skeleton width={110} height={16} radius={5} />
            <Skeleton width={70} height={12} radius={5} />
            <Skeleton width={90} height={20} radius={5} />
          </View>
        ))}
      </View>
    </View>
  )
}
