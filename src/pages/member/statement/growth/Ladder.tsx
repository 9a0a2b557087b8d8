/** Every tier with what it gives, side by side; the own one is marked and stands in view. */
import { ScrollView, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { phoneFrame } from '../../../../components/phone-frame'
import { tierFromText } from '../../../../components/ways-to-tier'
import type { TierView } from '../../../../contract/views'
import { fen } from '../../../../domain/money/fen'
import { shortYuanText } from '../../../../domain/money/yuan-text'
import { words } from '../../../../text/member'
import { GROWTH_TEXT as text } from '../../../../text/points'
import './ladder.scss'

interface LadderProps {
  readonly tiers: readonly TierView[]
  readonly heldId: string
}

function givesOf({ rate, discountPercent, benefits }: TierView): readonly string[] {
  return [
    text.rate(String(rate / 100)),
    discountPercent > 0 ? text.discount(discountPercent) : text.noDiscount,
    ...benefits,
  ]
}

function Step({ tier, held }: { readonly tier: TierView; readonly held: boolean }): ReactNode {
  const from =
    tier.thresholdFen > 0 ? tierFromText(tier, text.from(shortYuanText(fen(tier.thresholdFen)))) : text.open
  return (
    <View
      className={held ? 'step step--held' : 'step'}
      ariaRole="text"
      ariaLabel={[tier.name, held ? text.now : '', from, ...givesOf(tier)]
        .filter(Boolean)
        .join(words.shared.comma)}
    >
      <View className={`step__head material--${tier.material}`}>
        <View className="step__name">{held ? `${tier.name} · ${text.now}` : tier.name}</View>
        <View className="step__from num">{from}</View>
      </View>
      {givesOf(tier).map((gives) => (
        <View key={gives} className="step__gives num">
          {gives}
        </View>
      ))}
    </View>
  )
}

/** Width and gap of a step in `ladder.scss`; the step grows with the type. */
const STEP_WIDTH = 148
const GAP = 12
const DESIGN_WIDTH = 390

export default function Ladder({ tiers, heldId }: LadderProps): ReactNode {
  const { width, fontScale } = phoneFrame()
  const pitch = ((STEP_WIDTH * fontScale + GAP) * width) / DESIGN_WIDTH
  const held = tiers.findIndex(({ id }) => id === heldId) * pitch
  const [left, setLeft] = useState(0)
  // What is not on the screen yet cannot be scrolled to.
  useEffect(() => Taro.nextTick(() => setLeft(held)), [held])
  return (
    <ScrollView className="ladder" scrollX enhanced showScrollbar={false} scrollLeft={left}>
      <View className="ladder__steps">
        {tiers.map((tier) => (
          <Step key={tier.id} tier={tier} held={tier.id === heldId} />
        ))}
      </View>
    </ScrollView>
  )
}
