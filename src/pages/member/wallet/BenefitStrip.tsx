/** What the tier gives so many times a month or a year, above the coupons: small, since it is used by the member code. */
import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { BenefitView } from '../../../contract/coupon-views'
import { WALLET_TEXT as text } from '../../../text/wallet'
import { openCode } from '../routes'

interface BenefitStripProps {
  readonly benefits: readonly BenefitView[]
  /** Kept out of sight. */
  readonly hidden: boolean
}

export default function BenefitStrip({ benefits, hidden }: BenefitStripProps): ReactNode {
  return (
    <ScrollView
      className={hidden ? 'gone' : 'benefits'}
      scrollX
      enhanced
      showScrollbar={false}
      ariaLabel={text.benefits}
    >
      <View className="benefits__row">
        {benefits.map(({ benefitId, name, worth, left, times, per }) => (
          <View
            key={benefitId}
            className={`benefit coupon--${worth.kind} ${left === 0 ? 'benefit--none' : 'pressable'}`}
            hoverClass={left === 0 ? undefined : 'pressed'}
            ariaRole="button"
            ariaLabel={text.leftLabel(name, text.left[per](left), times)}
            onClick={left === 0 ? undefined : openCode}
          >
            <View className="benefit__name">{name}</View>
            <View className="benefit__left num">{text.left[per](left)}</View>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
