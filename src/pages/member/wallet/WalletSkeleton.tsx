/** As high as a wallet with coupons, so that nothing jumps when they arrive. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'

const TICKETS = [0, 1, 2, 3]

export default function WalletSkeleton(): ReactNode {
  return (
    <View className="wallet__list wallet__list--skeleton" ariaHidden>
      {TICKETS.map((ticket) => (
        <Skeleton key={ticket} height={112} radius={14} />
      ))}
    </View>
  )
}
