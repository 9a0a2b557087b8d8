/** Whose book it is: avatar and tier on the card's material, the last visit, the stage. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import MemberAvatar from '../../components/MemberAvatar'
import TierBadge from '../../components/TierBadge'
import type { MemberHeadView } from '../../contract/views'
import { OWN_TEXT } from '../../text/zh-cn/clients'
import { STAGE_TEXT } from '../../text/zh-cn/counter'
import { visitsText } from './figures'
import './book-head.scss'

interface BookHeadProps {
  readonly member: MemberHeadView
  readonly now: number
}

export default function BookHead({ member, now }: BookHeadProps): ReactNode {
  const { name, material, tierName, lastVisitDay, visitCount, stage } = member
  return (
    <View className="book-head">
      <MemberAvatar name={name} material={material} />
      <View className="book-head__words">
        <View className="book-head__line">
          <View className="book-head__name">{name}</View>
          <TierBadge name={tierName} material={material} />
        </View>
        <View className="book-head__facts">
          {lastVisitDay === null ? OWN_TEXT.never : visitsText(lastVisitDay, visitCount, now)}
        </View>
        {stage === 'potential' ? null : <View className="book-head__facts">{STAGE_TEXT[stage]}</View>}
      </View>
    </View>
  )
}
