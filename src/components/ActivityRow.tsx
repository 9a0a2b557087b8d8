/** One thing that happened, as the member reads it: what or where, when, how much, and what it did to the points. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ActivityView } from '../contract/views'
import { words } from '../text/member'
import { activityWords } from './activity-words'
import './ActivityRow.scss'

interface ActivityRowProps {
  readonly activity: ActivityView
  /** The server's now. */
  readonly now: number
}

export default function ActivityRow({ activity, now }: ActivityRowProps): ReactNode {
  const { title, detail, points, label, waits } = activityWords(activity, now)
  const upgrade = activity.kind === 'purchase' ? activity.upgradedTo : null
  return (
    <View className="activity" ariaRole="text" ariaLabel={label}>
      <View className="activity__what">
        <View className="activity__store">{title}</View>
        <View className="activity__detail num">{detail}</View>
        {waits && <View className="activity__detail num">{waits}</View>}
        {upgrade && <View className="activity__upgrade">{words.activity.upgraded(upgrade)}</View>}
      </View>
      <View className={`activity__points activity__points--${activity.kind} num`}>{points}</View>
    </View>
  )
}
