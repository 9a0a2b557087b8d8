/** What can be spent, what expires when, and what is owed and how that ends. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import { dayText, untilText } from '../../../../components/day-words'
import Icon from '../../../../components/Icon'
import type { PointsView } from '../../../../contract/points-and-growth'
import type { LotView, PendingDayView } from '../../../../contract/views'
import { countText } from '../../../../domain/money/yuan-text'
import { addDays, businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { words } from '../../../../text/member'
import { POINTS_TEXT as text } from '../../../../text/points'

type BalanceView = NonNullable<PointsView['balance']>

interface BalanceProps {
  readonly balance: BalanceView
  readonly now: number
  readonly stale: boolean
}

const FIRST_DAYS = 2
/** Days that one touch adds. */
const MORE_DAYS = 4
const SOON_DAYS = 30
const PENDING_DAYS = 3

function LotRow({ lot, now }: { readonly lot: LotView; readonly now: number }): ReactNode {
  const today = businessDayOf(now)
  const isSoon = lot.expiresOn <= addDays(today, SOON_DAYS)
  const day = text.expiresOn(dayText(businessDay(lot.expiresOn), today))
  const until = isSoon ? untilText(lot.expiresOn, now) : null
  const points = countText(lot.points)
  const label = [day, ...(until === null ? [] : [until]), text.points(points)].join(words.shared.comma)
  return (
    <View className={isSoon ? 'lot lot--soon' : 'lot'} ariaRole="text" ariaLabel={label}>
      <View className="lot__day num">{day}</View>
      {until !== null && <View className="lot__until num">{until}</View>}
      <View className="lot__points num">{points}</View>
    </View>
  )
}

/** What is earned and cannot be spent yet, by the day on which it can. */
function Pending({
  days,
  now,
}: {
  readonly days: readonly PendingDayView[]
  readonly now: number
}): ReactNode {
  const today = businessDayOf(now)
  const total = days.reduce((sum, { points }) => sum + points, 0)
  const later = days.slice(PENDING_DAYS).reduce((sum, { points }) => sum + points, 0)
  return (
    <View className="balance__pending">
      <View className="lot">
        <View className="lot__day">{text.pending}</View>
        <View className="lot__points num">{countText(total)}</View>
      </View>
      {days.slice(0, PENDING_DAYS).map(({ activatesOn, points }) => (
        <View key={activatesOn} className="lot lot--quiet">
          <View className="lot__day num">{text.activatesOn(dayText(businessDay(activatesOn), today))}</View>
          <View className="lot__points num">{countText(points)}</View>
        </View>
      ))}
      {later > 0 && <View className="balance__small num">{text.laterPending(countText(later))}</View>}
      <View className="balance__small">{text.pendingWhy}</View>
    </View>
  )
}

export default function Balance({ balance, now, stale }: BalanceProps): ReactNode {
  const [shown, setShown] = useState(FIRST_DAYS)
  const { points, debt, lots, laterPoints, pending } = balance
  const open = shown >= lots.length
  return (
    <View className="balance">
      <View className="balance__label">{stale ? text.stale : text.spendable}</View>
      <View className="balance__points num">{countText(points)}</View>
      {debt > 0 && (
        <View className="balance__debt">
          <Icon name="undo-2" size={20} />
          <View className="balance__debt-words">
            <View className="balance__debt-title num">{text.owed(countText(debt))}</View>
            <View className="balance__small">{text.owedWhy}</View>
            <View className="balance__small">{text.owedEnd}</View>
          </View>
        </View>
      )}
      {pending.length > 0 && <Pending days={pending} now={now} />}
      <View className="balance__lots">
        <View className="balance__soon">{lots.length > 0 ? text.soon : text.noLots}</View>
        <View>
          {lots.slice(0, shown).map((lot) => (
            <LotRow key={lot.expiresOn} lot={lot} now={now} />
          ))}
          {open && laterPoints > 0 && (
            <View className="lot">
              <View className="lot__day num">{text.later(countText(laterPoints))}</View>
            </View>
          )}
        </View>
        {lots.length > FIRST_DAYS && (
          <Button kind="text" wide onTap={() => setShown(open ? FIRST_DAYS : shown + MORE_DAYS)}>
            {open ? text.fewerDays : text.moreDays}
          </Button>
        )}
      </View>
    </View>
  )
}
