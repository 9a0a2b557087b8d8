/** A new tier, told once and quietly on the card page, with the way to its page; gone when either was left or the note put away. */
import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import { dayText } from '../../../components/day-words'
import TierBadge from '../../../components/TierBadge'
import type { UpgradeView } from '../../../contract/points-and-growth'
import type { CardView } from '../../../contract/views'
import { businessDay, businessDayOf } from '../../../domain/time/business-day'
import { UPGRADE_TEXT as text } from '../../../text/ways'
import { openUpgrade } from '../routes'
import { rememberUpgrade, seenUpgrade } from './seen-upgrade'

interface UpgradeNoteProps {
  readonly upgrade: UpgradeView
  readonly card: Pick<CardView, 'tierName' | 'material'>
  readonly now: number
}

function becauseText({ day, storeName }: UpgradeView, now: number): string {
  const said = dayText(businessDay(day), businessDayOf(now))
  return storeName === null ? text.since(said) : text.because(said, storeName)
}

export default function UpgradeNote({ upgrade, card, now }: UpgradeNoteProps): ReactNode {
  const { key } = upgrade
  const [seen, setSeen] = useState(seenUpgrade)
  const putAway = (): void => setSeen(key)
  useEffect(() => rememberUpgrade(key), [key])
  useDidHide(putAway)
  if (seen === key) return null
  return (
    <View className="upgrade" ariaLive="polite">
      <View className="upgrade__head">
        <TierBadge name={card.tierName} material={card.material} />
        <View className="upgrade__title">{text.title(card.tierName)}</View>
      </View>
      <View className="upgrade__words num">{becauseText(upgrade, now)}</View>
      <View className="upgrade__ways">
        <Button kind="text" onTap={openUpgrade}>
          {text.look}
        </Button>
        <Button kind="text" onTap={putAway}>
          {text.dismiss}
        </Button>
      </View>
    </View>
  )
}
