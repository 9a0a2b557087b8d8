/** The members who belong to this assistant, by their last visit; searched by name or phone tail. */
import { Input, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import Icon from '../../../components/Icon'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import type { OwnMemberView } from '../../../contract/client-book'
import { countText } from '../../../domain/money/yuan-text'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { OWN_TEXT as text } from '../../../text/zh-cn/clients'
import AssistantFailure from '../AssistantFailure'
import FailureNotice from '../FailureNotice'
import { takeOwnMember } from '../on-hand'
import { backToDesk, openOwnMember } from '../routes'
import MemberRow from './MemberRow'
import { useOwnMembers, type OwnMembers } from './use-own-members'
import './index.scss'

export default function MembersPage(): ReactNode {
  const own = useOwnMembers()
  usePullDownRefresh(() => void own.query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(own.fetchMore)
  const { query, search } = own
  const failed = query.state === 'error' && query.error
  return (
    <Screen busyLabel={query.state === 'loading' ? text.loading : undefined}>
      <NavBar title={text.title} />
      {failed && search === '' ? (
        <AssistantFailure error={failed} onRetry={() => void query.refresh()} />
      ) : (
        <View className="own-members">
          <SearchField own={own} />
          <Members own={own} />
        </View>
      )}
    </Screen>
  )
}

function SearchField({ own }: { readonly own: OwnMembers }): ReactNode {
  return (
    <View className="own-members__search">
      <Icon name="search" size={20} />
      <Input
        className="own-members__field"
        value={own.typed}
        maxlength={32}
        confirmType="search"
        placeholder={text.search}
        placeholderClass="own-members__placeholder"
        ariaLabel={text.search}
        onInput={(event) => own.type(event.detail.value)}
      />
      {own.typed === '' ? null : (
        <View
          className="own-members__clear"
          hoverClass="pressed"
          ariaRole="button"
          ariaLabel={text.clear}
          onClick={() => own.type('')}
        >
          <Icon name="x" size={20} />
        </View>
      )}
    </View>
  )
}

function Members({ own }: { readonly own: OwnMembers }): ReactNode {
  const { query, soFar, search } = own
  const { error } = query
  const open = useCallback((member: OwnMemberView) => {
    takeOwnMember(member)
    openOwnMember()
  }, [])
  if (query.state === 'loading') return <MembersSkeleton />
  return (
    <>
      <View>
        {error ? (
          <FailureNotice error={error}>
            <Button kind="text" onTap={() => void query.refresh()}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : null}
      </View>
      {query.data?.totals && query.data.totals.count > 0 ? (
        <View className="own-members__totals">
          {text.totals(countText(query.data.totals.count), query.data.totals.completeness)}
        </View>
      ) : null}
      {soFar && soFar.members.length > 0 ? (
        <View className="own-members__rows">
          {soFar.members.map((member) => (
            <MemberRow key={member.memberId} member={member} now={query.data?.serverNow ?? 0} onOpen={open} />
          ))}
        </View>
      ) : null}
      {soFar && soFar.members.length === 0 ? <NoMembers searched={search !== ''} /> : null}
      <View>
        <ListEnd own={own} />
      </View>
    </>
  )
}

function NoMembers({ searched }: { readonly searched: boolean }): ReactNode {
  if (searched) return <EmptyState compact title={text.noMatchTitle} advice={text.noMatchAdvice} />
  return (
    <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
      <Button onTap={backToDesk}>{SHARED_TEXT.backToDesk}</Button>
    </EmptyState>
  )
}

function ListEnd({ own }: { readonly own: OwnMembers }): ReactNode {
  const { soFar, fetching, fetchMore } = own
  if (!soFar || soFar.members.length === 0) return null
  if (soFar.next === null) return <View className="own-members__end">{text.end}</View>
  if (fetching === 'running') return <View className="own-members__end">{text.more}</View>
  return (
    <Button wide kind="text" onTap={fetchMore}>
      {fetching === 'failed' ? text.moreFailed : text.showMore}
    </Button>
  )
}

const ROWS = [0, 1, 2, 3] as const

function MembersSkeleton(): ReactNode {
  return (
    <View className="own-members__skeleton">
      {ROWS.map((row) => (
        <Skeleton key={row} height={76} radius={16} />
      ))}
    </View>
  )
}
