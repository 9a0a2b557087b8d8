/** What the mall told the member, day by day: each leads to what it tells of. What is seen is read. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { memo, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { NoticeView } from '../../../../contract/notice-views'
import { ME_TEXT } from '../../../../text/me'
import { words } from '../../../../text/member'
import { NOTICES_TEXT as text } from '../../../../text/notices'
import { openHome, openMessages } from '../../routes'
import { followNotice } from './notice-ways'
import { daysOf, noticeWords } from './notice-words'
import { useNotices } from './use-notices'
import './index.scss'

/** Lines that scrolling to the end, or a touch of the button, brings. */
const SCROLLED = 6
const TOUCHED = 2
const SKELETONS = [0, 1, 2, 3]

interface NoticeProps {
  readonly notice: NoticeView
  readonly now: number
}

function NoticeRow({ notice, now }: NoticeProps): ReactNode {
  const { title, line, time } = noticeWords(notice, now)
  return (
    <View
      className={notice.isRead ? 'notice pressable' : 'notice notice--new pressable'}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={text.label(!notice.isRead, title, line)}
      onClick={() => followNotice(notice)}
    >
      <View className="notice__head">
        <View className="notice__title">{title}</View>
        {time !== null && <View className="notice__time num">{time}</View>}
      </View>
      <View className="notice__line num">{line}</View>
    </View>
  )
}

const Row = memo(NoticeRow)

export default function NoticesPage(): ReactNode {
  const { query, listed, shown, atEnd, fetching, showMore } = useNotices()
  const { state, data, error, refresh } = query
  const notices = listed?.items ?? null
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => showMore(SCROLLED))
  const now = data?.serverNow ?? 0
  const stranger = error?.kind === 'refused' && error.code === 'member.not-joined'
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {notices === null && error === null && <NoticesSkeleton />}
      {notices === null && error && (
        <ErrorState
          {...errorText(error)}
          reference={stranger ? undefined : errorReference(error)}
          onRetry={stranger ? undefined : () => void refresh()}
        >
          {stranger && <Button onTap={openHome}>{ME_TEXT.joinFirst}</Button>}
        </ErrorState>
      )}
      {notices?.length === 0 && (
        <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
          <Button kind="text" onTap={openMessages}>
            {text.settings}
          </Button>
        </EmptyState>
      )}
      {notices && notices.length > 0 && (
        <View className="notices fade-in">
          <View className="notices__stale">{error ? words.home.stale : ''}</View>
          {daysOf(notices.slice(0, shown), now).map((day) => (
            <View key={day.day} className="notices__day">
              <View className="notices__date num">{day.said}</View>
              <View className="notices__panel">
                {day.notices.map((notice) => (
                  <Row key={notice.id} notice={notice} now={now} />
                ))}
              </View>
            </View>
          ))}
          <View className="notices__end">
            {!atEnd ? (
              <Button wide kind="text" onTap={() => showMore(TOUCHED)}>
                {fetching === 'failed' ? text.moreFailed : fetching === 'running' ? text.fetching : text.more}
              </Button>
            ) : (
              text.end
            )}
          </View>
          <Button wide kind="text" onTap={openMessages}>
            {text.settings}
          </Button>
        </View>
      )}
    </Screen>
  )
}

function NoticesSkeleton(): ReactNode {
  return (
    <View className="notices notices--skeleton" ariaHidden>
      <Skeleton width={52} height={20} />
      {SKELETONS.map((row) => (
        <Skeleton key={row} height={82} radius={16} />
      ))}
    </View>
  )
}
