/** The friends who came last, and the way to all. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import EmptyState from '../../../../components/EmptyState'
import Icon from '../../../../components/Icon'
import type { InviteView } from '../../../../contract/referral-views'
import { INVITE_TEXT as text } from '../../../../text/invite'
import FriendRow from '../FriendRow'

const openFriends = (): void => void Taro.navigateTo({ url: '/pages/member/invite/friends/index' })

export default function Friends({ invite }: { readonly invite: InviteView }): ReactNode {
  const { friends, figures, serverNow } = invite
  if (friends.length === 0) return <EmptyState compact title={text.noFriends} advice={text.noFriendsAdvice} />
  return (
    <View className="invite__panel invite__panel--list">
      {friends.map((friend, place) => (
        <FriendRow key={friend.key} friend={friend} now={serverNow} place={place} />
      ))}
      <View className="invite__all pressable" hoverClass="pressed" ariaRole="button" onClick={openFriends}>
        {text.all(figures.joined)}
        <Icon name="chevron-right" size={16} />
      </View>
    </View>
  )
}
