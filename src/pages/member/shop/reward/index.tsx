/** One reward: what it is, who gives it, what it costs, what is missing, and the way to take it. */
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { ExchangeView } from '../../../../contract/reward-views'
import { words } from '../../../../text/member'
import { SHOP_TEXT as text } from '../../../../text/shop'
import RewardDetail from './RewardDetail'
import Taken from './Taken'
import './index.scss'

export default function RewardPage(): ReactNode {
  const { params } = useRouter()
  const query = useQuery('member', 'reward', { rewardId: decodeURIComponent(params.id ?? '') })
  const [taken, setTaken] = useState<ExchangeView | null>(null)
  return (
    <Screen busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.rewardTitle} />
      {taken ? (
        <Taken exchange={taken} />
      ) : query.state === 'ready' ? (
        <RewardDetail
          reward={query.data}
          stale={query.error !== null}
          onTaken={setTaken}
          onChanged={() => void query.refresh()}
        />
      ) : query.state === 'error' ? (
        <ErrorState
          {...errorText(query.error)}
          reference={errorReference(query.error)}
          onRetry={() => void query.refresh()}
        />
      ) : (
        <View className="detail" ariaHidden>
          <Skeleton height={268} radius={16} />
          <View className="detail__skeleton">
            <Skeleton width={180} height={24} />
            <Skeleton width={120} height={16} radius={5} />
            <Skeleton height={180} radius={16} />
          </View>
        </View>
      )}
    </Screen>
  )
}
