/** What the store knows of the member who stands there. The register waits below, with what is keyed in. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import Skeleton from '../../../components/Skeleton'
import { serverClockNow } from '../../../client/phone-clock'
import { useQuery } from '../../../client/use-query'
import type { ClientBookView, VisitView } from '../../../contract/assistant'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { CARD_TEXT } from '../../../text/zh-cn/clients'
import { BOOK_TEXT as text } from '../../../text/zh-cn/counter'
import AssistantFailure from '../AssistantFailure'
import BookCard from '../BookCard'
import BookHead from '../BookHead'
import BookNotes from '../BookNotes'
import BookPurchases from '../BookPurchases'
import { BookPurchase, BookRefund } from '../BookRow'
import FailureNotice from '../FailureNotice'
import NoVisit from '../NoVisit'
import { takeCard, visitOnHand } from '../on-hand'
import PhoneLine from '../PhoneLine'
import { openClientCard } from '../routes'
import '../book.scss'

export default function ClientBookPage(): ReactNode {
  const [visit] = useState(visitOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {visit ? <ClientBook visit={visit} /> : <NoVisit />}
    </Screen>
  )
}

function ClientBook({ visit }: { readonly visit: VisitView }): ReactNode {
  const query = useQuery('assistant', 'client-book', { visit: visit.visit })
  const [openedAt] = useState(serverClockNow)
  const { member } = visit
  const retry = (): void => void query.refresh()
  return (
    <View className="book">
      <BookHead member={member} now={openedAt} />
      {member.phoneTail === null ? null : <PhoneLine tail={member.phoneTail} of={{ visit: visit.visit }} />}
      {/* A place of its own: what comes and goes in it does not send the book again. */}
      <View>
        {query.data && query.error ? (
          <FailureNotice error={query.error}>
            <Button kind="text" onTap={retry}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : null}
      </View>
      {query.data ? (
        <Book book={query.data} />
      ) : query.error ? (
        <AssistantFailure error={query.error} onRetry={retry} />
      ) : (
        <View ariaLabel={text.loading}>
          <Skeleton height={420} radius={16} />
        </View>
      )}
    </View>
  )
}

function Book({ book }: { readonly book: ClientBookView }): ReactNode {
  const { card, completeness, today, notes, earlier, serverNow } = book
  const isQuiet = today.purchases.length + today.refunds.length === 0
  const change = (): void => {
    takeCard(card)
    openClientCard()
  }
  return (
    <View className="book__panel fade-in">
      <View className="book__title">{CARD_TEXT.title}</View>
      <BookCard card={card} completeness={completeness} now={serverNow} />
      <Button kind="text" wide onTap={change}>
        {CARD_TEXT.edit}
      </Button>
      <View>
        <View className="book__title">{text.today}</View>
        {isQuiet ? <View className="book__none">{text.noneToday}</View> : null}
        {rowsOf(today, serverNow)}
      </View>
      <BookNotes notes={notes} now={serverNow} />
      <BookPurchases title={text.earlier} none={text.noneEarlier} purchases={earlier} now={serverNow} />
    </View>
  )
}

/** What was bought and what came back, the latest first. */
function rowsOf({ purchases, refunds }: ClientBookView['today'], now: number): ReactNode[] {
  const bought = purchases.map((purchase) => ({
    at: purchase.at,
    row: <BookPurchase key={purchase.purchaseId} purchase={purchase} now={now} />,
  }))
  const returned = refunds.map((refund) => ({
    at: refund.at,
    row: <BookRefund key={refund.refundId} refund={refund} now={now} />,
  }))
  return [...bought, ...returned].sort((a, b) => b.at - a.at).map(({ row }) => row)
}
