/** The members who belong to this assistant, by their last visit; searched by name or phone tail. */
import { Input, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useCallback, useRef, type ReactNode } from 'react'
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
import type { DrawnMembers } from './members-pages'
import { useOwnMembers, type OwnMembers } from './use-own-members'
import './index.scss'

/** Rows that the end of the list brings, and one touch of its button. */
const SCROLLED = 8
const TOUCHED = 3

export default function MembersPage(): ReactNode {
  const own = useOwnMembers()
  usePullDownRefresh(() => void own.query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => own.showMore(SCROLLED))
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
      <View
        className={own.typed === '' ? 'gone' : 'own-members__clear'}
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={text.clear}
        onClick={() => own.type('')}
      >
        <Icon name="x" size={20} />
      </View>
    </View>
  )
}

/** Each part keeps its place: what comes and goes in one does not send the others to the screen again. */
function Members({ own }: { readonly own: OwnMembers }): ReactNode {
  const { query, drawn, totals } = own
  const { error } = query
  if (query.state === 'loading' && !drawn) return <MembersSkeleton />
  const isEmpty = drawn?.isEmpty === true
  const isAll = drawn?.search === '' && !isEmpty
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
        {isEmpty ? <NoMembers searched={drawn.search !== ''} /> : null}
      </View>
      <View className={isAll && totals ? 'own-members__totals' : 'gone'}>
        {totals && text.totals(countText(totals.count), totals.completeness)}
      </View>
      <Rows drawn={drawn} />
      <View className="own-members__end">
        {drawn && !isEmpty ? <ListEnd own={own} drawn={drawn} /> : null}
      </View>
    </>
  )
}

function Rows({ drawn }: { readonly drawn: DrawnMembers | null }): ReactNode {
  const open = useCallback((member: OwnMemberView) => {
    takeOwnMember(member)
    openOwnMember()
  }, [])
  // Nobody in sight hides the panel: its rows stay as they were.
  const last = useRef<DrawnMembers | null>(null)
  const isNobody = !drawn || drawn.isEmpty
  if (!isNobody) last.current = drawn
  const rows = last.current
  return (
    <View className={isNobody ? 'gone' : 'own-members__rows'}>
      <View className="own-members__first">
        {rows?.first.map(({ member, hidden }) => (
          <MemberRow key={member.memberId} member={member} hidden={hidden} now={rows.now} onOpen={open} />
        ))}
      </View>
      <View>
        {rows?.rest.map((member) => (
          <MemberRow key={member.memberId} member={member} now={rows.now} onOpen={open} />
        ))}
      </View>
    </View>
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

interface ListEndProps {
  readonly own: OwnMembers
  readonly drawn: DrawnMembers
}

function ListEnd({ own: { fetching, showMore }, drawn }: ListEndProps): ReactNode {
  if (drawn.next === null && drawn.left === 0) return text.end
  if (fetching === 'running') return text.more
  return (
    <Button wide kind="text" onTap={() => showMore(TOUCHED)}>
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
