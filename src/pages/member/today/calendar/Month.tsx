/** One month of sign-ins, and the way to those beside it: all of them are here already. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Icon from '../../../../components/Icon'
import type { CalendarView } from '../../../../contract/check-in'
import { businessDayOf } from '../../../../domain/time/business-day'
import { CHECK_IN_TEXT as text } from '../../../../text/check-in'
import { words } from '../../../../text/member'
import { monthBeside, monthDays, signedRuns, type MonthDay } from './month-days'
import './month.scss'

type MonthProps = Pick<CalendarView, 'months' | 'firstMonth' | 'serverNow'>

export default function Month({ months, firstMonth, serverNow }: MonthProps): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null)
  const month = chosen ?? businessDayOf(serverNow).slice(0, 7)
  const { lead, days, signed } = monthDays(month, months[month] ?? 0, serverNow)
  const [year = 0, number = 0] = month.split('-').map(Number)
  const turn = (by: 1 | -1, icon: 'chevron-left' | 'chevron-right', label: string): ReactNode => {
    const beside = monthBeside(month, by, firstMonth, serverNow)
    return (
      <View
        className={beside ? 'month__turn pressable' : 'month__turn month__turn--off'}
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={label}
        onClick={() => beside && setChosen(beside)}
      >
        <Icon name={icon} size={20} />
      </View>
    )
  }
  return (
    <View className="month">
      <View className="month__head">
        {turn(-1, 'chevron-left', text.before)}
        <View className="month__name num" ariaLive="polite">
          {[text.month(year, number), text.inMonth(signed)].join(words.shared.comma)}
        </View>
        {turn(1, 'chevron-right', text.after)}
      </View>
      <View className="month__week" ariaHidden>
        {text.week.map((day, n) => (
          <View key={n} className="month__weekday">
            {day}
          </View>
        ))}
      </View>
      {/* One label for all dates: one for each would be most of what turning a page sends. */}
      <View
        className={`month__days num month__days--${lead}`}
        ariaRole="text"
        ariaLabel={text.datesIn(signedRuns(days))}
      >
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </View>
    </View>
  )
}

/** Short and few, since turning a page sends them: a date that is to come is one after today. */
function classOf({ signed, today, gone }: MonthDay): string {
  const is = gone ? 'date--gone' : signed ? 'date--in' : 'date'
  return today ? `${is} date--now` : is
}

function Day({ day }: { readonly day: MonthDay }): ReactNode {
  return <View className={classOf(day)}>{day.date}</View>
}
