/** Whom the purchase is for: avatar and tier on the card's material, the last visit, what is owed. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import MemberAvatar from '../../../components/MemberAvatar'
import TierBadge from '../../../components/TierBadge'
import type { MemberHeadView } from '../../../contract/views'
import { countText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text } from '../../../text/zh-cn-assistant'
import { visitDayText } from '../figures'
import './visit-head.scss'

interface VisitHeadProps {
  readonly member: MemberHeadView
  readonly nowMs: number
}

/** A longer name is written smaller, and never cut: the assistant compares it with what the member says. */
const LONG_NAME = 8

export default memo(function VisitHead({ member, nowMs }: VisitHeadProps): ReactNode {
  const { name, material, tierName, lastVisitDay, visitCount, debt } = member
  const visits =
    lastVisitDay === null
      ? text.firstVisit
      : text.lastVisit(visitDayText(lastVisitDay, nowMs), countText(visitCount))
  const isLong = Array.from(name).length > LONG_NAME
  return (
    <View className="visit-head">
      <MemberAvatar name={name} material={material} />
      <View className="visit-head__words">
        <View className="visit-head__line">
          <View className={isLong ? 'visit-head__name visit-head__name--long' : 'visit-head__name'}>
            {name}
          </View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="visit-head__last">{visits}</View>
        {debt > 0 ? <View className="visit-head__debt">{text.debt(countText(debt))}</View> : null}
      </View>
    </View>
  )
})
