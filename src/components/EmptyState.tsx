/** Nothing here: why, and one way out. */
import type { PropsWithChildren, ReactNode } from 'react'
import Standstill from './Standstill'

interface EmptyStateProps {
  readonly title: string
  readonly advice: string
  readonly compact?: boolean
}

export default function EmptyState({ children, ...rest }: PropsWithChildren<EmptyStateProps>): ReactNode {
  return (
    <Standstill picture="sleeve" {...rest}>
      {children}
    </Standstill>
  )
}
