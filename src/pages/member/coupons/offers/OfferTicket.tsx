/** One offer: what it is worth, how long it is there, and one tap to take it. What came of the tap stands under it. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import CouponTicket from '../../../../components/CouponTicket'
import type { OfferView } from '../../../../contract/coupon-views'
import { OFFERS_TEXT as text } from '../../../../text/coupons'
import { whereWords, worthWords } from '../../coupon-words'
import { insteadOfClaim, leftWords, timeWords } from './offer-words'

interface OfferTicketProps {
  readonly offer: OfferView
  readonly now: number
  readonly claiming: boolean
  /** What came of the last tap on this offer. */
  readonly said: { readonly good: boolean; readonly words: string } | null
  readonly onClaim: (offerId: string) => void
}

function OfferTicket({ offer, now, claiming, said, onClaim }: OfferTicketProps): ReactNode {
  const instead = offer.endsAt <= now ? text.over : insteadOfClaim(offer)
  const left = leftWords(offer)
  const tone = instead !== null ? 'resting' : offer.flash ? 'lifted' : 'plain'
  return (
    <View className="offer">
      <CouponTicket
        {...worthWords(offer.worth)}
        kind={offer.worth.kind}
        name={offer.name}
        where={whereWords(offer)}
        end={timeWords(offer, now)}
        tone={tone}
      >
        {left && <View className="offer__left num">{left}</View>}
        {instead === null ? (
          <View
            className={claiming ? 'offer__claim offer__claim--busy' : 'offer__claim pressable'}
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={text.claimLabel(offer.name)}
            onClick={() => onClaim(offer.offerId)}
          >
            {offer.claimed > 0 ? text.again : text.claim}
          </View>
        ) : (
          <View className="offer__claim offer__claim--off num">{instead}</View>
        )}
      </CouponTicket>
      <View
        className={said?.good === false ? 'offer__said offer__said--bad' : 'offer__said'}
        ariaLive="polite"
      >
        {said?.words}
      </View>
    </View>
  )
}

export default memo(OfferTicket)
