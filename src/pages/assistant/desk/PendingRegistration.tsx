/** A registration that was sent and never answered, even if the app was closed since: asked again under its own id. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import { undecidedInput } from '../../../client/intent-store'
import { useCommand } from '../../../client/use-command'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn-assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'

const undecided = () => undecidedInput('assistant', 'register')

export default function PendingRegistration(): ReactNode {
  const [pending, setPending] = useState(undecided)
  const command = useCommand('assistant', 'register')
  useDidShow(() => {
    if (command.state !== 'running') setPending(undecided)
  })

  if (command.state === 'done')
    return (
      <Notice
        tone="done"
        advice={text.unknownDone(command.data.member.name, yuanText(fen(command.data.settlement.payFen)))}
      />
    )
  if (command.state === 'failed') return <FailureNotice error={command.error} />
  if (!pending) return null

  const leave = async (): Promise<void> => {
    const { confirm } = await Taro.showModal({
      title: text.unknownLeaveTitle,
      content: text.unknownLeaveAdvice,
      confirmText: text.unknownLeaveYes,
      cancelText: text.unknownLeaveNo,
    })
    if (!confirm) return
    command.reset()
    setPending(null)
  }
  return (
    <Notice
      tone="caution"
      title={text.unknownTitle}
      advice={text.unknownAdvice(yuanText(fen(pending.priceFen)), yuanText(fen(pending.shownPayFen)))}
    >
      <Button kind="text" loading={command.state === 'running'} onTap={() => void command.run(pending)}>
        {SHARED_TEXT.again}
      </Button>
      <Button kind="text" disabled={command.state === 'running'} onTap={() => void leave()}>
        {text.unknownLeave}
      </Button>
    </Notice>
  )
}
