/** What the store knows of the member who stands there, asked for when the sheet opens. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import Skeleton from '../../../components/Skeleton'
import { useQuery } from '../../../client/use-query'
import type { ClientBookView, VisitView } from '../../../contract/assistant'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { BOOK_TEXT as text } from '../../../text/zh-cn/counter'
import { CARD_TEXT, PHONE_TEXT } from '../../../text/zh-cn/clients'
import BookCard from '../BookCard'
import BookNotes from '../BookNotes'
import FailureNotice from '../FailureNotice'
import Notice from '../Notice'
import PhoneForm from '../PhoneForm'
import { BookPurchase, BookRefund } from './BookRow'
import CardForm from './CardForm'
import './client-book.scss'

interface ClientBookSheetProps {
  readonly open: boolean
  readonly visit: VisitView
  readonly onClose: () => void
}

export default function ClientBookSheet({ open, visit, onClose }: ClientBookSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.title(visit.member.name)} onClose={onClose}>
      <ClientBook visit={visit} open={open} />
    </Sheet>
  )
}

type Leaf = 'book' | 'card' | 'phone'

/** Asks each time the sheet opens, also while it is still sliding away. */
function ClientBook({ visit, open }: { readonly visit: VisitView; readonly open: boolean }): ReactNode {
  const query = useQuery('assistant', 'client-book', { visit: visit.visit }, { enabled: open })
  const [leaf, setLeaf] = useState<Leaf>('book')
  const [outdated, setOutdated] = useState(false)
  const turn = (to: Leaf): void => {
    setOutdated(false)
    setLeaf(to)
  }
  const refetch = (): void => {
    setOutdated(true)
    void query.refresh()
  }
  return (
    <View className="client-book">
      <View>
        {query.error ? (
          <FailureNotice error={query.error}>
            <Button kind="text" onTap={() => void query.refresh()}>
              {SHARED_TEXT.again}
            </Button>
          </FailureNotice>
        ) : null}
        {outdated ? (
          <Notice tone="caution" title={CARD_TEXT.outdatedTitle} advice={CARD_TEXT.outdatedAdvice} />
        ) : null}
      </View>
      {query.state === 'loading' ? <BookSkeleton /> : null}
      {query.data && leaf === 'book' ? (
        <Book book={query.data} hasPhone={visit.member.phoneTail !== null} onTurn={turn} />
      ) : null}
      {query.data && leaf === 'card' ? (
        <CardForm
          key={query.data.card.version}
          visit={visit.visit}
          card={query.data.card}
          onDone={() => turn('book')}
          onBack={() => turn('book')}
          onOutdated={refetch}
        />
      ) : null}
      {leaf === 'phone' ? (
        <>
          <View className="client-book__title">{PHONE_TEXT.title}</View>
          <PhoneForm of={{ visit: visit.visit }} />
          <Button wide kind="text" onTap={() => turn('book')}>
            {PHONE_TEXT.close}
          </Button>
        </>
      ) : null}
    </View>
  )
}

interface BookProps {
  readonly book: ClientBookView
  readonly hasPhone: boolean
  readonly onTurn: (leaf: Leaf) => void
}

function Book({ book, hasPhone, onTurn }: BookProps): ReactNode {
  const { card, completeness, serverNow } = book
  return (
    <>
      <BookCard card={card} completeness={completeness} now={serverNow} />
      <View className="client-book__ways">
        <Button kind="text" onTap={() => onTurn('card')}>
          {CARD_TEXT.edit}
        </Button>
        {hasPhone ? (
          <Button kind="text" onTap={() => onTurn('phone')}>
            {PHONE_TEXT.open}
          </Button>
        ) : null}
      </View>
      <Pages book={book} />
    </>
  )
}

function Pages({ book }: { readonly book: ClientBookView }): ReactNode {
  const { today, earlier, serverNow } = book
  const isQuiet = today.purchases.length + today.refunds.length === 0
  return (
    <>
      <View className="client-book__title">{text.today}</View>
      {isQuiet ? <View className="client-book__none">{text.noneToday}</View> : null}
      {today.refunds.map((refund) => (
        <BookRefund key={refund.refundId} refund={refund} now={serverNow} />
      ))}
      {today.purchases.map((purchase) => (
        <BookPurchase key={purchase.purchaseId} purchase={purchase} now={serverNow} />
      ))}
      <BookNotes notes={book.notes} now={serverNow} />
      <View className="client-book__title">{text.earlier}</View>
      {earlier.length === 0 ? <View className="client-book__none">{text.noneEarlier}</View> : null}
      {earlier.map((purchase) => (
        <BookPurchase key={purchase.purchaseId} purchase={purchase} now={serverNow} />
      ))}
    </>
  )
}

const ROWS = [0, 1, 2] as const

function BookSkeleton(): ReactNode {
  return (
    <View ariaLabel={text.loading}>
      <View className="client-book__title">
        <Skeleton width={48} height={24} />
      </View>
      {ROWS.map((row) => (
        <View key={row} className="book-row">
          <View className="book-row__words">
            <Skeleton width={150} height={20} />
            <Skeleton width={90} height={15} />
          </View>
          <Skeleton width={72} height={22} />
        </View>
      ))}
    </View>
  )
}
