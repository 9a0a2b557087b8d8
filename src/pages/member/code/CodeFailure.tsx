/** No code to show: why, and the two ways on. */
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { Failure } from '../../../client/answer'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import ErrorState from '../../../components/ErrorState'
import { words } from '../../../text/member'
import { ME_TEXT } from '../../../text/me'
import { openMe } from '../routes'
import { rememberedBirthday, rememberedTail } from './phone-tail'
import OtherWays from './OtherWays'

interface CodeFailureProps {
  readonly failure: Failure
  readonly retrying: boolean
  readonly onRetry: () => void
}

const openJoin = (): void => void Taro.redirectTo({ url: '/pages/member/join/index' })

export default function CodeFailure({ failure, retrying, onRetry }: CodeFailureProps): ReactNode {
  const [telling, setTelling] = useState(false)
  const tail = rememberedTail()
  if (failure.kind === 'refused' && failure.code === 'member.not-joined')
    return (
      <ErrorState {...errorText(failure)}>
        <Button onTap={openJoin}>{words.code.joinFirst}</Button>
      </ErrorState>
    )
  if (failure.kind === 'refused' && failure.code === 'card.frozen')
    return (
      <ErrorState title={ME_TEXT.frozenTitle} advice={ME_TEXT.frozenOnCode}>
        <Button onTap={openMe}>{ME_TEXT.toMe}</Button>
      </ErrorState>
    )
  const advice =
    failure.kind === 'unanswered' ? words.code.failedAdvice[failure.because] : errorText(failure).advice
  return (
    <>
      <ErrorState
        title={words.code.failedTitle}
        advice={advice}
        reference={errorReference(failure)}
        onRetry={onRetry}
        retrying={retrying}
      >
        <Button kind="text" onTap={() => setTelling(true)}>
          {words.code.otherWays}
        </Button>
      </ErrorState>
      <OtherWays
        open={telling}
        tail={tail}
        hasBirthday={rememberedBirthday() || null}
        onClose={() => setTelling(false)}
      />
    </>
  )
}
