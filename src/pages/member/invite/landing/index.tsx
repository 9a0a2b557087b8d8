/** Where a friend lands: who invites, what both get, and the way in. Accepted once, then joining binds. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText, textOfCode } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { InvitationView } from '../../../../contract/referral-views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import { INVITE_TEXT, LANDING_TEXT as text } from '../../../../text/invite'
import { words } from '../../../../text/member'
import { openHome, openInvite, openJoin } from '../../routes'
import { deviceMark } from '../device-mark'
import { codeOfOpening } from '../invitation-path'
import { friendGetsWords } from '../use-poster'
import './index.scss'

export default function InvitationPage(): ReactNode {
  const code = codeOfOpening(useRouter().params)
  const { data, error, refresh } = useQuery('member', 'invitation', { code }, { enabled: code !== '' })
  return (
    <Screen busyLabel={data || error || code === '' ? undefined : words.shared.loading}>
      <NavBar title={text.title} />
      {code === '' ? (
        <ErrorState {...textOfCode('invitation.unknown')}>
          <Button onTap={openHome}>{text.toHome}</Button>
        </ErrorState>
      ) : data ? (
        <Invitation invitation={data} code={code} />
      ) : error ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()}>
          <Button kind="text" onTap={openHome}>
            {text.toHome}
          </Button>
        </ErrorState>
      ) : (
        <View className="landing" ariaHidden>
          <Skeleton height={148} radius={20} />
          <View className="landing__gets">
            <Skeleton height={120} radius={16} />
          </View>
        </View>
      )}
    </Screen>
  )
}

function Invitation({
  invitation,
  code,
}: {
  readonly invitation: InvitationView
  readonly code: string
}): ReactNode {
  const { from, mallName, terms, state } = invitation
  return (
    <View className="landing fade-in">
      <View className="landing__cover">
        <View className="landing__from">
          {from === null ? text.fromNobody(mallName) : text.from(from, mallName)}
        </View>
        {INVITE_TEXT.poster.title(mallName).map((line) => (
          <View className="landing__line" key={line}>
            {line}
          </View>
        ))}
      </View>
      {(state === 'open' || state === 'yours') && (
        <View className="landing__gets">
          <View className="landing__get">
            <View className="landing__label">{text.youGet}</View>
            <View className="landing__what num">{friendGetsWords(terms)}</View>
          </View>
          <View className="landing__get">
            <View className="landing__label">{text.theyGet}</View>
            <View className="landing__what num">{INVITE_TEXT.poster.points(countText(terms.points))}</View>
          </View>
        </View>
      )}
      {state === 'open' ? (
        <Accept invitation={invitation} code={code} />
      ) : (
        <Settled invitation={invitation} />
      )}
    </View>
  )
}

function Accept({
  invitation: { terms },
  code,
}: {
  readonly invitation: InvitationView
  readonly code: string
}): ReactNode {
  const accept = useCommand('member', 'accept-invitation')
  const refused = accept.state === 'failed' ? errorText(accept.error) : null
  const go = (): void =>
    void accept.run({ code, device: deviceMark() }).then((answer) => answer.ok && openJoin())
  return (
    <View className="landing__ways">
      <Button wide loading={accept.state === 'running'} onTap={go}>
        {text.accept}
      </Button>
      <View className="landing__small num">{text.rule(shortYuanText(fen(terms.leastFirstPurchaseFen)))}</View>
      <View ariaLive="polite">
        {accept.state === 'unknown' && <View className="landing__refused">{text.unknown}</View>}
        {refused && (
          <View className="landing__refused">{[refused.title, refused.advice].join(words.shared.comma)}</View>
        )}
      </View>
      {refused && (
        <Button wide kind="text" onTap={openJoin}>
          {text.joinAnyway}
        </Button>
      )}
    </View>
  )
}

function Settled({ invitation: { state, why } }: { readonly invitation: InvitationView }): ReactNode {
  if (state === 'open') return <View />
  if (state === 'yours')
    return (
      <EmptyState compact title={text.yours} advice={text.yoursAdvice}>
        <Button onTap={openJoin}>{text.go}</Button>
      </EmptyState>
    )
  if (state === 'own' || state === 'member')
    return (
      <EmptyState compact title={text[state]} advice={state === 'own' ? text.ownAdvice : text.memberAdvice}>
        <Button onTap={openInvite}>{text.toInvite}</Button>
        <Button kind="text" onTap={openHome}>
          {text.toHome}
        </Button>
      </EmptyState>
    )
  const advice = {
    other: text.otherAdvice,
    over: text.overAdvice,
    refused: text.refusedAdvice(why ? INVITE_TEXT.why[why] : text.over),
  }
  return (
    <EmptyState compact title={text[state]} advice={advice[state]}>
      <Button onTap={openJoin}>{text.joinAnyway}</Button>
    </EmptyState>
  )
}
