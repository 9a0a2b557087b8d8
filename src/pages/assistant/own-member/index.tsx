/** The book of an own member who is not there: to read. What is changed is changed during a visit. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import MemberAvatar from '../../../components/MemberAvatar'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Sheet from '../../../components/Sheet'
import Skeleton from '../../../components/Skeleton'
import TierBadge from '../../../components/TierBadge'
import { useQuery } from '../../../client/use-query'
import type { OwnMemberBookView } from '../../../contract/client-book'
import { countText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT } from '../../../text/zh-cn/assistant'
import { CARD_TEXT, OWN_TEXT as text, PHONE_TEXT } from '../../../text/zh-cn/clients'
import { STAGE_TEXT } from '../../../text/zh-cn/counter'
import AssistantFailure from '../AssistantFailure'
import BookCard from '../BookCard'
import BookNotes from '../BookNotes'
import { visitDayText } from '../figures'
import { ownMemberOnHand } from '../on-hand'
import PhoneForm from '../PhoneForm'
import { BookPurchase } from '../register/BookRow'
import { backToMembers } from '../routes'
import './index.scss'

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
  const [asking, setAsking] = useState(false)
  if (query.state === 'loading') return <OwnMemberSkeleton />
  if (!query.data)
    return query.error && <AssistantFailure error={query.error} onRetry={() => void query.refresh()} />
  const { member, storeName, card, completeness, notes, purchases, serverNow } = query.data
  return (
    <View className="own-member fade-in">
      <Head member={member} now={serverNow} />
      {member.phoneTail === null ? null : (
        <View className="own-member__phone">
          <View>{PHONE_TEXT.tail(member.phoneTail)}</View>
          <Button kind="text" onTap={() => setAsking(true)}>
            {PHONE_TEXT.open}
          </Button>
        </View>
      )}
      <View className="own-member__panel">
        <View className="own-member__title">{CARD_TEXT.title}</View>
        <BookCard card={card} completeness={completeness} now={serverNow} />
        <BookNotes notes={notes} now={serverNow} />
        <View className="own-member__title">{`${text.purchases}，${text.inStore(storeName)}`}</View>
        {purchases.length === 0 ? <View className="own-member__none">{text.noPurchases}</View> : null}
        {purchases.map((purchase) => (
          <BookPurchase key={purchase.purchaseId} purchase={purchase} now={serverNow} />
        ))}
      </View>
      <View className="own-member__looked">{text.looked}</View>
      <View>
        <Sheet open={asking} title={PHONE_TEXT.title} onClose={() => setAsking(false)}>
          <PhoneForm of={{ memberId }} />
        </Sheet>
      </View>
    </View>
  )
}

function Head(props: { readonly member: OwnMemberBookView['member']; readonly now: number }): ReactNode {
  const { name, material, tierName, lastVisitDay, visitCount, stage } = props.member
  return (
    <View className="own-member__head">
      <MemberAvatar name={name} material={material} />
      <View className="own-member__words">
        <View className="own-member__line">
          <View className="own-member__name">{name}</View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="own-member__facts">
          {lastVisitDay === null
            ? text.never
            : REGISTER_TEXT.lastVisit(visitDayText(lastVisitDay, props.now), countText(visitCount))}
        </View>
        {stage === 'potential' ? null : <View className="own-member__facts">{STAGE_TEXT[stage]}</View>}
      </View>
    </View>
  )
}

function OwnMemberSkeleton(): ReactNode {
  return (
    <View className="own-member own-member--skeleton" ariaLabel={text.bookLoading}>
      <Skeleton height={72} radius={16} />
      <Skeleton width={160} height={44} />
      <Skeleton height={420} radius={16} />
    </View>
  )
}
