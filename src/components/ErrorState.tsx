/** Something failed: what happened, what can be done now, and a second way when there is one. */
import type { PropsWithChildren, ReactNode } from 'react'
import { words } from '../text/member'
import Button from './Button'
import Standstill from './Standstill'

interface ErrorStateProps {
  readonly title: string
  readonly advice: string
  readonly reference?: string
  readonly compact?: boolean
  readonly onRetry?: () => void
  readonly retrying?: boolean
  /** Where a page speaks another language than the phone. */
  readonly retryWords?: string
}

export default function ErrorState(props: PropsWithChildren<ErrorStateProps>): ReactNode {
  const { onRetry, retrying, retryWords = words.shared.retry, children, ...rest } = props
  return (
    <Standstill picture="lamp" {...rest}>
      {onRetry && (
        <Button onTap={onRetry} loading={retrying}>
          {retryWords}
        </Button>
      )}
      {children}
    </Standstill>
  )
}
