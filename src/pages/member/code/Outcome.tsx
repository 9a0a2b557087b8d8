/** What became of the code: scanned and waiting, points that arrived or were taken back, a thing handed over. In place of the code. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { askAt } from '../../../client/ask-to-tell'
import Button from '../../../components/Button'
import Icon from '../../../components/Icon'
import type { CodeStatusView } from '../../../contract/code-views'
import type { ActivityView } from '../../../contract/views'
import { countText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'
import { isTakenBack, resultWords, settledActivity } from './outcome-words'
import { useRoll } from './use-roll'
import './outcome.scss'

interface OutcomeProps {
  readonly status: CodeStatusView
  readonly onFinish: () => void
  readonly onShowAgain: () => void
}

function Result({
  activity,
  balance,
}: {
  readonly activity: ActivityView
  readonly balance: number
}): ReactNode {
  const { kind, sign, points, detail, upgraded, waits } = resultWords(activity)
  const rolling = useRoll(points ?? 0)
  return (
    <>
      <View className={isTakenBack(activity) ? 'outcome__mark outcome__mark--back' : 'outcome__mark'}>
        <Icon name={isTakenBack(activity) ? 'undo-2' : 'check'} />
      </View>
      <View className="outcome__kind">{kind}</View>
      {points !== null && (
        <View className="outcome__points num" ariaLabel={words.code.resultLabel(kind, countText(points))}>
          {sign}
          {countText(rolling)}
        </View>
      )}
      <View className="outcome__detail num">{detail}</View>
      {waits && <View className="outcome__balance num">{waits}</View>}
      <View className="outcome__balance num">{words.code.balance(countText(balance))}</View>
      {upgraded && <View className="outcome__upgrade">{upgraded}</View>}
    </>
  )
}

function Scanned({ storeName }: { readonly storeName: string }): ReactNode {
  return (
    <>
      <View className="outcome__mark outcome__mark--scanned">
        <Icon name="scan-line" />
      </View>
      <View className="outcome__title">{words.code.scannedTitle}</View>
      <View className="outcome__detail">{storeName}</View>
      <View className="outcome__balance">{words.code.scannedAdvice}</View>
    </>
  )
}

/** Points have come: who is asked now hears of the next ones. */
function leave(activity: ActivityView, onFinish: () => void): void {
  if (activity.kind === 'purchase') askAt('purchase')
  onFinish()
}

export default function Outcome({ status, onFinish, onShowAgain }: OutcomeProps): ReactNode {
  const activity = settledActivity(status)
  return (
    <View className="outcome fade-in" ariaLive="polite">
      {activity ? (
        <Result key={activity.id} activity={activity} balance={status.points} />
      ) : (
        <Scanned storeName={status.scanned?.storeName ?? ''} />
      )}
      <View className="outcome__ways">
        {activity && (
          <Button wide onTap={() => leave(activity, onFinish)}>
            {words.code.finish}
          </Button>
        )}
        <Button kind="text" onTap={onShowAgain}>
          {words.code.showAgain}
        </Button>
      </View>
    </View>
  )
}
