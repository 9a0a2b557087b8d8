/** The calendar of sign-ins: the run of days, the months, and the way to a place where one is. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import Icon from '../../../../components/Icon'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { CalendarView, TodayView } from '../../../../contract/check-in'
import { CHECK_IN_TEXT as text } from '../../../../text/check-in'
import { words } from '../../../../text/member'
import { openArrival, openHome, openJoinAndReturn } from '../../routes'
import { scanPlace } from '../place-scan'
import Month from './Month'
import Streak from './Streak'
import './index.scss'

export default function CalendarPage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'sign-in-calendar', {})
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  const isStranger = !data && error?.kind === 'refused' && error.code === 'member.not-joined'
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {data?.today ? (
        <Calendar calendar={data} today={data.today} stale={error !== null} />
      ) : data ? (
        <EmptyState title={text.offTitle} advice={text.offAdvice}>
          <Button onTap={openHome}>{text.toHome}</Button>
        </EmptyState>
      ) : isStranger ? (
        <EmptyState title={text.joinTitle} advice={text.joinAdvice}>
          <Button onTap={openJoinAndReturn}>{text.join}</Button>
        </EmptyState>
      ) : error ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      ) : (
        <View className="calendar" ariaHidden>
          <Skeleton height={192} radius={16} />
          <View className="calendar__gap">
            <Skeleton height={352} radius={16} />
          </View>
        </View>
      )}
    </Screen>
  )
}

interface CalendarProps {
  readonly calendar: CalendarView
  readonly today: TodayView
  /** The last attempt to refresh failed. */
  readonly stale: boolean
}

function Calendar({ calendar, today, stale }: CalendarProps): ReactNode {
  const { months, firstMonth, serverNow, placePoints } = calendar
  const { dailyPoints, streakEvery, streakPoints } = today.rules
  const streakRules = streakPoints > 0 ? text.streakRules(streakEvery, streakPoints) : ''
  return (
    <View className="calendar fade-in">
      <Streak today={today} />
      <Month months={months} firstMonth={firstMonth} serverNow={serverNow} />
      <Place points={placePoints} />
      <View className="calendar__rules">{stale ? text.stale : text.rules(dailyPoints) + streakRules}</View>
    </View>
  )
}

/** The scanner, and then the page that says what came of it. */
function Place({ points }: { readonly points: number }): ReactNode {
  const [failed, setFailed] = useState(false)
  const scan = async (): Promise<void> => {
    const scanned = await scanPlace()
    setFailed(scanned === 'failed')
    if (typeof scanned === 'object') openArrival(scanned.code)
  }
  return (
    <View className="place">
      <View className="place__icon">
        <Icon name="scan-line" size={20} />
      </View>
      <View className="place__words">
        <View className="place__title">{text.place}</View>
        <View className="place__small num" ariaLive="polite">
          {failed ? text.cameraFailed : text.placeAdvice(points)}
        </View>
      </View>
      <Button kind="secondary" small onTap={() => void scan()}>
        {text.scan}
      </Button>
    </View>
  )
}
