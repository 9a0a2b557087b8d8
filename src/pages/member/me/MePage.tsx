/** The frame of every page about oneself: bar, skeleton, what failed, and the page once the answer is there. */
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
import { openHome } from '../routes'
import TabScreen from '../TabScreen'

interface MePageProps<Data> {
  readonly title: string
  /** The own page, which is one of the four tabs. */
  readonly tab?: boolean
  readonly query: Query<Data>
  /** Heights of the panels that will stand here. */
  readonly skeleton: readonly number[]
  readonly children: (data: Data) => ReactNode
}

export default function MePage<Data>(props: MePageProps<Data>): ReactNode {
  const { title, tab = false, query, skeleton, children } = props
  const { state, data, error, refresh } = query
  const stranger = error?.kind === 'refused' && error.code === 'member.not-joined'
  const busyLabel = state === 'loading' ? words.shared.loading : undefined
  const content = (
    <>
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
          {stranger && <Button onTap={openHome}>{text.joinFirst}</Button>}
        </ErrorState>
      )}
      {state === 'ready' && (
        <View className="me fade-in">
          {error && <View className="me__stale">{words.home.stale}</View>}
          {children(data)}
        </View>
      )}
    </>
  )
  if (tab)
    return (
      <TabScreen tab="me" busyLabel={busyLabel}>
        <NavBar heading={title} />
        {content}
      </TabScreen>
    )
  return (
    <Screen busyLabel={busyLabel}>
      <NavBar title={title} />
      {content}
    </Screen>
  )
}
