/** As high as the card page of a member, so that nothing jumps when it arrives. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Skeleton from '../../../components/Skeleton'
import './index.scss'

export default function HomeSkeleton(): ReactNode {
  return (
    <View className="home" ariaHidden>
      <View className="home__hello home__hello--skeleton">
        <Skeleton width={150} height={24} />
        <Skeleton width={210} height={14} />
      </View>
      <View className="home__stack">
        <View className="home__card-skeleton">
          <Skeleton height={218} radius={18} />
          <View className="home__tier-skeleton" />
        </View>
        <View className="home__sleeve-skeleton">
          <Skeleton width={190} height={16} />
          <Skeleton height={48} radius={24} />
        </View>
      </View>
      <View className="home__news" />
      <View className="home__section">
        <View className="home__title">
          <Skeleton width={52} height={24} />
        </View>
        <View className="today today--skeleton">
          <Skeleton width={150} height={16} />
        </View>
      </View>
      <View className="note">
        <Skeleton width={180} height={16} />
      </View>
      <View className="home__section">
        <View className="home__title">
          <Skeleton width={52} height={20} />
        </View>
        <View className="home__recent home__recent--skeleton">
          <Skeleton width={160} height={16} />
          <Skeleton width={220} height={13} />
        </View>
      </View>
    </View>
  )
}
