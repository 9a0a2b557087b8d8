/** The history by month: rows, the end of it, and what stands there when there are none. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import { POINTS_TEXT as text } from '../../../text/points'
import { openCode } from '../routes'
import { byMonth } from './entry-words'
import EntryRow from './EntryRow'
import { isWishing } from './history-pages'
import { RowsSkeleton } from './PointsSkeleton'
import type { History } from './use-history'

export default function HistoryList({
  history,
  now,
}: {
  readonly history: History
  readonly now: number
}): ReactNode {
  const { query, soFar, shown, wish } = history
  if (query.state === 'loading') return <RowsSkeleton />
  if (query.state === 'error')
    return (
      <ErrorState
        compact
        {...errorText(query.error)}
        reference={errorReference(query.error)}
        onRetry={() => void query.refresh()}
      />
    )
  if (!soFar || soFar.entries.length === 0) return <NoEntries history={history} wishing={isWishing(wish)} />
  return (
    <View className="history">
      <View>
        {byMonth(soFar.entries.slice(0, shown)).map(({ month, entries }) => (
          <View key={month} className="history__month">
            <View className="history__title num">{text.month(month)}</View>
            <View className="history__rows">
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} now={now} />
              ))}
            </View>
          </View>
        ))}
      </View>
      <View className="history__end">
        <HistoryEnd history={history} />
      </View>
    </View>
  )
}

function NoEntries({
  history,
  wishing,
}: {
  readonly history: History
  readonly wishing: boolean
}): ReactNode {
  return wishing ? (
    <EmptyState compact title={text.noneTitle} advice={text.noneAdvice}>
      <Button kind="text" onTap={history.clearWish}>
        {text.showAll}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice}>
      <Button kind="text" onTap={openCode}>
        {text.showCode}
      </Button>
    </EmptyState>
  )
}

function HistoryEnd({
  history: { soFar, shown, fetching, showMore },
}: {
  readonly history: History
}): ReactNode {
  if (soFar?.next === null && shown >= soFar.entries.length) return text.end
  if (fetching === 'running') return text.more
  return (
    <Button wide kind="text" onTap={showMore}>
      {fetching === 'failed' ? text.moreFailed : text.showMore}
    </Button>
  )
}
