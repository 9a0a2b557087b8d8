/** A coupon that a friend gives: who gives what, taken once. Whoever has no card yet gets one first and comes back. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useCommand } from '../../../../client/use-command'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import CouponTicket from '../../../../components/CouponTicket'
import { dayText } from '../../../../components/day-words'
import EmptyState from '../../../../components/EmptyState'
import ErrorState from '../../../../components/ErrorState'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import type { GiftView } from '../../../../contract/coupon-views'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { GIFT_TEXT as text } from '../../../../text/coupons'
import { TERMS_TEXT } from '../../../../text/wallet'
import { words } from '../../../../text/member'
import { untilClock, whereWords, worthWords } from '../../coupon-words'
import { openHome, openJoinAndReturn, openWallet } from '../../routes'
import TermsRows from '../TermsRows'
import './index.scss'

export default function GiftPage(): ReactNode {
  const { params } = useRouter()
  const { data, error, refresh } = useQuery('member', 'gift', { giftId: params.id ?? '' })
  return (
    <Screen busyLabel={data || error ? undefined : words.shared.loading}>
      <NavBar title={text.title} />
      {data ? (
        <Gift gift={data} refresh={refresh} />
      ) : error ? (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      ) : (
        <View className="gift" ariaHidden>
          <View className="gift__from">
            <Skeleton width={160} height={28} />
          </View>
          <Skeleton height={112} radius={14} />
        </View>
      )}
    </Screen>
  )
}

interface GiftProps {
  readonly gift: GiftView
  readonly refresh: () => Promise<void>
}

function Gift({ gift, refresh }: GiftProps): ReactNode {
  const { coupon, from, serverNow } = gift
  const last = dayText(businessDay(coupon.validUntil), businessDayOf(serverNow))
  return (
    <View className="gift fade-in">
      <View className="gift__from">{from === null ? text.title : text.from(from)}</View>
      <CouponTicket
        {...worthWords(coupon.worth)}
        kind={coupon.worth.kind}
        name={coupon.name}
        where={whereWords(coupon)}
        end={TERMS_TEXT.until(last)}
        tone={gift.state === 'open' || gift.state === 'yours' ? 'lifted' : 'past'}
      />
      {/* Each in a place of its own: taking the gift does not send the ticket and its terms again. */}
      <View>
        {gift.state === 'open' ? <Waiting gift={gift} refresh={refresh} /> : <Settled state={gift.state} />}
      </View>
      <View>
        {(gift.state === 'open' || gift.state === 'yours') && (
          <View className="gift__terms">
            <TermsRows terms={coupon} now={serverNow} />
          </View>
        )}
      </View>
    </View>
  )
}

function Waiting({ gift: { giftId, until, joined, serverNow }, refresh }: GiftProps): ReactNode {
  const accept = useCommand('member', 'accept-gift')
  const refused = accept.state === 'failed' ? errorText(accept.error) : null
  return (
    <View className="gift__ways">
      <Button
        wide
        loading={accept.state === 'running'}
        onTap={joined ? () => void accept.run({ giftId }).then(refresh) : openJoinAndReturn}
      >
        {joined ? text.accept : text.join}
      </Button>
      {!joined && <View className="gift__small">{text.joinAdvice}</View>}
      {until !== null && <View className="gift__small num">{text.until(untilClock(until, serverNow))}</View>}
      {accept.state === 'unknown' && <View className="gift__refused">{text.unknown}</View>}
      {refused && (
        <View className="gift__refused">{[refused.title, refused.advice].join(words.shared.comma)}</View>
      )}
    </View>
  )
}

function Settled({ state }: { readonly state: Exclude<GiftView['state'], 'open'> }): ReactNode {
  const isMine = state === 'yours' || state === 'own'
  return (
    <View className="gift__settled" ariaLive="polite">
      <EmptyState compact title={text[state]} advice={text.advice[state]}>
        <Button kind={state === 'yours' ? 'primary' : 'text'} onTap={isMine ? openWallet : openHome}>
          {isMine ? text.toWallet : text.toHome}
        </Button>
      </EmptyState>
    </View>
  )
}
