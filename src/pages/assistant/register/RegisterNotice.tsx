/** What stands between the settlement and the keypad when a registration did not simply succeed. */
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import { errorReference } from '../failure-words'
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'
import type { Registration } from './use-register'

interface RegisterNoticeProps extends Pick<Registration, 'phase' | 'settlement'> {
  readonly onScanAgain: () => void
}

export default function RegisterNotice({ phase, settlement, onScanAgain }: RegisterNoticeProps): ReactNode {
  switch (phase.kind) {
    case 'keying':
    case 'submitting':
    case 'done':
      return null
    case 'changed':
      return (
        <Notice
          tone="caution"
          advice={text.changed(yuanText(fen(phase.shownBeforeFen)), yuanText(fen(settlement.payFen)))}
        />
      )
    case 'unknown':
      return (
        <Notice
          tone="caution"
          title={SHARED_TEXT.unknownTitle}
          advice={phase.error.kind === 'refused' ? text.unknownFault : text.unknownAdvice}
          reference={errorReference(phase.error)}
        />
      )
    case 'refused':
      return <FailureNotice error={phase.error} />
    case 'visit-over':
      return (
        <FailureNotice error={phase.error}>
          <Button kind="text" icon="scan-line" onTap={onScanAgain}>
            {text.scanAgain}
          </Button>
        </FailureNotice>
      )
  }
}
