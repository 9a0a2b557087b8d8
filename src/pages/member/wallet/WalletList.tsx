/** The tickets, the end of the list, and what stands there when there are none. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import Icon from '../../../components/Icon'
import { WALLET_TEXT as text } from '../../../text/coupons'
import { openMall, openOffers } from '../routes'
import Ticket from './Ticket'
import { TOUCHED_TICKETS, type Listed, type Wallet } from './use-wallet'

interface WalletListProps {
  readonly wallet: Wallet
  readonly now: number
}

export default function WalletList({ wallet, now }: WalletListProps): ReactNode {
  const { query, listed, shown } = wallet
  const failed = query.state === 'error'
  const coupons = failed || !listed ? [] : listed.coupons.slice(0, shown)
  // Each part keeps its place: what comes and goes in one does not send the others to the screen again.
  return (
    <>
      <View>
        {failed && (
          <ErrorState
            compact
            {...errorText(query.error)}
            reference={errorReference(query.error)}
            onRetry={() => void query.refresh()}
          />
        )}
        {listed?.coupons.length === 0 && !failed && <NoCoupons wallet={wallet} listed={listed} />}
      </View>
      <View className={query.state === 'loading' ? 'wallet__list wallet__list--asking' : 'wallet__list'}>
        {coupons.map((coupon) => (
          <Ticket key={coupon.couponId} coupon={coupon} now={now} />
        ))}
      </View>
      <View className="wallet__end">{coupons.length > 0 && <WalletEnd wallet={wallet} />}</View>
    </>
  )
}

function NoCoupons({
  wallet,
  listed: { wish },
}: {
  readonly wallet: Wallet
  readonly listed: Listed
}): ReactNode {
  if (wish.kind !== undefined)
    return (
      <EmptyState compact title={text.noneTitle} advice={text.noneAdvice}>
        <Button kind="text" onTap={() => wallet.setWish({ kind: undefined })}>
          {text.showAll}
        </Button>
      </EmptyState>
    )
  if (wish.show === 'used')
    return <EmptyState compact title={text.usedNoneTitle} advice={text.usedNoneAdvice} />
  if (wish.show === 'expired')
    return <EmptyState compact title={text.expiredNoneTitle} advice={text.expiredNoneAdvice} />
  return (
    <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
      <Button onTap={openOffers}>{text.toOffers}</Button>
      <Button kind="text" onTap={openMall}>
        {text.toMall}
      </Button>
    </EmptyState>
  )
}

function WalletEnd({ wallet }: { readonly wallet: Wallet }): ReactNode {
  const { listed, shown, fetching, showMore, wish } = wallet
  if (listed?.isEnd && shown >= listed.coupons.length) {
    if (wish.show !== 'usable') return text.end
    return (
      <Button kind="text" onTap={openOffers}>
        {text.offersAdvice}
        <Icon name="chevron-right" size={16} />
      </Button>
    )
  }
  if (fetching === 'running') return text.more
  return (
    <Button wide kind="text" onTap={() => showMore(TOUCHED_TICKETS)}>
      {fetching === 'failed' ? text.moreFailed : text.showMore}
    </Button>
  )
}
