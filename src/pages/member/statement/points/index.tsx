/** The member's points: what there is, what expires, and where every point came from. */
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { serverClockNow } from '../../../../client/phone-clock'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import { words } from '../../../../text/member'
import { POINTS_TEXT as text } from '../../../../text/points'
import Balance from './Balance'
import Filters from './Filters'
import HistoryList from './HistoryList'
import PointsSkeleton from './PointsSkeleton'
import { useHistory } from './use-history'
import './index.scss'

/** Lines that scrolling to the end brings. */
const SCROLLED = 8

export default function PointsPage(): ReactNode {
  const history = useHistory()
  const { query, balance } = history
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => history.showMore(SCROLLED))
  const now = query.data?.serverNow ?? serverClockNow()
  return (
    <Screen busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {balance ? (
        <>
          <Balance balance={balance} now={now} stale={query.error !== null} />
          <Filters history={history} firstMonth={balance.firstMonth} now={now} />
          <HistoryList history={history} now={now} />
        </>
      ) : query.state === 'error' ? (
        <ErrorState
          {...errorText(query.error)}
          reference={errorReference(query.error)}
          onRetry={() => void query.refresh()}
        />
      ) : (
        <PointsSkeleton />
      )}
    </Screen>
  )
}
