/** The book of an own member who is not there: to read. What is changed is changed during a visit. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import { useQuery } from '../../../client/use-query'
import { CARD_TEXT, OWN_TEXT as text } from '../../../text/zh-cn/clients'
import AssistantFailure from '../AssistantFailure'
import BookCard from '../BookCard'
import BookHead from '../BookHead'
import BookNotes from '../BookNotes'
import BookPurchases from '../BookPurchases'
import { ownMemberOnHand } from '../on-hand'
import PhoneLine from '../PhoneLine'
import { backToMembers } from '../routes'
import '../book.scss'

export default function OwnMemberPage(): ReactNode {
  const [member] = useState(ownMemberOnHand)
  return (
    <Screen>
      <NavBar title={text.pageTitle} />
      {member ? <OwnMember memberId={member.memberId} /> : <NoMember />}
    </Screen>
  )
}

/** After the app was closed and opened again on this page. */
function NoMember(): ReactNode {
  return (
    <EmptyState title={text.noMemberTitle} advice={text.noMemberAdvice}>
      <Button onTap={backToMembers}>{text.back}</Button>
    </EmptyState>
  )
}

function OwnMember({ memberId }: { readonly memberId: string }): ReactNode {
  const query = useQuery('assistant', 'own-member', { memberId })
  if (query.state === 'loading') return <OwnMemberSkeleton />
  if (!query.data)
    return query.error && <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />
  const { member, storeName, card, completeness, notes, purchases, serverNow } = query.data
  return (
    <View className="book fade-in">
      <BookHead member={member} now={serverNow} />
      {member.phoneTail === null ? null : <PhoneLine tail={member.phoneTail} of={{ memberId }} />}
      <View className="book__panel">
        <View className="book__title">{CARD_TEXT.title}</View>
        <BookCard card={card} completeness={completeness} now={serverNow} />
        <BookNotes notes={notes} now={serverNow} />
        <BookPurchases
          title={`${text.purchases}，${text.inStore(storeName)}`}
          none={text.noPurchases}
          purchases={purchases}
          now={serverNow}
        />
      </View>
      <View className="book__foot">{text.looked}</View>
    </View>
  )
}

function OwnMemberSkeleton(): ReactNode {
  return (
    <View className="book book--skeleton" ariaLabel={text.bookLoading}>
      <Skeleton height={72} radius={16} />
      <Skeleton width={160} height={44} />
      <Skeleton height={420} radius={16} />
    </View>
  )
}
