/** A page of the assistant could not open: not a member of the store's staff, or something failed. */
import type { ReactNode } from 'react'
import Button from '../../components/Button'
import ErrorState from '../../components/ErrorState'
import type { Failure } from '../../client/answer'
import { errorReference, errorText } from './failure-words'
import { DESK_TEXT as text, SHARED_TEXT } from '../../text/zh-cn/assistant'
import { openMemberHome } from './routes'

interface AssistantFailureProps {
  readonly error: Failure
  readonly onRetry: () => void
}

export default function AssistantFailure({ error, onRetry }: AssistantFailureProps): ReactNode {
  return (
    <ErrorState
      {...errorText(error)}
      reference={errorReference(error)}
      onRetry={onRetry}
      retryWords={SHARED_TEXT.again}
    >
      {error.kind === 'refused' && error.code === 'role.required' ? (
        <Button kind="text" onTap={openMemberHome}>
          {text.noRoleOut}
        </Button>
      ) : null}
    </ErrorState>
  )
}
