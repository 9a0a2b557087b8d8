/** As high as the ticket, on the page of the material that the card page already knew. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'
import './ticket.scss'

export default function CodeSkeleton(): ReactNode {
  return (
    <View ariaHidden>
      <View className="code__who code__who--skeleton" />
      <View className="code__shadow">
        <View className="ticket ticket--skeleton">
          <Skeleton width={268} height={80} />
          <Skeleton width={220} height={20} radius={5} />
          <Skeleton width={225} height={225} radius={8} />
          <Skeleton width={310} height={44} radius={12} />
        </View>
      </View>
    </View>
  )
}
