/** What can be claimed now or soon: one tap each, the answer in place, time by the server's clock. */
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import Button from '../../../../components/Button'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { OffersView, OfferView } from '../../../../contract/coupon-views'
import { OFFERS_TEXT as text } from '../../../../text/coupons'
import { WALLET_TEXT } from '../../../../text/wallet'
import { words } from '../../../../text/member'
import { useServerSecond, useShown } from '../../../../client/use-shown'
import { openHome, openMall, openWallet } from '../../routes'
import { useList } from '../../use-list'
import { ticks } from './offer-words'
import OfferTicket from './OfferTicket'
import { useClaim } from './use-claim'
import { useEdges } from './use-edges'
import './index.scss'

/** Drawn at first, and as many as scrolling to the end brings. */
const DRAWN = 6
const OFFERS = {
  itemsOf: ({ offers }: OffersView) => offers,
  idOf: ({ offerId }: OfferView) => offerId,
  opening: DRAWN,
  first: DRAWN,
}
const ALL = {}
const SKELETONS = [0, 1, 2, 3]
const MINUTE = 60_000

export default function OffersPage(): ReactNode {
  const { query, listed, shown, showMore } = useList('member', 'offers', ALL, OFFERS)
  const offers = listed?.items ?? null
  const { error, refresh } = query
  const second = useServerSecond(useShown())
  // The clock runs ahead of its beat: what has just arrived is judged by its own instant.
  const now = Math.max(second, query.data?.serverNow ?? 0)
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => showMore(DRAWN))
  useEdges(offers, now, refresh)
  const isStranger = !offers && error?.kind === 'refused' && error.code === 'member.not-joined'
  return (
    <Screen busyLabel={query.state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {isStranger ? (
        <EmptyState title={WALLET_TEXT.joinTitle} advice={WALLET_TEXT.joinAdvice}>
          <Button onTap={openHome}>{WALLET_TEXT.join}</Button>
        </EmptyState>
      ) : offers ? (
        <OfferList offers={offers.slice(0, shown)} now={now} lead={error ? text.stale : text.lead} />
      ) : error ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      ) : (
        <View className="offers" ariaHidden>
          <View className="offers__lead">{text.lead}</View>
          {SKELETONS.map((ticket) => (
            <Skeleton key={ticket} height={112} radius={14} />
          ))}
        </View>
      )}
    </Screen>
  )
}

interface OfferListProps {
  readonly offers: readonly OfferView[]
  readonly now: number
  readonly lead: string
}

function OfferList({ offers, now, lead }: OfferListProps): ReactNode {
  const { running, said, run } = useClaim()
  if (offers.length === 0)
    return (
      <EmptyState title={text.emptyTitle} advice={text.emptyAdvice}>
        <Button onTap={openMall}>{WALLET_TEXT.toMall}</Button>
      </EmptyState>
    )
  const minute = Math.floor(now / MINUTE) * MINUTE
  return (
    <View className="offers fade-in">
      <View className="offers__lead">{lead}</View>
      {offers.map((offer) => (
        <OfferTicket
          key={offer.offerId}
          offer={offer}
          now={ticks(offer, now) ? now : minute}
          claiming={running === offer.offerId}
          said={said?.offerId === offer.offerId ? said : null}
          onClaim={run}
        />
      ))}
      <Button kind="text" wide onTap={openWallet}>
        {text.use}
      </Button>
    </View>
  )
}
