/** The history by month: rows, the end of it, and what stands there when there are none. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import ListEnd from '../../../../components/ListEnd'
import { POINTS_TEXT as text } from '../../../../text/points'
import { openCode } from '../../routes'
import { useKeptRows } from '../../use-kept-rows'
import { linesOf, type HistoryLine } from './entry-words'
import EntryRow from './EntryRow'
import { FIRST_LINES, isWishing, type History } from './use-history'

/** Lines that one touch of the button brings. */
const TOUCHED = 3

interface HistoryListProps {
  readonly history: History
  readonly now: number
}

export default function HistoryList({ history, now }: HistoryListProps): ReactNode {
  const { query, listed, shown, showMore, atEnd, fetching } = history
  const failed = query.state === 'error'
  const lines = failed || !listed ? [] : linesOf(listed.items.slice(0, shown))
  // Each part keeps its place: what comes and goes in one does not send the others to the screen again.
  return (
    <>
      <View>
        {failed && (
          <ErrorState
            compact
            {...errorText(query.error)}
            reference={errorReference(query.error)}
            onRetry={() => void query.refresh()}
          />
        )}
        {listed?.items.length === 0 && !failed && <NoEntries history={history} />}
      </View>
      <FirstLines lines={lines.slice(0, FIRST_LINES)} now={now} asking={query.state === 'loading'} />
      <View className="history">
        {lines.slice(FIRST_LINES).map((line) => (
          <LineOfHistory key={line.entry.id} line={line} now={now} isLater />
        ))}
      </View>
      <View>
        {lines.length > 0 && (
          <ListEnd atEnd={atEnd} fetching={fetching} text={text} onMore={() => showMore(TOUCHED)} />
        )}
      </View>
    </>
  )
}

interface FirstLinesProps {
  readonly lines: readonly HistoryLine[]
  readonly now: number
  /** Another list is on its way. */
  readonly asking: boolean
}

function FirstLines({ lines, now, asking }: FirstLinesProps): ReactNode {
  return (
    <View className={asking ? 'history history--asking' : 'history'}>
      {useKeptRows(lines).map((line, place) => (
        <LineOfHistory key={place} line={line} now={now} gone={place >= lines.length} />
      ))}
    </View>
  )
}

interface LineProps {
  readonly line: HistoryLine
  readonly now: number
  /** Out of sight, with the words that it had. */
  readonly gone?: boolean
  /** Keeps its words: a month that it does not begin need not be sent along. */
  readonly isLater?: boolean
}

function LineOfHistory({ line, now, gone = false, isLater = false }: LineProps): ReactNode {
  const { entry, month, startsMonth, endsMonth } = line
  const className = ['line', startsMonth && 'line--first', endsMonth && 'line--last'].filter(Boolean)
  return (
    <View className={gone ? 'gone' : className.join(' ')}>
      {isLater && !startsMonth ? null : <View className="history__title num">{text.month(month)}</View>}
      <EntryRow entry={entry} now={now} />
    </View>
  )
}

function NoEntries({ history }: { readonly history: History }): ReactNode {
  return isWishing(history.wish) ? (
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
