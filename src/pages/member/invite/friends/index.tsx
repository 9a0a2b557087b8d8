/** All friends who joined by an own invitation, newest first, more on request. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { FriendsView, FriendView } from '../../../../contract/referral-views'
import { INVITE_TEXT as text } from '../../../../text/invite'
import { words } from '../../../../text/member'
import { useList } from '../../use-list'
import FriendRow from '../FriendRow'
import './index.scss'

const SHAPE = {
  itemsOf: ({ friends }: FriendsView): readonly FriendView[] => friends,
  idOf: ({ key }: FriendView): string => key,
  opening: 20,
  first: 20,
}
const MORE = 8
const ALL = {}

export default function FriendsPage(): ReactNode {
  const { query, listed, shown, atEnd, fetching, showMore } = useList('member', 'friends', ALL, SHAPE)
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  const { error } = query
  return (
    <Screen busyLabel={listed || error ? undefined : words.shared.loading}>
      <NavBar title={text.allTitle} />
      {listed ? (
        <View className="friends fade-in">
          {listed.items.length === 0 ? (
            <EmptyState title={text.noFriends} advice={text.noFriendsAdvice} />
          ) : (
            <View className="friends__panel">
              {listed.items.slice(0, shown).map((friend, place) => (
                <FriendRow key={friend.key} friend={friend} now={listed.page.serverNow} place={place} />
              ))}
            </View>
          )}
          {!atEnd && (
            <Button wide kind="text" loading={fetching === 'running'} onTap={() => showMore(MORE)}>
              {text.more}
            </Button>
          )}
        </View>
      ) : error ? (
        <ErrorState
          {...errorText(error)}
          reference={errorReference(error)}
          onRetry={() => void query.refresh()}
        />
      ) : (
        <View className="friends" ariaHidden>
          <Skeleton height={340} radius={16} />
        </View>
      )}
    </Screen>
  )
}
