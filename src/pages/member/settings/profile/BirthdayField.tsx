/** The birthday by either calendar. Set lately it is shown and says from when it may change. */
import { Picker, View } from '@tarojs/components'
import { useMemo, useState, type ReactNode } from 'react'
import { dayText } from '../../../../components/day-words'
import type { MeView } from '../../../../contract/member'
import type { Birthday } from '../../../../domain/members/birthday'
import { businessDay, businessDayOf, yearOf } from '../../../../domain/time/business-day'
import { ME_TEXT } from '../../../../text/me'
import { SETTINGS_TEXT } from '../../../../text/settings'
import { birthdayAt, birthdayColumns, birthdayText, placesOf } from '../../me/birthday-words'
import Chip from './Chip'

const text = SETTINGS_TEXT.form

interface BirthdayFieldProps {
  readonly me: MeView
  readonly birthday: Birthday | null
  readonly onChange: (birthday: Birthday | null) => void
}

interface CalendarsProps {
  readonly calendar: Birthday['calendar']
  readonly leapMonth: boolean
  readonly onChoose: (calendar: Birthday['calendar'], leapMonth: boolean) => void
}

function Calendars({ calendar, leapMonth, onChoose }: CalendarsProps): ReactNode {
  const lunar = calendar === 'lunar'
  return (
    <View className="chips">
      <Chip words={ME_TEXT.solar} chosen={!lunar} onTap={() => onChoose('solar', false)} />
      <Chip words={ME_TEXT.lunar} chosen={lunar} onTap={() => onChoose('lunar', leapMonth)} />
      {lunar && (
        <Chip words={text.leapMonth} chosen={leapMonth} onTap={() => onChoose('lunar', !leapMonth)} />
      )}
    </View>
  )
}

export default function BirthdayField({ me, birthday, onChange }: BirthdayFieldProps): ReactNode {
  const [calendar, setCalendar] = useState(birthday?.calendar ?? 'solar')
  const [leapMonth, setLeapMonth] = useState(birthday?.leapMonth ?? false)
  const today = businessDayOf(me.serverNow)
  const from = me.birthdayChangeableFrom
  // Kept, since a picker's columns are sent to the screen whenever they are others.
  const columns = useMemo(() => birthdayColumns(calendar, yearOf(today)), [calendar, today])
  const places = useMemo(() => placesOf(birthday), [birthday])
  const choose = (next: Birthday['calendar'], leap: boolean): void => {
    setCalendar(next)
    setLeapMonth(leap)
    // The day stands for another one in the other calendar: it is picked anew.
    if (birthday) onChange(next === birthday.calendar ? { ...birthday, leapMonth: leap } : null)
  }
  return (
    <View className="me__panel me__panel--form">
      <View className="field__label">{text.birthday}</View>
      {from ? (
        <>
          <View className="field__said num">{birthday ? birthdayText(birthday) : ME_TEXT.profileNone}</View>
          <View className="field__advice num">{text.birthdayLocked(dayText(businessDay(from), today))}</View>
        </>
      ) : (
        <>
          <Calendars calendar={calendar} leapMonth={leapMonth} onChoose={choose} />
          <Picker
            mode="multiSelector"
            range={columns}
            value={places}
            onChange={(event) => onChange(birthdayAt(calendar, leapMonth, event.detail.value))}
          >
            <View
              className={
                birthday ? 'field__input field__pick num' : 'field__input field__pick field__placeholder'
              }
              ariaRole="button"
            >
              {birthday ? birthdayText(birthday) : text.birthdayChoose}
            </View>
          </Picker>
          <View className="field__advice">{text.birthdayAdvice}</View>
        </>
      )}
      <View>
        {birthday && (
          <View
            className="field__clear pressable"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => onChange(null)}
          >
            {text.birthdayClear}
          </View>
        )}
      </View>
    </View>
  )
}
