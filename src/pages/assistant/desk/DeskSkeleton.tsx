/** The desk before its first answer, as high as what will stand there. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'
import './desk-skeleton.scss'

const ROWS = [0, 1, 2, 3] as const

export default function DeskSkeleton(): ReactNode {
  return (
    <View className="desk-skeleton">
      <Skeleton width={150} height={26} />
      <Skeleton width={90} height={16} />
      <View className="desk-skeleton__scan">
        <Skeleton height={88} radius={20} />
      </View>
      <Skeleton width={60} height={20} />
      <View className="desk-skeleton__rows">
        {ROWS.map((row) => (
          <View key={row} className="desk-skeleton__row">
            <Skeleton width={140} height={18} />
            <Skeleton width={80} height={18} />
          </View>
        ))}
      </View>
    </View>
  )
}
