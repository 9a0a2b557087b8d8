/** Asks before a birthday changes its calendar: what it becomes, and that it stays so for a year. */
import { View } from '@tarojs/components'
import { useRef, useState, type ReactNode } from 'react'
import { call } from '../../../../client/call'
import { useCommand, type CommandView } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import Sheet from '../../../../components/Sheet'
import type { BirthdayFormView } from '../../../../contract/birthday-views'
import { BIRTHDAY_TEXT } from '../../../../text/birthday'
import MeNotice from '../../me/MeNotice'
import '../../me/me.scss'
import { dateWords, saidDay } from './birthday-words'

const text = BIRTHDAY_TEXT.calendar

interface ChangeCalendarProps {
  readonly to: BirthdayFormView
  readonly open: boolean
  readonly now: number
  readonly onClose: () => void
}

interface Change {
  readonly command: CommandView<unknown>
  readonly busy: boolean
  /** True once it is changed. */
  readonly run: () => Promise<boolean>
}

/** A profile is saved as a whole, so the rest of it is asked for first. */
function useChange({ birthday }: BirthdayFormView): Change {
  const command = useCommand('member', 'save-profile')
  const [asking, setAsking] = useState(false)
  const [unread, setUnread] = useState<CommandView<unknown> | null>(null)
  const run = async (): Promise<boolean> => {
    setAsking(true)
    const me = await call('member', 'me', {})
    setUnread(me.ok ? null : { state: 'failed', data: null, error: me.error })
    setAsking(false)
    if (!me.ok) return false
    const { card, salutation, tags } = me.data
    return (await command.run({ name: card.name, salutation, birthday, tags: [...tags] })).ok
  }
  // Once it is done the sheet leaves as it is: the page behind it is what changes.
  const busy = asking || command.state === 'running' || command.state === 'done'
  return { command: unread ?? command, busy, run }
}

export default function ChangeCalendar({ to, open, now, onClose }: ChangeCalendarProps): ReactNode {
  // It leaves with the words that it had: by then the page is kept by the other calendar.
  const asked = useRef(to)
  if (open) asked.current = to
  const { birthday, on } = asked.current
  const { calendar } = birthday
  const { command, busy, run } = useChange(asked.current)
  const confirm = async (): Promise<void> => {
    if (await run()) onClose()
  }
  const leave = (): void => {
    if (!busy) onClose()
  }
  const kept = text.kept(text[calendar], dateWords(birthday))
  return (
    <Sheet open={open} title={text.change(text[calendar])} busy={busy} onClose={onClose}>
      <View className="me-sheet">
        <View className="means">
          {text.means(kept, saidDay(on, now)).map((line) => (
            <View key={line} className="means__line num">
              {line}
            </View>
          ))}
        </View>
        <View>
          <MeNotice command={command} />
        </View>
        <Button wide loading={busy} onTap={() => void confirm()}>
          {busy ? text.changing : command.state === 'unknown' ? text.again : text.confirm(text[calendar])}
        </Button>
        <Button wide kind="secondary" onTap={leave}>
          {text.keep}
        </Button>
      </View>
    </Sheet>
  )
}
