/** Where the member stands between the tiers. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import { words } from '../../../../text/member'
import { GROWTH_TEXT as text } from '../../../../text/points'
import Growth from './Growth'
import './index.scss'

function GrowthSkeleton(): ReactNode {
  return (
    <View className="growth" ariaHidden>
      <View className="growth__pieces">
        <Skeleton height={104} radius={18} />
        <Skeleton height={241} radius={16} />
      </View>
      <View className="growth__title">
        <Skeleton width={96} height={20} />
      </View>
      <View className="growth__pieces">
        <Skeleton height={196} radius={16} />
      </View>
    </View>
  )
}

export default function GrowthPage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'growth', {})
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {data ? (
        <Growth growth={data} stale={error !== null} />
      ) : state === 'error' ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      ) : (
        <GrowthSkeleton />
      )}
    </Screen>
  )
}
