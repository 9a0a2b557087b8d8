/** The rows of what was taken and the end of the list. */
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { Pages } from '../../../../client/use-pages'
import Button from '../../../../components/Button'
import type { ExchangesView, ExchangeView } from '../../../../contract/reward-views'
import { words } from '../../../../text/member'
import { SHOP_TEXT } from '../../../../text/shop'
import ExchangeRow from './ExchangeRow'

const text = SHOP_TEXT.exchanges
/** Drawn at first, and with each further touch: a line is half a kilobyte on its way to the screen. */
const FIRST_ROWS = 8
const MORE_ROWS = 4

interface ExchangeListProps {
  readonly list: Pages<ExchangesView>
  readonly all: readonly ExchangeView[]
  readonly now: number
  readonly onOpen: (exchange: ExchangeView) => void
}

export default function ExchangeList({ list, all, now, onOpen }: ExchangeListProps): ReactNode {
  const { query, more, fetching, fetchMore } = list
  const [shown, setShown] = useState(FIRST_ROWS)
  const showMore = (): void => {
    if (shown >= all.length) fetchMore()
    if (shown < all.length || more) setShown(Math.min(shown, all.length) + MORE_ROWS)
  }
  useReachBottom(showMore)
  return (
    <View className="taken-list fade-in">
      {query.error && <View className="taken-list__stale">{words.home.stale}</View>}
      {all.slice(0, shown).map((exchange) => (
        <ExchangeRow key={exchange.exchangeId} exchange={exchange} now={now} onTap={() => onOpen(exchange)} />
      ))}
      <View className="taken-list__end">
        {shown >= all.length && !more ? (
          text.end
        ) : fetching === 'running' ? (
          text.more
        ) : (
          <Button wide kind="text" onTap={showMore}>
            {fetching === 'failed' ? text.moreFailed : text.showMore}
          </Button>
        )}
      </View>
    </View>
  )
}
