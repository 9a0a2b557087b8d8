/** What was handed over, on the member's own metal, and the ways on: the next member, or back today. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../components/Button'
import TierBadge from '../../../components/TierBadge'
import { useCommand } from '../../../client/use-command'
import type { HandOverView } from '../../../contract/reward-views'
import type { MemberHeadView } from '../../../contract/views'
import { REGISTER_TEXT, SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { HAND_OVER_TEXT as text } from '../../../text/zh-cn/redeeming'
import CommandNotice from '../CommandNotice'
import OpeningNotice from '../OpeningNotice'
import { backToDesk, replaceByVisit } from '../routes'
import { useVisitOpening } from '../use-visit-opening'
import '../result.scss'

interface HandedOverProps {
  readonly thing: HandOverView
  readonly member: MemberHeadView
  readonly onUndone: () => void
}

export default function HandedOver({ thing, member, onUndone }: HandedOverProps): ReactNode {
  const { opening, scan } = useVisitOpening(replaceByVisit)
  const command = useCommand('assistant', 'undo-hand-over')
  const running = command.state === 'running'
  const undo = async (): Promise<void> => {
    const answer = await command.run({ exchangeId: thing.exchangeId })
    if (answer.ok) onUndone()
  }
  return (
    <View className="result handed-over">
      <View className={`result__said material--${member.material}`} ariaRole="alert" ariaLive="assertive">
        <View className="result__title">{text.doneTitle}</View>
        <View className="hand-over__name">{thing.rewardName}</View>
        <View className="result__who">
          <View className="result__name">{member.name}</View>
          <TierBadge name={member.tierName} material={member.material} />
        </View>
      </View>
      <View>
        <OpeningNotice opening={opening} />
        <CommandNotice command={command} unknownAdvice={text.undoUnknown} />
      </View>
      <Button wide icon="scan-line" loading={opening.kind === 'resolving'} onTap={scan}>
        {REGISTER_TEXT.next}
      </Button>
      <Button kind="text" onTap={backToDesk}>
        {REGISTER_TEXT.finish}
      </Button>
      <Button kind="text" loading={running} onTap={() => void undo()}>
        {command.state === 'unknown' ? SHARED_TEXT.again : text.undo}
      </Button>
    </View>
  )
}
