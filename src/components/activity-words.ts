/** A purchase or a refund in the words of a row, and of a screen reader. Pure. */
import type { ActivityView } from '../contract/views'
import { fen } from '../domain/money/fen'
import { countText, shortYuanText } from '../domain/money/yuan-text'
import { words } from '../text/member'
import { momentText } from './day-words'

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
