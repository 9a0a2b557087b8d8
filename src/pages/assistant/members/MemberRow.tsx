/** An own member in the list: who, tier, when last here, how full the book is. A tap opens the book. */
import { View } from '@tarojs/components'
import { memo, type ReactNode } from 'react'
import MemberAvatar from '../../../components/MemberAvatar'
import TierBadge from '../../../components/TierBadge'
import type { OwnMemberView } from '../../../contract/client-book'
import { OWN_TEXT as text, PHONE_TEXT } from '../../../text/zh-cn/clients'
import { STAGE_TEXT } from '../../../text/zh-cn/counter'
import { lastVisitText } from '../figures'
import './member-row.scss'

interface MemberRowProps {
  readonly member: OwnMemberView
  readonly now: number
  /** Keeps its place out of sight. */
  readonly hidden?: boolean
  readonly onOpen: (member: OwnMemberView) => void
}

export default memo(function MemberRow(props: MemberRowProps): ReactNode {
  const { member, now, hidden = false, onOpen } = props
  const { name, material, tierName, lastVisitDay, stage, phoneTail, completeness } = member
  const last = lastVisitDay === null ? text.never : lastVisitText(lastVisitDay, now)
  return (
    <View
      className={hidden ? 'gone' : 'member-row'}
      hoverClass="member-row--down"
      hoverStayTime={60}
      ariaRole="button"
      ariaLabel={text.rowLabel(name, tierName, last, completeness)}
      onClick={() => onOpen(member)}
    >
      <MemberAvatar name={name} material={material} size={40} />
      <View className="member-row__words">
        <View className="member-row__line">
          <View className="member-row__name">{name}</View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="member-row__facts">
          {stage === 'potential' ? last : `${last} · ${STAGE_TEXT[stage]}`}
        </View>
        {phoneTail === null ? null : <View className="member-row__facts">{PHONE_TEXT.tail(phoneTail)}</View>}
      </View>
      <View className="member-row__percent">{text.percentBare(completeness)}</View>
    </View>
  )
})
