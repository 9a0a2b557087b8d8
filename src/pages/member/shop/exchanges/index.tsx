/** What the member took, newest first; a touch says the rest of one and what can still be done with it. */
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { ExchangesView, ExchangeView } from '../../../../contract/reward-views'
import { words } from '../../../../text/member'
import { SHOP_TEXT } from '../../../../text/shop'
import { openMall } from '../../routes'
import { useList } from '../../use-list'
import ExchangeList from './ExchangeList'
import ExchangeSheet from './ExchangeSheet'
import './index.scss'

const text = SHOP_TEXT.exchanges
const EXCHANGES = {
  itemsOf: ({ exchanges }: ExchangesView) => exchanges,
  idOf: ({ exchangeId }: ExchangeView) => exchangeId,
  opening: 8,
  first: 8,
}
const ALL = {}

export default function ExchangesPage(): ReactNode {
  const list = useList('member', 'exchanges', ALL, EXCHANGES)
  const { query, listed } = list
  const [opened, setOpened] = useState<string | null>(null)
  // A sheet keeps its words while it slides away.
  const [last, setLast] = useState<ExchangeView | null>(null)
  const all = listed?.items ?? []
  const now = listed?.page.serverNow ?? 0
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  const open = (exchange: ExchangeView): void => {
    setLast(exchange)
    setOpened(exchange.exchangeId)
  }
  const current = all.find(({ exchangeId }) => exchangeId === last?.exchangeId) ?? last
  return (
    <Screen busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {query.state === 'error' && (
        <ErrorState
          {...errorText(query.error)}
          reference={errorReference(query.error)}
          onRetry={() => void query.refresh()}
        />
      )}
      {query.state === 'loading' && (
        <View className="taken-list" ariaHidden>
          <Skeleton height={86} radius={16} />
          <Skeleton height={86} radius={16} />
          <Skeleton height={86} radius={16} />
        </View>
      )}
      {query.state === 'ready' && all.length === 0 && (
        <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
          <Button onTap={openMall}>{text.toMall}</Button>
        </EmptyState>
      )}
      {query.state === 'ready' && all.length > 0 && (
        <ExchangeList list={list} all={all} now={now} onOpen={open} />
      )}
      <View>
        {current && (
          <ExchangeSheet
            key={current.exchangeId}
            exchange={current}
            now={now}
            open={opened === current.exchangeId}
            onClose={() => setOpened(null)}
            onPaid={() => void query.refresh()}
          />
        )}
      </View>
    </Screen>
  )
}
