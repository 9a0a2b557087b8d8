/** A purchase, a refund or an exchange in the words of a row, and of a screen reader. Pure. */
import type { ActivityView } from '../contract/views'
import { fen } from '../domain/money/fen'
import { countText, shortYuanText } from '../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../domain/time/business-day'
import { words } from '../text/member'
import { dayText, momentText } from './day-words'

interface ActivityWords {
  readonly title: string
  readonly detail: string
  readonly points: string
  readonly label: string
  /** Until when the points wait; null once they can be spent. */
  readonly waits: string | null
}

export function activityWords(activity: ActivityView, now: number): ActivityWords {
  const moment = momentText(activity.at, now)
  if (activity.kind === 'purchase') {
    const amount = shortYuanText(fen(activity.paidFen))
    const points = countText(activity.points)
    const waits = waitsText(activity.activatesOn, now)
    const label = words.activity.boughtLabel(moment, activity.storeName, amount, points)
    return {
      title: activity.storeName,
      detail: words.activity.bought(moment, amount),
      points: `+${points}`,
      label: waits ? words.activity.boughtAndWaits(label, waits) : label,
      waits,
    }
  }
  if (activity.kind === 'exchange') return exchangeWords(activity, moment)
  const amount = shortYuanText(fen(activity.refundFen))
  const points = countText(activity.pointsTakenBack)
  const reason = words.activity.reasons[activity.reason]
  return {
    title: activity.storeName,
    detail: words.activity.refunded(moment, amount, reason),
    points: activity.pointsTakenBack > 0 ? `−${points}` : '0',
    label: words.activity.refundedLabel(moment, activity.storeName, amount, reason, points),
    waits: null,
  }
}

function exchangeWords(
  { step, rewardName, storeName, points }: Extract<ActivityView, { kind: 'exchange' }>,
  moment: string,
): ActivityWords {
  const detail = words.activity.exchange[step](moment, storeName)
  const count = countText(points)
  return {
    title: rewardName,
    detail,
    points: step === 'handed-over' ? '' : `${step === 'back' ? '+' : '−'}${count}`,
    label: words.activity.exchangeLabel[step](rewardName, detail, count),
    waits: null,
  }
}

function waitsText(activatesOn: string | undefined, now: number): string | null {
  const today = businessDayOf(now)
  return activatesOn === undefined || activatesOn <= today
    ? null
    : words.activity.waits(dayText(businessDay(activatesOn), today))
}
