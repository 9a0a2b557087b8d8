/** One coupon: its code, its terms, and the way to a friend. When it was used, the page says so in place of the code. */
import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { serverClockNow } from '../../../../client/phone-clock'
import Button from '../../../../components/Button'
import ErrorState from '../../../../components/ErrorState'
import Icon from '../../../../components/Icon'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import { COUPON_TEXT as text, OFFERS_TEXT } from '../../../../text/coupons'
import { TERMS_TEXT, WALLET_TEXT } from '../../../../text/wallet'
import { words } from '../../../../text/member'
import { useBrightScreen } from '../../../../client/use-bright-screen'
import { openedCoupon } from '../../opened-coupon'
import { GIFT_PAGE, OFFERS_PAGE, openWallet } from '../../routes'
import TermsRows, { Worth } from '../TermsRows'
import CodeSquare from './CodeSquare'
import { Give, Given, type Offered } from './Gift'
import { useCouponCode } from './use-coupon-code'
import './index.scss'

export default function CouponPage(): ReactNode {
  const { params } = useRouter()
  const couponId = decodeURIComponent(params.id ?? '')
  const opened = openedCoupon(couponId)
  const [offered, setOffered] = useState<Offered | null>(opened?.gift ?? null)
  const shown = useCouponCode(couponId, offered === null)
  useBrightScreen()
  const retry = (): void => void shown.refresh()
  const coupon = shown.code?.coupon ?? opened
  const now = shown.code?.serverNow ?? serverClockNow()
  useShareAppMessage(() =>
    offered && coupon
      ? { title: text.shareTitle(coupon.name), path: `${GIFT_PAGE}?id=${offered.giftId}` }
      : { title: OFFERS_TEXT.title, path: OFFERS_PAGE },
  )
  const failed = offered === null && shown.failure
  const isHeld = failed && failed.kind === 'refused' && failed.code === 'coupon.locked'
  return (
    <Screen busyLabel={coupon || failed ? undefined : words.shared.loading}>
      <NavBar title={coupon ? TERMS_TEXT.kind(TERMS_TEXT.kinds[coupon.worth.kind]) : WALLET_TEXT.title} />
      {shown.used ? (
        <Used storeName={shown.used.storeName} />
      ) : failed && !coupon ? (
        <ErrorState {...errorText(failed)} reference={errorReference(failed)} onRetry={retry} />
      ) : (
        <View className="one">
          <View className="one__panel">
            {coupon ? <Worth terms={coupon} /> : <Skeleton height={76} />}
            {/* Each in its own place: what comes and goes in one does not send the code to the screen again. */}
            <View>
              {offered && (
                <Given couponId={couponId} now={now} offered={offered} onBack={() => setOffered(null)} />
              )}
            </View>
            <View className={offered ? 'gone' : ''}>{!failed && <CodeSquare shown={shown} />}</View>
            <View>
              {isHeld && <View className="one__held">{text.held}</View>}
              {failed && !isHeld && (
                <ErrorState
                  compact
                  {...errorText(failed)}
                  reference={errorReference(failed)}
                  onRetry={retry}
                />
              )}
            </View>
            {coupon ? <TermsRows terms={coupon} now={now} /> : <Skeleton height={140} />}
            <View>
              {coupon?.giftable && !failed && offered === null && (
                <Give couponId={couponId} onOffered={setOffered} />
              )}
            </View>
          </View>
        </View>
      )}
    </Screen>
  )
}

function Used({ storeName }: { readonly storeName: string }): ReactNode {
  return (
    <View className="used fade-in" ariaLive="polite">
      <View className="used__mark">
        <Icon name="check" />
      </View>
      <View className="used__title">{text.usedTitle}</View>
      <View className="used__advice">{text.usedAt(storeName)}</View>
      <Button onTap={openWallet}>{text.toWallet}</Button>
    </View>
  )
}
