/** The new card, and what was already on it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import { calledName } from '../../../components/person-name'
import TierCard from '../../../components/TierCard'
import type { JoinView } from '../../../contract/member'
import { countText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'

interface WelcomeProps {
  readonly joined: JoinView
  readonly mallName: string
  readonly onFinished: () => void
}

function takenOverText({ card, tookOver }: JoinView): string | null {
  if (!tookOver) return null
  return card.points > 0 ? words.join.tookOver(countText(card.points)) : words.join.tookOverNone
}

/** What came of the invitation. */
const invitedText = ({ from, coupon, why }: NonNullable<JoinView['invited']>): string =>
  why ? words.join.notCounted : words.join.invited(from ?? '', coupon ?? '')

export default function Welcome({ joined, mallName, onFinished }: WelcomeProps): ReactNode {
  const takenOver = takenOverText(joined)
  return (
    <View className="join fade-in">
      <View className="join__title" ariaLive="polite">
        {words.join.doneTitle(calledName(joined.card.name))}
      </View>
      <View className="join__lead">{words.join.doneAdvice}</View>
      <View className="join__card">
        <TierCard card={joined.card} mallName={mallName} />
      </View>
      {joined.invited && <View className="join__taken-over">{invitedText(joined.invited)}</View>}
      {takenOver && <View className="join__taken-over num">{takenOver}</View>}
      <Button wide onTap={onFinished}>
        {words.join.finish}
      </Button>
    </View>
  )
}
