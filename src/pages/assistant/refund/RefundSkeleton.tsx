/** The refund page before its purchase is there, as high as what will stand in its place. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'
import { FRESH_TEXT as text } from '../../../text/zh-cn/counter'
import './refund-skeleton.scss'

export default function RefundSkeleton(): ReactNode {
  return (
    <View className="refund-skeleton" ariaLabel={text.loading}>
      <Skeleton height={140} radius={16} />
      <View className="refund-skeleton__title">
        <Skeleton width={84} height={24} />
      </View>
      <Skeleton height={72} radius={16} />
      <View className="refund-skeleton__title">
        <Skeleton width={84} height={24} />
      </View>
      <Skeleton height={44} radius={22} />
    </View>
  )
}
