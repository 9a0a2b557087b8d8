/** Who carries a thing, and under which number. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { useCommand } from '../../../client/use-command'
import type { ToSendView } from '../../../contract/reward-views'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { CARRIERS, TO_SEND_TEXT as text } from '../../../text/zh-cn/redeeming'
import CommandNotice from '../CommandNotice'
import TypedField from '../TypedField'
import './send-sheet.scss'

interface SendSheetProps {
  readonly open: boolean
  readonly thing: ToSendView
  readonly onSent: () => void
  readonly onClose: () => void
}

export default function SendSheet({ open, thing, onSent, onClose }: SendSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.sheetTitle(thing.rewardName)} onClose={onClose}>
      <SendForm thing={thing} onSent={onSent} />
    </Sheet>
  )
}

/** As the door takes it. */
const TRACKING = /^[A-Za-z0-9-]{6,32}$/

/** Gone with the sheet, and with it what was typed. */
function SendForm({ thing, onSent }: Pick<SendSheetProps, 'thing' | 'onSent'>): ReactNode {
  const command = useCommand('assistant', 'send-out')
  const [carrier, setCarrier] = useState<string>(CARRIERS[0])
  const [typed, setTyped] = useState('')
  const tracking = typed.normalize('NFKC').replace(/\s/g, '')
  const running = command.state === 'running'
  // What was sent and not answered stays as it was: asking again asks for the same.
  const change = (apply: () => void): void => {
    if (running || command.state === 'unknown') return
    if (command.state === 'failed') command.reset()
    apply()
  }
  const send = async (): Promise<void> => {
    const answer = await command.run({ exchangeId: thing.exchangeId, carrier, tracking })
    if (answer.ok) onSent()
  }
  return (
    <View className="send-sheet">
      <View className="send-sheet__carriers" ariaRole="radiogroup" ariaLabel={text.carrier}>
        {CARRIERS.map((name) => (
          <View
            key={name}
            className={
              name === carrier ? 'send-sheet__carrier send-sheet__carrier--on' : 'send-sheet__carrier'
            }
            ariaRole="radio"
            onClick={() => change(() => setCarrier(name))}
          >
            {name}
          </View>
        ))}
      </View>
      <TypedField
        label={text.tracking}
        type="text"
        maxlength={40}
        value={typed}
        hint={text.trackingHint}
        onType={(next) => change(() => setTyped(next))}
      />
      <View>
        <CommandNotice command={command} unknownAdvice={text.unknown} />
      </View>
      <Button wide disabled={!TRACKING.test(tracking)} loading={running} onTap={() => void send()}>
        {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
      </Button>
    </View>
  )
}
