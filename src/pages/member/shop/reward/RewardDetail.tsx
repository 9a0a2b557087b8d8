/** The page of a reward once it is there, with the bar at its foot. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import { dayText } from '../../../../components/day-words'
import StillLife from '../../../../components/StillLife'
import type { ExchangeView, RewardDetailView } from '../../../../contract/reward-views'
import { countText } from '../../../../domain/money/yuan-text'
import { businessDayOf } from '../../../../domain/time/business-day'
import { MALL_TEXT } from '../../../../text/mall'
import { words } from '../../../../text/member'
import { SHOP_TEXT as text } from '../../../../text/shop'
import { missingText, moneyText, tagOf } from '../../reward-words'
import Lines from '../Lines'
import TakeSheet from './TakeSheet'

interface RewardDetailProps {
  readonly reward: RewardDetailView
  /** The last attempt to refresh failed. */
  readonly stale: boolean
  readonly onTaken: (exchange: ExchangeView) => void
  /** It is not as it was shown any more. */
  readonly onChanged: () => void
}

function linesOf(reward: RewardDetailView): readonly { label: string; value: string }[] {
  const { ways, holdDays, left, perMember, exchanged, startsAt, endsAt, memberPoints, serverNow } = reward
  const today = businessDayOf(serverNow)
  const dayOf = (at: number): string => dayText(businessDayOf(at), today)
  const how = ways.length === 0 ? text.intoWallet : ways.map((way) => text.ways[way]).join(words.shared.list)
  const hold = ways.includes('pickup') ? text.holdDays(holdDays) : ''
  return [
    { label: text.how, value: [how, hold].filter(Boolean).join(words.shared.comma) },
    ...(left === null ? [] : [{ label: text.left, value: text.leftCount(countText(left)) }]),
    ...(perMember === null ? [] : [{ label: text.limit, value: text.limitCount(perMember, exchanged) }]),
    ...(startsAt === undefined ? [] : [{ label: text.from, value: dayOf(startsAt) }]),
    ...(endsAt === null ? [] : [{ label: text.until, value: dayOf(endsAt - 1) }]),
    { label: text.yourPoints, value: countText(memberPoints) },
  ]
}

/** Why it cannot be taken now; empty when it can. */
function obstacleOf(reward: RewardDetailView): string {
  const { state } = reward
  if (state === 'open') return ''
  return state === 'soon' || state === 'sold-out' || state === 'limit-reached'
    ? text.cannot[state]
    : missingText(reward)
}

export default function RewardDetail({ reward, stale, onTaken, onChanged }: RewardDetailProps): ReactNode {
  const [taking, setTaking] = useState(false)
  const tag = tagOf(reward, reward.serverNow)
  const obstacle = obstacleOf(reward)
  return (
    <>
      <View className="detail fade-in">
        <StillLife name={reward.picture} className="detail__picture" />
        {tag && <View className={`detail__tag detail__tag--${tag.kind}`}>{tag.words}</View>}
        <View className="detail__name">{reward.name}</View>
        <View className="detail__store">{stale ? words.home.stale : reward.storeName}</View>
        <View className="detail__price num">
          {reward.wasPoints !== null && (
            <View className="detail__was" ariaLabel={MALL_TEXT.wasLabel(countText(reward.wasPoints))}>
              {countText(reward.wasPoints)}
            </View>
          )}
          <View className="detail__points">{countText(reward.points)}</View>
          {[MALL_TEXT.points, moneyText(reward)].filter(Boolean).join(' ')}
        </View>
        <View className="detail__advice">{reward.advice}</View>
        <View className="detail__panel">
          <Lines lines={linesOf(reward)} />
        </View>
      </View>
      <View className="detail-foot">
        <Button wide disabled={obstacle !== ''} onTap={() => setTaking(true)}>
          {obstacle || text.take}
        </Button>
      </View>
      <TakeSheet
        reward={reward}
        open={taking}
        onClose={() => setTaking(false)}
        onTaken={onTaken}
        onChanged={onChanged}
      />
    </>
  )
}
