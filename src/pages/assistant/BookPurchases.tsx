/** The last purchases in the store, newest first. The latest are there at once; older ones come by touches. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../components/Button'
import type { BookPurchaseView } from '../../contract/assistant'
import { BOOK_TEXT as text } from '../../text/zh-cn/counter'
import { BookPurchase } from './BookRow'

interface BookPurchasesProps {
  readonly title: string
  /** Said where there are no purchases. */
  readonly none: string
  readonly purchases: readonly BookPurchaseView[]
  readonly now: number
}

/** What the bridge carries at once. */
const AT_ONCE = 4

export default function BookPurchases({ title, none, purchases, now }: BookPurchasesProps): ReactNode {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <View className="book__purchases">
      <View className="book__title">{title}</View>
      {purchases.length === 0 ? <View className="book__none">{none}</View> : null}
      <View>
        {purchases.slice(0, shown).map((purchase) => (
          <BookPurchase key={purchase.purchaseId} purchase={purchase} now={now} />
        ))}
      </View>
      <View>
        {purchases.length > shown ? (
          <Button kind="text" wide onTap={() => setShown(shown + AT_ONCE)}>
            {text.more(purchases.length - shown)}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
