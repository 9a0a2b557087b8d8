/** As high as the page of points, so that nothing jumps when it arrives. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../../components/Skeleton'

const ROWS = [0, 1, 2]

function RowsSkeleton(): ReactNode {
  return (
    <View className="history" ariaHidden>
      <View className="history__title history__title--skeleton">
        <Skeleton width={96} height={18} />
      </View>
      <View className="history__rows">
        {ROWS.map((row) => (
          <View key={row} className="history__row-skeleton">
            <Skeleton width={200} height={18} radius={5} />
          </View>
        ))}
      </View>
    </View>
  )
}

export default function PointsSkeleton(): ReactNode {
  return (
    <View ariaHidden>
      <View className="balance">
        <Skeleton width={64} height={14} radius={5} />
        <View className="balance__points-skeleton">
          <Skeleton width={150} height={40} />
        </View>
        <Skeleton height={86} radius={16} />
      </View>
      <View className="filters">
        <Skeleton height={44} radius={22} />
        <View className="filters__chips">
          <Skeleton width={250} height={36} radius={18} />
        </View>
      </View>
      <RowsSkeleton />
    </View>
  )
}
