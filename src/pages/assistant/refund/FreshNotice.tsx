/** Whether what the page shows is as it was when somebody pressed: a colleague may have refunded meanwhile. */
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import type { Failure } from '../../../client/answer'
import { errorReference } from '../failure-words'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { FRESH_TEXT as text } from '../../../text/zh-cn/counter'
import Notice from '../Notice'
import type { RefundCommand } from './ConfirmRefund'

const OUTDATED: ReadonlySet<string> = new Set([
  'refund.more-than-left',
  'refund.line-unknown',
  'refund.outdated',
  'purchase.total-changed',
])

/** Refused because the purchase is no longer what was shown. */
export const isOutdated = (error: Failure | null): boolean =>
  error?.kind === 'refused' && OUTDATED.has(error.code)

interface FreshNoticeProps {
  readonly command: RefundCommand
  readonly error: Failure | null
  readonly onRefresh: () => void
}

export default function FreshNotice({ command, error, onRefresh }: FreshNoticeProps): ReactNode {
  if (error)
    return (
      <Notice tone="caution" advice={text.notRefreshed} reference={errorReference(error)}>
        <Button kind="text" onTap={onRefresh}>
          {SHARED_TEXT.again}
        </Button>
      </Notice>
    )
  return isOutdated(command.error) ? (
    <Notice tone="caution" title={text.outdatedTitle} advice={text.outdatedAdvice} />
  ) : null
}
