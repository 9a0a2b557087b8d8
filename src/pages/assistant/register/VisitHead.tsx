/** Whom the purchase is for: avatar and tier on the card's material, the last visit, the stage, what is owed. A tap tells more. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import MemberAvatar from '../../../components/MemberAvatar'
import TierBadge from '../../../components/TierBadge'
import type { MemberHeadView } from '../../../contract/views'
import { countText } from '../../../domain/money/yuan-text'
import { REGISTER_TEXT as text } from '../../../text/zh-cn/assistant'
import { BOOK_TEXT, STAGE_TEXT } from '../../../text/zh-cn/counter'
import { visitsText } from '../figures'
import './visit-head.scss'

interface VisitHeadProps {
  readonly member: MemberHeadView
  readonly nowMs: number
  /** Opens what the store knows of the member. */
  readonly onOpen: () => void
}

/** A longer name is written smaller, and never cut: the assistant compares it with what the member says. */
const LONG_NAME = 8

export default memo(function VisitHead({ member, nowMs, onOpen }: VisitHeadProps): ReactNode {
  const { name, material, tierName, lastVisitDay, visitCount, debt, stage } = member
  const visits = lastVisitDay === null ? text.firstVisit : visitsText(lastVisitDay, visitCount, nowMs)
  const isLong = Array.from(name).length > LONG_NAME
  return (
    <View
      className="visit-head"
      hoverClass="visit-head--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={BOOK_TEXT.open(name)}
      onClick={onOpen}
    >
      <MemberAvatar name={name} material={material} />
      <View className="visit-head__words">
        <View className="visit-head__line">
          <View className={isLong ? 'visit-head__name visit-head__name--long' : 'visit-head__name'}>
            {name}
          </View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="visit-head__facts">
          <View className="visit-head__last">{visits}</View>
          {stage === 'potential' ? null : <View className="visit-head__stage">{STAGE_TEXT[stage]}</View>}
        </View>
        {debt > 0 ? <View className="visit-head__debt">{text.debt(countText(debt))}</View> : null}
      </View>
      <Icon name="chevron-right" size={20} />
    </View>
  )
})
