/** What the store registered today: how much in all, rows, and how to see more. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import type { PurchaseView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { countText, shortYuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import type { DaySoFar } from './day-pages'
import PurchaseRow from './PurchaseRow'
import { STEP, type Day } from './use-day'
import './day-list.scss'

interface DayListProps {
  readonly day: Day
  readonly soFar: DaySoFar
  readonly onOpen: (purchase: PurchaseView) => void
  readonly onUndo: (purchase: PurchaseView) => void
}

export default function DayList({ day, soFar, onOpen, onUndo }: DayListProps): ReactNode {
  const { purchases } = soFar
  const { error } = day.query
  const totals = day.query.data?.totals
  const rows = (from: number, to: number): ReactNode =>
    purchases
      .slice(from, to)
      .map((purchase) => (
        <PurchaseRow key={purchase.purchaseId} purchase={purchase} onOpen={onOpen} onUndo={onUndo} />
      ))
  return (
    <View className="day-list">
      <View className="day-list__head">
        <View className="day-list__title">{text.today}</View>
        {totals && totals.count > 0 ? (
          <View className="day-list__sum">
            {text.daySum(countText(totals.count), shortYuanText(fen(totals.keptFen)))}
          </View>
        ) : null}
      </View>
      <View>
        {error ? (
          <FailureNotice error={error}>
            <Button kind="text" onTap={() => void day.query.refresh()}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : null}
      </View>
      {purchases.length === 0 ? (
        <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice} />
      ) : (
        <View className="day-list__rows">
          {/* Those that scrolling brought go in one piece, and the first stay. */}
          <View>{rows(0, STEP)}</View>
          <View className="day-list__later">{rows(STEP, day.shown)}</View>
        </View>
      )}
      <View>
        <ListEnd day={day} soFar={soFar} />
      </View>
    </View>
  )
}

function ListEnd({ day, soFar }: Pick<DayListProps, 'day' | 'soFar'>): ReactNode {
  if (soFar.purchases.length === 0) return null
  if (soFar.next === null && day.shown >= soFar.purchases.length)
    return <View className="day-list__end">{text.end}</View>
  if (day.fetching === 'running') return <View className="day-list__end">{text.more}</View>
  return (
    <Button wide kind="text" onTap={day.showMore}>
      {day.fetching === 'failed' ? text.moreFailed : text.showMore}
    </Button>
  )
}
