/** Nobody is served: the app was closed and opened again on a page of a visit. */
import type { ReactNode } from 'react'
import Button from '../../components/Button'
import EmptyState from '../../components/EmptyState'
import { REGISTER_TEXT as text, SHARED_TEXT } from '../../text/zh-cn/assistant'
import { backToDesk } from './routes'

export default function NoVisit(): ReactNode {
  return (
    <EmptyState title={text.noVisitTitle} advice={text.noVisitAdvice}>
      <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
    </EmptyState>
  )
}
