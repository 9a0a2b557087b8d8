/** The rows of what was taken and the end of the list. */
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import ListEnd from '../../../../components/ListEnd'
import type { ExchangesView, ExchangeView } from '../../../../contract/reward-views'
import { words } from '../../../../text/member'
import { SHOP_TEXT } from '../../../../text/shop'
import type { List } from '../../use-list'
import ExchangeRow from './ExchangeRow'

/** With each touch: a row is half a kilobyte on its way to the screen. */
const MORE_ROWS = 4

interface ExchangeListProps {
  readonly list: List<ExchangesView, ExchangeView, object>
  readonly all: readonly ExchangeView[]
  readonly now: number
  readonly onOpen: (exchange: ExchangeView) => void
}

export default function ExchangeList({ list, all, now, onOpen }: ExchangeListProps): ReactNode {
  const { query, shown, atEnd, fetching } = list
  const showMore = (): void => list.showMore(MORE_ROWS)
  useReachBottom(showMore)
  return (
    <View className="taken-list fade-in">
      {query.error && <View className="taken-list__stale">{words.home.stale}</View>}
      {all.slice(0, shown).map((exchange) => (
        <ExchangeRow key={exchange.exchangeId} exchange={exchange} now={now} onTap={() => onOpen(exchange)} />
      ))}
      <ListEnd atEnd={atEnd} fetching={fetching} text={SHOP_TEXT.exchanges} onMore={showMore} />
    </View>
  )
}
