/** A registration that was sent and never answered, even if the app was closed since: asked again under its own id. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import type { InputOf } from '../../../client/doors'
import { undecidedInput } from '../../../client/intent-store'
import { useCommand } from '../../../client/use-command'
import { fen, type Fen } from '../../../domain/money/fen'
import { priceOfLines } from '../../../domain/purchases/keyed-lines'
import { yuanText } from '../../../domain/money/yuan-text'
import { DESK_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'

type Sent = InputOf<'assistant', 'register'>

const undecided = (): Sent | null => undecidedInput('assistant', 'register')

/** Looks again each time the desk shows; what was said about the last one is over by then. */
export default function PendingRegistration(): ReactNode {
  const [sent, setSent] = useState(undecided)
  useDidShow(() => setSent(undecided()))
  return sent && <Pending key={JSON.stringify(sent)} sent={sent} onLeave={() => setSent(null)} />
}

function Pending({ sent, onLeave }: { readonly sent: Sent; readonly onLeave: () => void }): ReactNode {
  const command = useCommand('assistant', 'register')
  if (command.state === 'failed') return <FailureNotice error={command.error} />
  if (command.state === 'done') {
    const { member, settlement } = command.data
    return <Notice tone="done" advice={text.unknownDone(member.name, yuanText(fen(settlement.payFen)))} />
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
      title={text.unknownTitle}
      advice={text.unknownAdvice(yuanText(priceOf(sent)), yuanText(fen(sent.shownPayFen)))}
    >
      <Button kind="text" loading={running} onTap={() => void command.run(sent)}>
        {SHARED_TEXT.again}
      </Button>
      <Button kind="text" disabled={running} onTap={() => void leave()}>
        {text.unknownLeave}
      </Button>
    </Notice>
  )
}

const priceOf = ({ lines }: Sent): Fen =>
  priceOfLines(lines.map((line) => ({ ...line, unitFen: fen(line.unitFen) })))

async function isSureToLeave(): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: text.unknownLeaveTitle,
    content: text.unknownLeaveAdvice,
    confirmText: text.unknownLeaveYes,
    cancelText: text.unknownLeaveNo,
  })
  return confirm
}
