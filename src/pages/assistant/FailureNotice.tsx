/** A notice that says why something failed, with the reference for whoever is called for help. */
import type { ReactNode } from 'react'
import type { Failure } from '../../client/answer'
import { errorReference, errorText } from './failure-words'
import Notice from './Notice'

interface FailureNoticeProps {
  readonly error: Failure
  readonly children?: ReactNode
}

export default function FailureNotice({ error, children }: FailureNoticeProps): ReactNode {
  return (
    <Notice tone="failure" {...errorText(error)} reference={errorReference(error)}>
      {children}
    </Notice>
  )
}
