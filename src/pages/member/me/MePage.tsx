/** The frame of every page about oneself: bar, skeleton, what failed, and the page once the answer is there. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import type { Query } from '../../../client/use-query'
import Button from '../../../components/Button'
import ErrorState from '../../../components/ErrorState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import { words } from '../../../text/member'
import { ME_TEXT as text } from '../../../text/me'

interface MePageProps<Data> {
  readonly title: string
  readonly query: Query<Data>
  /** Heights of the panels that will stand here. */
  readonly skeleton: readonly number[]
  readonly children: (data: Data) => ReactNode
}

const openJoin = (): void => void Taro.reLaunch({ url: '/pages/member/home/index' })

export default function MePage<Data>({ title, query, skeleton, children }: MePageProps<Data>): ReactNode {
  const { state, data, error, refresh } = query
  const stranger = error?.kind === 'refused' && error.code === 'member.not-joined'
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={title} />
      {state === 'loading' && (
        <View className="me me--skeleton" ariaHidden>
          {skeleton.map((height, place) => (
            <Skeleton key={place} height={height} radius={16} />
          ))}
        </View>
      )}
      {state === 'error' && (
        <ErrorState
          {...errorText(error)}
          reference={stranger ? undefined : errorReference(error)}
          onRetry={stranger ? undefined : () => void refresh()}
        >
          {stranger && <Button onTap={openJoin}>{text.joinFirst}</Button>}
        </ErrorState>
      )}
      {state === 'ready' && (
        <View className="me fade-in">
          {error && <View className="me__stale">{words.home.stale}</View>}
          {children(data)}
        </View>
      )}
    </Screen>
  )
}
