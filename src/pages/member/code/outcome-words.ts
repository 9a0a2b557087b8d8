/** What a status of the code means for the page: whether to show an outcome, which, and in what words. Pure. */
import { dayText } from '../../../components/day-words'
import type { CodeStatusView } from '../../../contract/code-views'
import type { ActivityView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { words } from '../../../text/member'

/** Whether there is something to show in place of the code. */
export const hasOutcome = (status: CodeStatusView | null): status is CodeStatusView =>
  status !== null && (status.scanned !== null || status.activity !== null)

/** A scan after the last purchase opens the next one. */
export const settledActivity = ({ activity, scanned }: CodeStatusView): ActivityView | null =>
  activity && (!scanned || activity.at >= scanned.at) ? activity : null

/** Whether something was undone by it. */
export const isTakenBack = (activity: ActivityView): boolean =>
  activity.kind === 'refund' || (activity.kind === 'exchange' && activity.step === 'back')

interface ResultWords {
  readonly kind: string
  readonly sign: string
  /** Null where none moved. */
  readonly points: number | null
  readonly detail: string
  readonly upgraded: string | null
  /** From when the points can be spent; null when that is now. */
  readonly waits: string | null
}

export function resultWords(activity: ActivityView): ResultWords {
  if (activity.kind === 'purchase') {
    const { activatesOn } = activity
    return {
      kind: activatesOn ? words.code.waiting : words.code.earned,
      sign: '+',
      points: activity.points,
      detail: words.code.paid(shortYuanText(fen(activity.paidFen)), activity.storeName),
      upgraded: activity.upgradedTo && words.code.upgraded(activity.upgradedTo),
      waits: activatesOn
        ? words.code.activates(dayText(businessDay(activatesOn), businessDayOf(activity.at)))
        : null,
    }
  }
  if (activity.kind === 'exchange') {
    const { step, rewardName, storeName } = activity
    return {
      kind: words.code.exchange[step],
      sign: step === 'back' ? '+' : '−',
      points: step === 'handed-over' ? null : activity.points,
      detail: words.code.exchanged(rewardName, storeName),
      upgraded: null,
      waits: null,
    }
  }
  const reason = words.activity.reasons[activity.reason]
  return {
    kind: words.code.takenBack,
    sign: activity.pointsTakenBack > 0 ? '−' : '',
    points: activity.pointsTakenBack,
    detail: words.code.refunded(shortYuanText(fen(activity.refundFen)), activity.storeName, reason),
    upgraded: null,
    waits: null,
  }
}
