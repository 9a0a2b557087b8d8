/** How many days in a row, how far to the day that gives more, and signing in. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorText } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import type { CheckedInView, StreakGiftView, TodayView } from '../../../../contract/check-in'
import { countText } from '../../../../domain/money/yuan-text'
import { CHECK_IN_TEXT as text } from '../../../../text/check-in'
import { words } from '../../../../text/member'

export default function Streak({ today }: { readonly today: TodayView }): ReactNode {
  const command = useCommand('member', 'sign-in')
  const { done, streak, toMore, rules, gift } = today
  const { streakEvery, streakPoints, dailyPoints } = rules
  const inRow = streakEvery - toMore
  const more = gift?.missing === 1 ? (gift.points ?? 0) : 0
  const points = dailyPoints + (toMore === 1 ? streakPoints : 0) + more
  return (
    <View className="streak">
      <View className="streak__row">
        <View className="streak__days num">{streak}</View>
        <View className="streak__unit">{text.days}</View>
      </View>
      <View className="streak__dots" ariaRole="progressbar" ariaLabel={text.progress(inRow, streakEvery)}>
        {streakEvery <= MOST_DOTS &&
          Array.from({ length: streakEvery }, (_, n) => (
            <View key={n} className={n < inRow ? 'streak__dot streak__dot--on' : 'streak__dot'} />
          ))}
      </View>
      <View className="streak__ahead num">
        {streakPoints > 0 ? words.home.signIn.toMore(toMore, streakPoints) : ''}
      </View>
      {gift && <View className="streak__gift num">{giftText(gift)}</View>}
      <Button wide disabled={done} loading={command.state === 'running'} onTap={() => void command.run({})}>
        {done ? text.done : text.act(points)}
      </Button>
      <Said command={command} />
    </View>
  )
}

const MOST_DOTS = 31

/** What the run of days leads to. */
function giftText({ points, coupon, days, missing }: StreakGiftView): string {
  const parts = [
    ...(points === undefined ? [] : [text.giftOf.points(points)]),
    ...(coupon === undefined ? [] : [text.giftOf.coupon(coupon)]),
  ]
  return text.gift(days, missing, parts.join(text.giftOf.and))
}

const gotText = ({ points, balance, coupon }: CheckedInView): string =>
  [text.got(points, countText(balance)), coupon && text.gotCoupon(coupon)]
    .filter(Boolean)
    .join(words.shared.comma)

function Said({
  command,
}: {
  readonly command: ReturnType<typeof useCommand<'member', 'sign-in'>>
}): ReactNode {
  const { state, data, error } = command
  const said = data
    ? gotText(data)
    : state === 'unknown'
      ? text.unknown
      : error
        ? [errorText(error).title, errorText(error).advice].join(words.shared.comma)
        : ''
  return (
    <View className={error ? 'streak__said streak__said--wrong num' : 'streak__said num'} ariaLive="polite">
      {said}
    </View>
  )
}
