/** The own birthday: when it is by either calendar, one gift of choice, the days on which points are more. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import { calledName } from '../../../../components/person-name'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { BirthdayView } from '../../../../contract/birthday-views'
import { BIRTHDAY_TEXT as text } from '../../../../text/birthday'
import { ME_TEXT } from '../../../../text/me'
import { words } from '../../../../text/member'
import { openHome, openProfile } from '../../routes'
import Birthday from './Birthday'
import Head from './Head'
import '../../me/me.scss'
import './index.scss'

function NotTold({ name }: Pick<BirthdayView, 'name'>): ReactNode {
  return (
    <>
      <Head lines={[name ? text.greeting(calledName(name)) : '', text.none.title]}>{text.none.lead}</Head>
      <View className="calendar">
        <View className="calendar__title">{text.none.panelTitle}</View>
        <View className="calendar__on">{text.none.panelAdvice}</View>
        <View className="calendar__tell">
          <Button wide onTap={openProfile}>
            {text.none.tell}
          </Button>
        </View>
      </View>
    </>
  )
}

function BirthdaySkeleton(): ReactNode {
  return (
    <View ariaHidden>
      <Head lines={['', '']}>
        <Skeleton width={96} height={14} radius={5} />
      </Head>
      <View className="calendar calendar--skeleton">
        <Skeleton width={110} height={18} radius={5} />
        <Skeleton height={50} radius={12} />
        <Skeleton width={200} height={14} radius={5} />
      </View>
      <View className="gifts">
        <View className="gifts__head">
          <Skeleton width={140} height={20} radius={5} />
        </View>
        <View className="gifts__cards">
          {[0, 1, 2].map((gift) => (
            <View key={gift} className="gift-card">
              <Skeleton height={180} radius={16} />
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}

export default function BirthdayPage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'birthday', {})
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  const stranger = error?.kind === 'refused' && error.code === 'member.not-joined'
  return (
    <Screen
      className={state === 'error' ? '' : 'birthday'}
      busyLabel={state === 'loading' ? words.shared.loading : undefined}
    >
      <NavBar title={text.title} />
      {state === 'loading' && <BirthdaySkeleton />}
      {state === 'error' && (
        <ErrorState
          {...errorText(error)}
          reference={stranger ? undefined : errorReference(error)}
          onRetry={stranger ? undefined : () => void refresh()}
        >
          {stranger && <Button onTap={openHome}>{ME_TEXT.joinFirst}</Button>}
        </ErrorState>
      )}
      {data && !data.birthday && <NotTold name={data.name} />}
      {data?.birthday && (
        <Birthday
          view={data}
          birthday={data.birthday}
          stale={error !== null}
          onChanged={() => void refresh()}
        />
      )}
    </Screen>
  )
}
