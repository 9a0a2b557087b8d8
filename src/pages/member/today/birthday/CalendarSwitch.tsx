/** By which calendar the birthday is kept, and the way to the other one. Which one it is changes when the server says so. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import type { BirthdayFormView, KeptBirthdayView } from '../../../../contract/birthday-views'
import { BIRTHDAY_TEXT } from '../../../../text/birthday'
import { openProfile } from '../../routes'
import { dateWords, onWords, saidDay } from './birthday-words'
import ChangeCalendar from './ChangeCalendar'

const text = BIRTHDAY_TEXT.calendar

interface SideProps {
  readonly calendar: 'solar' | 'lunar'
  readonly form: BirthdayFormView | null
  readonly on: boolean
  readonly locked: boolean
  readonly onTap: () => void
}

function Side({ calendar, form, on, locked, onTap }: SideProps): ReactNode {
  const date = form ? dateWords(form.birthday) : text.unknown
  const canChange = form !== null && !on && !locked
  return (
    <View
      className={`calendar__side ${on ? 'calendar__side--on' : ''} ${canChange ? 'pressable' : ''}`}
      hoverClass={canChange ? 'pressed' : 'none'}
      ariaRole="radio"
      ariaLabel={text.label(text[calendar], date, on ? text.on : canChange ? text.off : text.locked)}
      onClick={canChange ? onTap : undefined}
    >
      <View className="calendar__name">{text[calendar]}</View>
      <View className={form ? 'calendar__date num' : 'calendar__date calendar__date--unknown'}>{date}</View>
    </View>
  )
}

interface CalendarSwitchProps {
  readonly birthday: KeptBirthdayView
  readonly now: number
}

export default function CalendarSwitch({ birthday, now }: CalendarSwitchProps): ReactNode {
  const [asking, setAsking] = useState(false)
  const { calendar, solar, lunar, changeableFrom } = birthday
  const kept = calendar === 'solar' ? solar : lunar
  const other = calendar === 'solar' ? lunar : solar
  const side = (of: 'solar' | 'lunar'): ReactNode => (
    <Side
      calendar={of}
      form={of === 'solar' ? solar : lunar}
      on={calendar === of}
      locked={changeableFrom !== null}
      onTap={() => setAsking(true)}
    />
  )
  return (
    <View className="calendar">
      <View className="calendar__head">
        <View className="calendar__title">{text.title}</View>
        <View className="calendar__small num">
          {changeableFrom === null ? text.oncePerYear : text.from(saidDay(changeableFrom, now))}
        </View>
      </View>
      <View className="calendar__sides" ariaRole="radiogroup">
        {side('solar')}
        {side('lunar')}
      </View>
      <View className="calendar__on num">{kept ? onWords(kept, now) : ''}</View>
      {/* Places of their own: what comes and goes in them does not send the page to the screen again. */}
      <View>
        {other === null && (
          <View className="calendar__year">
            {text.noYear}
            {changeableFrom === null && (
              <Button kind="text" onTap={openProfile}>
                {text.tell}
              </Button>
            )}
          </View>
        )}
      </View>
      <View>
        {other && <ChangeCalendar to={other} open={asking} now={now} onClose={() => setAsking(false)} />}
      </View>
    </View>
  )
}
