/** The own invitations: the poster and the card to send, how far friends have come, the board of the season. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { InviteView } from '../../../../contract/referral-views'
import { fen } from '../../../../domain/money/fen'
import { shortYuanText } from '../../../../domain/money/yuan-text'
import { INVITE_TEXT as text } from '../../../../text/invite'
import { words } from '../../../../text/member'
import { deviceMark } from '../device-mark'
import { invitationPath } from '../invitation-path'
import Board from './Board'
import Friends from './Friends'
import PosterCard from './PosterCard'
import Progress from './Progress'
import './index.scss'

function InviteSkeleton(): ReactNode {
  return (
    <View className="invite" ariaHidden>
      <View className="invite__poster-place">
        <Skeleton height={372} radius={20} />
      </View>
      <View className="invite__pieces">
        <Skeleton height={48} radius={24} />
      </View>
      <View className="invite__title">
        <Skeleton width={96} height={20} />
      </View>
      <View className="invite__pieces">
        <Skeleton height={194} radius={16} />
      </View>
    </View>
  )
}

export default function InvitePage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'invite', {})
  const start = useCommand('member', 'start-inviting')
  const needsCode = data !== null && data.code === null
  useEffect(() => {
    if (needsCode) void start.run({ device: deviceMark() })
  }, [needsCode])
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useShareAppMessage(() => ({
    title: text.shareTitle(data?.mallName ?? ''),
    path: data?.code ? invitationPath(data.code) : '/pages/member/home/index',
  }))
  const notStarted = start.state === 'failed' || start.state === 'unknown' ? start.error : null
  const fault = notStarted ?? (state === 'error' ? error : null)
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {data && !notStarted ? (
        <Invite invite={data} stale={error !== null} />
      ) : fault ? (
        <ErrorState
          {...errorText(fault)}
          reference={errorReference(fault)}
          onRetry={() => void (notStarted ? start.run({ device: deviceMark() }) : refresh())}
        />
      ) : (
        <InviteSkeleton />
      )}
    </Screen>
  )
}

function Invite({ invite, stale }: { readonly invite: InviteView; readonly stale: boolean }): ReactNode {
  const { terms } = invite
  return (
    <View className="invite fade-in">
      {stale && <View className="invite__stale">{text.stale}</View>}
      <PosterCard invite={invite} />
      <View className="invite__rule num">{text.rule(shortYuanText(fen(terms.leastFirstPurchaseFen)))}</View>
      <Progress invite={invite} />
      <Friends invite={invite} />
      <Board board={invite.board} />
    </View>
  )
}
