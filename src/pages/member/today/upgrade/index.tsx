/** A new tier, celebrated once: the new card, how it came about, what it brings. Opened from the note on the card page. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorReference, errorText } from '../../../../client/error-text'
import { useQuery } from '../../../../client/use-query'
import Button from '../../../../components/Button'
import { dayText } from '../../../../components/day-words'
import ErrorState from '../../../../components/ErrorState'
import Icon from '../../../../components/Icon'
import NavBar from '../../../../components/NavBar'
import Screen from '../../../../components/Screen'
import Skeleton from '../../../../components/Skeleton'
import TierCard from '../../../../components/TierCard'
import type { HomeView } from '../../../../contract/member'
import type { UpgradeGiftView, UpgradeView } from '../../../../contract/points-and-growth'
import { countText } from '../../../../domain/money/yuan-text'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { CEREMONY_TEXT as text } from '../../../../text/ceremony'
import { words } from '../../../../text/member'
import { openGrowth, openHome } from '../../routes'
import './index.scss'

type Home = Extract<HomeView, { joined: true }>

function becauseText({ day, storeName }: UpgradeView, now: number): string {
  const said = dayText(businessDay(day), businessDayOf(now))
  return storeName === null ? text.since(said) : text.because(said, storeName)
}

function bringsOf({ upgrade, benefits }: Home): readonly string[] {
  const { rate, discountPercent } = upgrade ?? { rate: 0, discountPercent: 0 }
  return [
    ...(rate > 0 ? [text.rate(String(rate / 100))] : []),
    ...(discountPercent > 0 ? [text.discount(discountPercent)] : []),
    ...benefits,
  ]
}

function Ceremony({ home }: { readonly home: Home }): ReactNode {
  const { card, mallName, upgrade, serverNow } = home
  const brings = bringsOf(home)
  return (
    <View className="ceremony">
      <View className="ceremony__card">
        <TierCard card={card} mallName={mallName} />
      </View>
      <View className="ceremony__title" ariaLive="polite">
        {upgrade ? text.reached(card.tierName) : text.held(card.tierName)}
      </View>
      <View className="ceremony__because num">{upgrade ? becauseText(upgrade, serverNow) : ''}</View>
      {upgrade?.gift && <Gift gift={upgrade.gift} tierName={card.tierName} now={serverNow} />}
      <View className="ceremony__panel">
        <View className="ceremony__brings">{text.brings(card.tierName)}</View>
        {brings.map((line) => (
          <View key={line} className="ceremony__line num">
            <View className="ceremony__check">
              <Icon name="check" size={16} />
            </View>
            {line}
          </View>
        ))}
        <Button kind="text" onTap={openGrowth}>
          {text.growth}
        </Button>
      </View>
      <View className="ceremony-foot">
        <Button wide onTap={openHome}>
          {text.keep}
        </Button>
      </View>
    </View>
  )
}

interface GiftProps {
  readonly gift: UpgradeGiftView
  readonly tierName: string
  readonly now: number
}

/** What comes with the tier, and on which day. */
function Gift({ gift: { points, coupon, on, came }, tierName, now }: GiftProps): ReactNode {
  const day = dayText(businessDay(on), businessDayOf(now))
  const what = [
    ...(points === undefined ? [] : [text.giftPoints(countText(points))]),
    ...(coupon ? [coupon] : []),
  ]
  return (
    <View className="ceremony__gift">
      <View className="ceremony__gift-mark" ariaHidden />
      <View className="ceremony__gift-words">
        <View className="ceremony__gift-name">{text.gift}</View>
        <View className="ceremony__gift-what num">{what.join(text.giftAnd)}</View>
        <View className="ceremony__gift-day num">
          {came ? text.giftCame(day) : text.giftOn(day, tierName)}
        </View>
      </View>
    </View>
  )
}

function CeremonySkeleton(): ReactNode {
  return (
    <View className="ceremony ceremony--skeleton" ariaHidden>
      <Skeleton height={214} radius={18} />
      <Skeleton width={200} height={30} />
      <Skeleton width={220} height={14} radius={5} />
      <Skeleton height={180} radius={16} />
    </View>
  )
}

export default function UpgradePage(): ReactNode {
  const { state, data, error, refresh } = useQuery('member', 'home', {})
  return (
    <Screen busyLabel={state === 'loading' ? words.shared.loading : undefined}>
      <NavBar title={text.title} />
      {state === 'loading' && <CeremonySkeleton />}
      {state === 'error' && (
        <ErrorState {...errorText(error)} reference={errorReference(error)} onRetry={() => void refresh()} />
      )}
      {data?.joined && <Ceremony home={data} />}
    </Screen>
  )
}
