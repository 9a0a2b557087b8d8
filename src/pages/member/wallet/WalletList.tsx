/** The tickets, the end of the list, and what stands there when there are none. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../client/error-text'
import Button from '../../../components/Button'
import EmptyState from '../../../components/EmptyState'
import ErrorState from '../../../components/ErrorState'
import Icon from '../../../components/Icon'
import ListEnd from '../../../components/ListEnd'
import type { CouponView } from '../../../contract/coupon-views'
import { WALLET_TEXT as text } from '../../../text/wallet'
import { openMall, openOffers } from '../routes'
import { useKeptRows } from '../use-kept-rows'
import Ticket from './Ticket'
import { TOUCHED_TICKETS, type Wallet } from './use-wallet'

interface WalletListProps {
  readonly wallet: Wallet
  readonly now: number
}

export default function WalletList({ wallet, now }: WalletListProps): ReactNode {
  const { query, listed, shown } = wallet
  const failed = query.state === 'error'
  const asking = query.state === 'loading'
  const coupons = failed || !listed ? [] : listed.items.slice(0, shown)
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
        {listed?.items.length === 0 && !failed && <NoCoupons wallet={wallet} wish={listed.wish} />}
      </View>
      <FirstTickets coupons={coupons.slice(0, TOUCHED_TICKETS)} now={now} asking={asking} />
      <View className="wallet__list">
        {coupons.slice(TOUCHED_TICKETS).map((coupon) => (
          <Ticket key={coupon.couponId} coupon={coupon} now={now} />
        ))}
      </View>
      <View>{coupons.length > 0 && <WalletEnd wallet={wallet} />}</View>
    </>
  )
}

interface FirstTicketsProps {
  readonly coupons: readonly CouponView[]
  readonly now: number
  /** Another list is on its way. */
  readonly asking: boolean
}

function FirstTickets({ coupons, now, asking }: FirstTicketsProps): ReactNode {
  return (
    <View className={asking ? 'wallet__list wallet__list--asking' : 'wallet__list'}>
      {useKeptRows(coupons).map((coupon, place) => (
        <Ticket key={place} coupon={coupon} now={now} gone={place >= coupons.length} />
      ))}
    </View>
  )
}

interface NoCouponsProps {
  readonly wallet: Wallet
  readonly wish: Wallet['wish']
}

function NoCoupons({ wallet, wish }: NoCouponsProps): ReactNode {
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
  const { atEnd, fetching, showMore, listed } = wallet
  return (
    <ListEnd
      atEnd={atEnd}
      fetching={fetching}
      text={text}
      onMore={() => showMore(TOUCHED_TICKETS)}
      end={
        listed?.wish.show === 'usable' ? (
          <Button kind="text" onTap={openOffers}>
            {text.offersAdvice}
            <Icon name="chevron-right" size={16} />
          </Button>
        ) : undefined
      }
    />
  )
}
