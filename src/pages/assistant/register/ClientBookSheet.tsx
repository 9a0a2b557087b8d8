/** What the store knows of the member who stands there, asked for when the sheet opens. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import Skeleton from '../../../components/Skeleton'
import { momentText } from '../figures'
import { useQuery } from '../../../client/use-query'
import type { ClientBookView, VisitView } from '../../../contract/assistant'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { BOOK_TEXT as text, NOTE_TEXT } from '../../../text/zh-cn/counter'
import FailureNotice from '../FailureNotice'
import { BookPurchase, BookRefund } from './BookRow'
import './client-book.scss'

interface ClientBookSheetProps {
  readonly open: boolean
  readonly visit: VisitView
  readonly onClose: () => void
}

export default function ClientBookSheet({ open, visit, onClose }: ClientBookSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.title(visit.member.name)} onClose={onClose}>
      <ClientBook visit={visit.visit} open={open} />
    </Sheet>
  )
}

/** Asks each time the sheet opens, also while it is still sliding away. */
function ClientBook({ visit, open }: { readonly visit: string; readonly open: boolean }): ReactNode {
  const query = useQuery('assistant', 'client-book', { visit }, { enabled: open })
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
      </View>
      {query.state === 'loading' ? <BookSkeleton /> : null}
      {query.data ? <Pages book={query.data} /> : null}
    </View>
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
      <Notes book={book} />
      <View className="client-book__title">{text.earlier}</View>
      {earlier.length === 0 ? <View className="client-book__none">{text.noneEarlier}</View> : null}
      {earlier.map((purchase) => (
        <BookPurchase key={purchase.purchaseId} purchase={purchase} now={serverNow} />
      ))}
    </>
  )
}

function Notes({ book }: { readonly book: ClientBookView }): ReactNode {
  return (
    <>
      <View className="client-book__title">{NOTE_TEXT.title}</View>
      {book.notes.length === 0 ? <View className="client-book__none">{NOTE_TEXT.none}</View> : null}
      {book.notes.map(({ noteId, at, by, text: words }) => (
        <View key={noteId} className="client-book__note">
          <View className="client-book__words">{words}</View>
          <View className="client-book__by">{NOTE_TEXT.line(by, momentText(at, book.serverNow))}</View>
        </View>
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
