/** The points mall: what can be spent, the shelves, and what is missing for what. */
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import ErrorState from '../../../components/ErrorState'
import Icon from '../../../components/Icon'
import NavBar from '../../../components/NavBar'
import SearchField from '../../../components/SearchField'
import { MALL_TEXT as text } from '../../../text/mall'
import { words } from '../../../text/member'
import { openHome } from '../routes'
import TabScreen from '../TabScreen'
import Balance from './Balance'
import Chips from './Chips'
import MallSkeleton from './MallSkeleton'
import Shelf from './Shelf'
import { useMall } from './use-mall'
import './index.scss'

/** Cards that one pull of the finger brings. */
const SCROLLED = 4

export default function MallPage(): ReactNode {
  const mall = useMall()
  const [searching, setSearching] = useState(false)
  const { query, listed, wish, setWish } = mall
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => mall.showMore(SCROLLED))
  const failure = query.state === 'error' ? query.error : null
  const stranger = failure?.kind === 'refused' && failure.code === 'member.not-joined'
  return (
    <TabScreen tab="mall" busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar
        heading={text.title}
        end={
          <View
            className="mall-search pressable"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={text.openSearch}
            onClick={() => setSearching(true)}
          >
            <Icon name="search" size={22} />
          </View>
        }
      />
      {listed ? (
        <>
          <Balance shelf={listed.page} stale={query.state === 'ready' && query.error !== null} />
          {/* A place of its own: what comes and goes in it does not send the page to the screen again. */}
          <View className="mall-field">
            {searching && (
              <SearchField
                focus
                asked={wish.search ?? ''}
                label={text.search}
                clearLabel={text.clearSearch}
                onAsk={(search) => setWish(search === '' ? {} : { search })}
              />
            )}
          </View>
          <Chips categories={listed.page.categories} wish={wish} onWish={setWish} />
          <Shelf mall={mall} listed={listed} now={serverClockNow()} />
        </>
      ) : failure ? (
        <ErrorState
          {...errorText(failure)}
          reference={stranger ? undefined : errorReference(failure)}
          onRetry={stranger ? undefined : () => void query.refresh()}
        >
          {stranger && <Button onTap={openHome}>{text.join}</Button>}
        </ErrorState>
      ) : (
        <MallSkeleton />
      )}
    </TabScreen>
  )
}
