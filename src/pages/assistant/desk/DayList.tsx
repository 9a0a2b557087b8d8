/** What the store registered today: a sum when the day is complete, rows, and how to see more. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import type { PurchaseView } from '../../../contract/views'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn-assistant'
import FailureNotice from '../FailureNotice'
import type { DaySoFar } from './day-pages'
import PurchaseRow from './PurchaseRow'
import type { Day } from './use-day'
import './day-list.scss'

interface DayListProps {
  readonly day: Day
  readonly soFar: DaySoFar
  readonly onOpen: (purchase: PurchaseView) => void
  readonly onUndo: (purchase: PurchaseView) => void
  readonly onScan: () => void
}

export default function DayList({ day, soFar, onOpen, onUndo, onScan }: DayListProps): ReactNode {
  const { purchases } = soFar
  const { error } = day.query
  return (
    <View className="day-list">
      <View className="day-list__head">
        <View className="day-list__title">{text.today}</View>
        {purchases.length > 0 ? <View className="day-list__sum">{sumText(soFar, day.shown)}</View> : null}
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
        <EmptyState compact title={text.emptyTitle} advice={text.emptyAdvice}>
          <Button kind="text" onTap={onScan}>
            {text.scan}
          </Button>
        </EmptyState>
      ) : (
        <View className="day-list__rows">
          {purchases.slice(0, day.shown).map((purchase) => (
            <PurchaseRow key={purchase.purchaseId} purchase={purchase} onOpen={onOpen} onUndo={onUndo} />
          ))}
        </View>
      )}
      <View>
        <ListEnd day={day} soFar={soFar} />
      </View>
    </View>
  )
}

const sumText = ({ purchases, next, keptFen }: DaySoFar, shown: number): string =>
  next === null
    ? text.daySum(purchases.length, shortYuanText(keptFen))
    : text.dayPart(Math.min(shown, purchases.length))

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
