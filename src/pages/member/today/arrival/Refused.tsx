/** Why a check-in at a place was not done, or that nobody knows, and what can be done now. */
import type { ReactNode } from 'react'
import type { Failure } from '../../../../client/answer'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import { CHECK_IN_TEXT } from '../../../../text/check-in'
import { openHome, openJoinAndReturn, openMe } from '../../routes'

const text = CHECK_IN_TEXT.arrival

interface RefusedProps {
  readonly error: Failure
  readonly unknown: boolean
  readonly onRetry: () => void
  readonly onScan: () => void
}

/** Another code may do. */
const MAY_SCAN = [
  'checkin.code-old',
  'checkin.code-unknown',
  'checkin.place-closed',
  'checkin.own-store',
  'checkin.event-not-now',
]

export default function Refused({ error, unknown, onRetry, onScan }: RefusedProps): ReactNode {
  const said = errorText(error)
  if (error.kind !== 'refused')
    return (
      <ErrorState
        {...(unknown ? { title: text.unknownTitle, advice: text.unknownAdvice } : said)}
        reference={errorReference(error)}
        retryWords={unknown ? text.ask : undefined}
        onRetry={onRetry}
      />
    )
  const { code } = error
  if (code === 'member.not-joined')
    return (
      <EmptyState title={CHECK_IN_TEXT.joinTitle} advice={CHECK_IN_TEXT.joinAdvice}>
        <Button onTap={openJoinAndReturn}>{CHECK_IN_TEXT.join}</Button>
      </EmptyState>
    )
  if (code === 'card.frozen')
    return (
      <EmptyState title={said.title} advice={text.frozenAdvice}>
        <Button onTap={openMe}>{text.toMe}</Button>
      </EmptyState>
    )
  if (error.retry) return <ErrorState {...said} reference={errorReference(error)} onRetry={onRetry} />
  return (
    <EmptyState {...said}>
      {MAY_SCAN.includes(code) && <Button onTap={onScan}>{text.again}</Button>}
      <Button kind={MAY_SCAN.includes(code) ? 'text' : 'primary'} onTap={openHome}>
        {CHECK_IN_TEXT.toHome}
      </Button>
    </EmptyState>
  )
}
