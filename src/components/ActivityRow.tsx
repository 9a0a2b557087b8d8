/** One purchase or refund as the member reads it: where, when, how much, and what it did to the points. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ActivityView } from '../contract/views'
import { fen } from '../domain/money/fen'
import { countText, shortYuanText } from '../domain/money/yuan-text'
import { words } from '../text/zh-cn'
import { momentText } from './day-words'
import './ActivityRow.scss'

interface ActivityRowProps {
  readonly activity: ActivityView
  /** The server's now. */
  readonly now: number
}

interface ActivityWords {
  readonly detail: string
  readonly points: string
  readonly label: string
}

export function activityWords(activity: ActivityView, now: number): ActivityWords {
  const moment = momentText(activity.at, now)
  if (activity.kind === 'purchase') {
    const amount = shortYuanText(fen(activity.paidFen))
    const points = countText(activity.points)
    return {
      detail: words.activity.bought(moment, amount),
      points: `+${points}`,
      label: words.activity.boughtLabel(moment, activity.storeName, amount, points),
    }
  }
  const amount = shortYuanText(fen(activity.refundFen))
  const points = countText(activity.pointsTakenBack)
  const reason = words.activity.reasons[activity.reason]
  return {
    detail: words.activity.refunded(moment, amount, reason),
    points: activity.pointsTakenBack > 0 ? `−${points}` : '0',
    label: words.activity.refundedLabel(moment, activity.storeName, amount, reason, points),
  }
}

export default function ActivityRow({ activity, now }: ActivityRowProps): ReactNode {
  const { detail, points, label } = activityWords(activity, now)
  const upgrade = activity.kind === 'purchase' ? activity.upgradedTo : null
  return (
    <View className="activity" ariaRole="text" ariaLabel={label}>
      <View className="activity__what">
        <View className="activity__store">{activity.storeName}</View>
        <View className="activity__detail num">{detail}</View>
        {upgrade && <View className="activity__upgrade">{words.activity.upgraded(upgrade)}</View>}
      </View>
      <View className={`activity__points activity__points--${activity.kind} num`}>{points}</View>
    </View>
  )
}
