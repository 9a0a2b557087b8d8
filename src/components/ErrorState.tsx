/** Something failed: what happened, what can be done now, and a second way when there is one. */
import type { PropsWithChildren, ReactNode } from 'react'
import { words } from '../text/zh-cn'
import Button from './Button'
import Standstill from './Standstill'

interface ErrorStateProps {
  readonly title: string
  readonly advice: string
  readonly reference?: string
  readonly compact?: boolean
  readonly onRetry?: () => void
  readonly retrying?: boolean
}

export default function ErrorState(props: PropsWithChildren<ErrorStateProps>): ReactNode {
  const { onRetry, retrying, children, ...rest } = props
  return (
    <Standstill picture="lamp" {...rest}>
      {onRetry && (
        <Button onTap={onRetry} loading={retrying}>
          {words.shared.retry}
        </Button>
      )}
      {children}
    </Standstill>
  )
}
