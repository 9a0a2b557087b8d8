/** A command that was sent and never answered, even if the app was closed since: asked again under its own id. */
import Taro, { useDidShow } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import type { CommandName, InputOf, OutputOf } from '../../../client/doors'
import { undecidedInput } from '../../../client/intent-store'
import { useCommand } from '../../../client/use-command'
import { DESK_TEXT, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'

type Action = CommandName<'assistant'>

/** What the desk says before it is given up. */
interface WordsOfLeaving {
  readonly leave: string
  readonly leaveTitle: string
  readonly leaveAdvice: string
}

/** What the desk says of it: while nothing is known, when it turns out done, and before it is given up. */
export interface PendingWords<A extends Action> extends WordsOfLeaving {
  readonly title: string
  readonly advice: (sent: InputOf<'assistant', A>) => string
  readonly done: (answer: OutputOf<'assistant', A>) => string
}

interface PendingCommandProps<A extends Action> {
  readonly action: A
  readonly words: PendingWords<A>
}

/** Looks again each time the desk shows: while a sheet of it is open, that sheet says how its own command stands. */
export default function PendingCommand<A extends Action>({
  action,
  words,
}: PendingCommandProps<A>): ReactNode {
  const [sent, setSent] = useState(() => undecidedInput('assistant', action))
  useDidShow(() => setSent(undecidedInput('assistant', action)))
  return (
    sent && (
      <Pending
        key={JSON.stringify(sent)}
        action={action}
        words={words}
        sent={sent}
        onLeave={() => setSent(null)}
      />
    )
  )
}

interface PendingProps<A extends Action> extends PendingCommandProps<A> {
  readonly sent: InputOf<'assistant', A>
  readonly onLeave: () => void
}

function Pending<A extends Action>({ action, words, sent, onLeave }: PendingProps<A>): ReactNode {
  const command = useCommand('assistant', action)
  if (command.state === 'failed') return <FailureNotice error={command.error} />
  if (command.state === 'done') return <Notice tone="done" advice={words.done(command.data)} />

  const running = command.state === 'running'
  const leave = async (): Promise<void> => {
    if (!(await isSureToLeave(words))) return
    command.reset()
    onLeave()
  }
  return (
    <Notice tone="caution" title={words.title} advice={words.advice(sent)}>
      <Button kind="text" loading={running} onTap={() => void command.run(sent)}>
        {SHARED_TEXT.again}
      </Button>
      <Button kind="text" disabled={running} onTap={() => void leave()}>
        {words.leave}
      </Button>
    </Notice>
  )
}

async function isSureToLeave({ leave, leaveTitle, leaveAdvice }: WordsOfLeaving): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: leaveTitle,
    content: leaveAdvice,
    confirmText: leave,
    cancelText: DESK_TEXT.unknownKeep,
  })
  return confirm
}
