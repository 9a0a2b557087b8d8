/** Signing in from the card page: days in a row, this week, one touch. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorText } from '../../../client/error-text'
import { useCommand } from '../../../client/use-command'
import Button from '../../../components/Button'
import { dayText } from '../../../components/day-words'
import Icon from '../../../components/Icon'
import type { TodayView } from '../../../contract/check-in'
import { businessDayOf, weekdayOf } from '../../../domain/time/business-day'
import { words } from '../../../text/member'
import { openCalendar } from '../routes'
import SectionHead from './SectionHead'
import './today.scss'

const text = words.home.signIn

interface TodayProps {
  readonly today: TodayView
  readonly now: number
}

export default function Today({ today, now }: TodayProps): ReactNode {
  const { run, state, data, error } = useCommand('member', 'sign-in')
  const { done, streak, toMore, rules } = today
  const ahead = rules.streakPoints > 0 ? text.toMore(toMore, rules.streakPoints) : ''
  const day = businessDayOf(now)
  const place = (weekdayOf(day) + 6) % 7
  return (
    <View className="home__section">
      <SectionHead
        title={words.home.today}
        way={`${dayText(day, day)} ${text.weekdays[place] ?? ''}`}
        onTap={openCalendar}
      />
      <View className="today">
        <View className="today__head">
          <View className="today__words">
            <View className="today__streak num">{streak > 0 ? text.streak(streak) : text.none}</View>
            <View className="today__small num" ariaLive="polite">
              {data ? text.got(data.points) : error ? errorText(error).title : ahead}
            </View>
          </View>
          {done ? (
            <View className="today__done">{text.done}</View>
          ) : (
            <Button kind="secondary" small loading={state === 'running'} onTap={() => void run({})}>
              {text.act}
            </Button>
          )}
        </View>
        <Week today={today} place={place} />
      </View>
    </View>
  )
}

/** From Monday; the day that gives more is seen from afar. */
function Week({ today, place }: { readonly today: TodayView; readonly place: number }): ReactNode {
  const { done, week, toMore, rules } = today
  const long = place + toMore - (done ? 0 : 1)
  return (
    <View className="today__week" onClick={openCalendar}>
      {text.weekdays.map((weekday, n) => {
        const signed = ((week >> n) & 1) === 1
        const points = n < place ? '' : `+${rules.dailyPoints + (n === long ? rules.streakPoints : 0)}`
        return (
          <View key={weekday} className={`day ${signed ? 'day--in' : n === place ? 'day--now' : ''}`}>
            <View className="day__mark num">
              {signed ? (
                <Icon name="check" size={16} />
              ) : n === long && n > place ? (
                <Icon name="gift" size={16} />
              ) : (
                points
              )}
            </View>
            {n === place ? words.home.today : weekday}
          </View>
        )
      })}
    </View>
  )
}
