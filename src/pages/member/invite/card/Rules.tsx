/** What counts and what does not, in a sheet: before somebody writes to all friends at once. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Sheet from '../../../../components/Sheet'
import type { InviteView } from '../../../../contract/referral-views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import { INVITE_TEXT as text } from '../../../../text/invite'
import { friendGetsWords } from '../use-poster'
import './rules.scss'

interface RulesProps {
  readonly invite: Pick<InviteView, 'terms' | 'limits'>
  readonly open: boolean
  readonly onClose: () => void
}

export default function Rules({ invite, open, onClose }: RulesProps): ReactNode {
  const { terms, limits } = invite
  const parts = text.rules({
    coupon: friendGetsWords(terms),
    points: countText(terms.points),
    least: shortYuanText(fen(terms.leastFirstPurchaseFen)),
    perDay: countText(limits.perDay),
    perSeason: countText(limits.perSeason),
  })
  return (
    <Sheet open={open} title={text.rulesTitle} onClose={onClose}>
      {parts.map(({ title, line }) => (
        <View className="rules__part" key={title}>
          <View className="rules__title">{title}</View>
          <View className="rules__line num">{line}</View>
        </View>
      ))}
    </Sheet>
  )
}
