/** A member whose screen is broken or offline: phone tail and birthday, as they are said. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { birthdaySaid, type Calendar } from '../../../domain/members/said'
import { SAID_TEXT as text } from '../../../text/zh-cn/counter'
import OpeningNotice from '../OpeningNotice'
import TypedField from '../TypedField'
import { useSaidOpening } from './use-said-opening'
import './code-sheet.scss'
import './said-sheet.scss'

interface SaidSheetProps {
  readonly open: boolean
  readonly onOpened: () => void
  readonly onClose: () => void
}

export default function SaidSheet({ open, onOpened, onClose }: SaidSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.title} onClose={onClose}>
      <SaidForm onOpened={onOpened} />
    </Sheet>
  )
}

const DIGITS = 4
const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, DIGITS)

/** Gone with the sheet, and with it what was said. */
function SaidForm({ onOpened }: Pick<SaidSheetProps, 'onOpened'>): ReactNode {
  const [tail, setTail] = useState('')
  const [date, setDate] = useState('')
  const [calendar, setCalendar] = useState<Calendar>('solar')
  const { opening, submit, dismiss } = useSaidOpening(onOpened)
  const birthday = birthdaySaid(date, calendar)
  const running = opening.kind === 'resolving'
  const change = (apply: () => void): void => {
    dismiss()
    apply()
  }
  return (
    <View className="code-sheet said-sheet">
      <View className="code-sheet__advice">{text.advice}</View>
      <TypedField
        label={text.tail}
        type="number"
        maxlength={DIGITS}
        focus
        value={tail}
        hint={text.tailHint(DIGITS - tail.length)}
        onType={(typed) => change(() => setTail(digitsOf(typed)))}
      />
      <Calendars chosen={calendar} onChoose={(chosen) => change(() => setCalendar(chosen))} />
      <TypedField
        className="said-sheet__date"
        label={text.birthday}
        type="number"
        maxlength={DIGITS}
        value={date}
        hint={dateHint(date, calendar)}
        onType={(typed) => change(() => setDate(digitsOf(typed)))}
      />
      <View>
        <OpeningNotice opening={opening} />
      </View>
      <Button
        wide
        disabled={tail.length < DIGITS || birthday === null}
        loading={running}
        onTap={() => birthday && submit({ phoneTail: tail, birthday })}
      >
        {running ? text.running : text.confirm}
      </Button>
    </View>
  )
}

function dateHint(date: string, calendar: Calendar): string {
  if (date.length < DIGITS) return text.birthdayHint
  const birthday = birthdaySaid(date, calendar)
  return birthday
    ? text.birthdayRead(text.calendars[calendar], birthday.month, birthday.day)
    : text.birthdayWrong
}

const CALENDARS = ['solar', 'lunar'] as const satisfies readonly Calendar[]

interface CalendarsProps {
  readonly chosen: Calendar
  readonly onChoose: (calendar: Calendar) => void
}

function Calendars({ chosen, onChoose }: CalendarsProps): ReactNode {
  return (
    <View className="said-sheet__calendars" ariaRole="radiogroup" ariaLabel={text.calendar}>
      {CALENDARS.map((calendar) => {
        const name = text.calendars[calendar]
        const isChosen = calendar === chosen
        return (
          <View
            key={calendar}
            className={isChosen ? 'said-sheet__chosen' : 'said-sheet__calendar'}
            ariaRole="radio"
            ariaLabel={isChosen ? text.chosen(name) : undefined}
            onClick={() => onChoose(calendar)}
          >
            {name}
          </View>
        )
      })}
    </View>
  )
}
