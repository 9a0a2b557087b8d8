/** Why a command did not go through, or that nobody knows whether it did. */
import type { ReactNode } from 'react'
import { errorReference } from './failure-words'
import type { CommandView } from '../../client/use-command'
import { SHARED_TEXT as text } from '../../text/zh-cn/assistant'
import FailureNotice from './FailureNotice'
import Notice from './Notice'

interface CommandNoticeProps {
  readonly command: CommandView<unknown>
  readonly unknownAdvice: string
}

export default function CommandNotice({ command, unknownAdvice }: CommandNoticeProps): ReactNode {
  switch (command.state) {
    case 'idle':
    case 'running':
    case 'done':
      return null
    case 'failed':
      return <FailureNotice error={command.error} />
    case 'unknown':
      return (
        <Notice
          tone="caution"
          title={text.unknownTitle}
          advice={unknownAdvice}
          reference={errorReference(command.error)}
        />
      )
  }
}
