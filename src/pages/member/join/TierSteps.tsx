/** The ladder as somebody without a card sees it: each tier in its material, from what on, and what it gives. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tierFromText } from '../../../components/ways-to-tier'
import type { TierView } from '../../../contract/views'
import { fen } from '../../../domain/money/fen'
import { shortYuanText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'

/** 150 → `1.5`, 100 → `1`. */
export const rateText = (rate: number): string => String(rate / 100)

function earnsText({ rate, discountPercent }: TierView): string {
  return discountPercent > 0
    ? words.join.tierRateAndDiscount(rateText(rate), discountPercent)
    : words.join.tierRate(rateText(rate))
}

export default function TierSteps({ tiers }: { readonly tiers: readonly TierView[] }): ReactNode {
  return (
    <View className="steps">
      <View className="steps__title">{words.join.tiersTitle}</View>
      {tiers.map((tier) => (
        <View key={tier.id} className="steps__row">
          <View className={`steps__card material--${tier.material}`} ariaHidden>
            <View className={`steps__texture texture--${tier.material}`} />
          </View>
          <View className="steps__words">
            <View className="steps__head">
              <View className="steps__name">{tier.name}</View>
              <View className="steps__from num">
                {tier.thresholdFen > 0
                  ? tierFromText(tier, words.join.tierFrom(shortYuanText(fen(tier.thresholdFen))))
                  : words.join.tierOpen}
              </View>
            </View>
            <View className="steps__gives num">{earnsText(tier)}</View>
            {tier.benefits.length > 0 && (
              <View className="steps__gives num">{tier.benefits.join(words.shared.list)}</View>
            )}
          </View>
        </View>
      ))}
    </View>
  )
}
