/** The wallet: every coupon of the member and what the tier gives; a touch on a ticket brings its code. */
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import { serverClockNow } from '../../../client/phone-clock'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import NavBar from '../../../components/NavBar'
import { WALLET_TEXT as text } from '../../../text/wallet'
import { words } from '../../../text/member'
import { openHome } from '../routes'
import TabScreen from '../TabScreen'
import BenefitStrip from './BenefitStrip'
import { useWallet } from './use-wallet'
import WalletList from './WalletList'
import WalletSkeleton from './WalletSkeleton'
import WalletTabs, { KindChips } from './WalletTabs'
import './index.scss'

/** Tickets that scrolling to the end brings. */
const SCROLLED = 8

export default function WalletPage(): ReactNode {
  const wallet = useWallet()
  const { query, listed, benefits, wish } = wallet
  usePullDownRefresh(() => void query.refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => wallet.showMore(SCROLLED))
  const now = query.data?.serverNow ?? serverClockNow()
  const { error } = query
  const isStranger = !listed && error?.kind === 'refused' && error.code === 'member.not-joined'
  const isEmpty = listed?.wish.show === 'usable' && !listed.wish.kind && listed.items.length === 0
  return (
    <TabScreen tab="wallet" busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar heading={text.title} />
      {isStranger ? (
        <EmptyState title={text.joinTitle} advice={text.joinAdvice}>
          <Button onTap={openHome}>{text.join}</Button>
        </EmptyState>
      ) : (
        <>
          <WalletTabs wallet={wallet} />
          <View>{!isEmpty && <KindChips wallet={wallet} hidden={wish.show !== 'usable'} />}</View>
          <View>{listed && error && <View className="wallet__stale">{text.stale}</View>}</View>
          <View>
            {benefits.length > 0 && <BenefitStrip benefits={benefits} hidden={wish.show !== 'usable'} />}
          </View>
          {listed ? (
            <WalletList wallet={wallet} now={now} />
          ) : error ? (
            <ErrorState
              {...errorText(error)}
              reference={errorReference(error)}
              onRetry={() => void query.refresh()}
            />
          ) : (
            <WalletSkeleton />
          )}
        </>
      )}
    </TabScreen>
  )
}
