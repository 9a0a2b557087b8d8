/** A refund or an undo that was sent and never answered, even if the app was closed since: asked again under its own id. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import type { InputOf } from '../../../client/doors'
import { undecidedInput } from '../../../client/intent-store'
import { useCommand } from '../../../client/use-command'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'

type Sent = InputOf<'assistant', 'refund'>

const undecided = (): Sent | null => undecidedInput('assistant', 'refund')

/** Looks when the desk shows: while a sheet of it is open, that sheet says how its own undo stands. */
export default function PendingRefund(): ReactNode {
  const [sent, setSent] = useState(undecided)
  useDidShow(() => setSent(undecided()))
  return sent && <Pending key={JSON.stringify(sent)} sent={sent} onLeave={() => setSent(null)} />
}

function Pending({ sent, onLeave }: { readonly sent: Sent; readonly onLeave: () => void }): ReactNode {
  const command = useCommand('assistant', 'refund')
  if (command.state === 'failed') return <FailureNotice error={command.error} />
  if (command.state === 'done') {
    const { memberName, refundFen } = command.data
    return <Notice tone="done" advice={text.refundUnknownDone(memberName, yuanText(fen(refundFen)))} />
  }
  const running = command.state === 'running'
  const leave = async (): Promise<void> => {
    if (!(await isSureToLeave())) return
    command.reset()
    onLeave()
  }
  return (
    <Notice
      tone="caution"
      title={text.refundUnknownTitle}
      advice={text.refundUnknownAdvice(yuanText(fen(sent.shownRefundFen)))}
    >
      <Button kind="text" loading={running} onTap={() => void command.run(sent)}>
        {SHARED_TEXT.again}
      </Button>
      <Button kind="text" disabled={running} onTap={() => void leave()}>
        {text.refundUnknownLeave}
      </Button>
    </Notice>
  )
}

async function isSureToLeave(): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: text.refundUnknownLeaveTitle,
    content: text.refundUnknownLeaveAdvice,
    confirmText: text.refundUnknownLeave,
    cancelText: text.unknownLeaveNo,
  })
  return confirm
}
