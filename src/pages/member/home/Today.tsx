/** Signing in from the card page: days in a row, this week, one touch. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { askAt } from '../../../client/ask-to-tell'
import { errorText } from '../../../client/error-text'
import { useCommand } from '../../../client/use-command'
import Button from '../../../components/Button'
import { dayText } from '../../../components/day-words'
import type { CheckedInView, TodayView } from '../../../contract/check-in'
import { businessDayOf, weekdayOf } from '../../../domain/time/business-day'
import { words } from '../../../text/member'
import { openCalendar } from '../routes'
import './today.scss'

const text = words.home.signIn

interface TodayProps {
  readonly today: TodayView
  readonly now: number
}

export default function Today({ today, now }: TodayProps): ReactNode {
  const { run, state, data, error } = useCommand('member', 'sign-in')
  const { done, streak, campaigns } = today
  const day = businessDayOf(now)
  const place = (weekdayOf(day) + 6) % 7
  const signIn = (): void => {
    askAt('sign-in')
    void run({})
  }
  return (
    <View className="home__section">
      <View className="home__head">
        <View className="home__title">{words.home.today}</View>
        <View className="home__way pressable num" ariaRole="button" onClick={openCalendar}>
          {`${dayText(day, day)} ${text.weekdays[place] ?? ''}`}
        </View>
      </View>
      <View className="today">
        <View className="today__head">
          <View className="today__words">
            <View className="today__streak num">{streak > 0 ? text.streak(streak) : text.none}</View>
            <View className="today__small num" ariaLive="polite">
              {data ? gotText(data) : error ? errorText(error).title : aheadText(today)}
            </View>
          </View>
          {done ? (
            <View className="today__done">{text.done}</View>
          ) : (
            <Button kind="secondary" small loading={state === 'running'} onTap={signIn}>
              {text.act}
            </Button>
          )}
        </View>
        <Week today={today} place={place} />
        {campaigns && <View className="today__campaigns">{text.campaigns(campaigns)}</View>}
      </View>
    </View>
  )
}

const gotText = ({ points, coupon }: CheckedInView): string =>
  coupon === undefined ? text.got(points) : text.gotCoupon(points, coupon)

/** The nearer of what is to come: more points, or the coupon of a long run. */
function aheadText({ toMore, rules, gift }: TodayView): string {
  if (gift?.coupon !== undefined && (gift.missing <= toMore || rules.streakPoints === 0))
    return text.toCoupon(gift.missing, gift.coupon)
  return rules.streakPoints > 0 ? text.toMore(toMore, rules.streakPoints) : ''
}

/** From Monday; the day that gives more is seen from afar. Marks are drawn by their class: an element each would be a page of them. */
function Week({ today, place }: { readonly today: TodayView; readonly place: number }): ReactNode {
  const { done, week, toMore, rules, gift } = today
  const more = gift?.missing === 1 ? (gift.points ?? 0) : 0
  const long = place + toMore - (done ? 0 : 1)
  const markOf = (n: number): string => {
    if (((week >> n) & 1) === 1) return 'day day--in'
    return n === place ? 'day day--now' : n === long ? 'day day--gift' : 'day'
  }
  return (
    <View className="today__week" onClick={openCalendar}>
      {text.weekdays.map((weekday, n) => (
        <View key={weekday} className={markOf(n)}>
          {n === place && !done && (
            <View className="day__points num">
              +{rules.dailyPoints + (long === n ? rules.streakPoints : 0) + more}
            </View>
          )}
          {n === place ? words.home.today : weekday}
        </View>
      ))}
    </View>
  )
}
