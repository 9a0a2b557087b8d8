/** Handing over what a member took for points: the pick-up code was scanned, the thing is compared, one press. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import NavBar from '../../../components/NavBar'
import Screen from '../../../components/Screen'
import { serverClockNow } from '../../../client/phone-clock'
import { useCommand } from '../../../client/use-command'
import type { VisitView } from '../../../contract/assistant'
import type { HandOverView } from '../../../contract/reward-views'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { HAND_OVER_TEXT as text } from '../../../text/zh-cn/redeeming'
import CommandNotice from '../CommandNotice'
import Notice from '../Notice'
import NoVisit from '../NoVisit'
import { visitOnHand } from '../on-hand'
import VisitHead from '../register/VisitHead'
import { backToDesk, openClientBook } from '../routes'
import HandedOver from './HandedOver'
import Thing from './Thing'
import './index.scss'

export default function HandOverPage(): ReactNode {
  const [visit] = useState(visitOnHand)
  return (
    <Screen>
      <NavBar title={text.title} />
      {/* A place of its own: the result does not send the bar above it again. */}
      <View>
        {visit?.shown?.kind === 'exchange' ? <HandOver visit={visit} thing={visit.shown} /> : <NoVisit />}
      </View>
    </Screen>
  )
}

interface HandOverProps {
  readonly visit: VisitView
  readonly thing: HandOverView
}

function HandOver({ visit, thing }: HandOverProps): ReactNode {
  const [openedAt] = useState(serverClockNow)
  const [isUndone, setUndone] = useState(false)
  const command = useCommand('assistant', 'hand-over')
  const { exchangeId } = thing
  const running = command.state === 'running'
  if (command.state === 'done')
    return (
      <HandedOver
        thing={thing}
        member={visit.member}
        onUndone={() => {
          command.reset()
          setUndone(true)
        }}
      />
    )
  return (
    <>
      <VisitHead member={visit.member} nowMs={openedAt} onOpen={openClientBook} />
      <Thing thing={thing} nowMs={openedAt} />
      <View>
        {isUndone && command.state === 'idle' ? <Notice tone="done" advice={text.undone} /> : null}
        <CommandNotice command={command} unknownAdvice={text.unknown} />
      </View>
      <View className="hand-over__go">
        <Button wide loading={running} onTap={() => void command.run({ visit: visit.visit, exchangeId })}>
          {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : text.confirm}
        </Button>
        <Button kind="text" disabled={running} onTap={backToDesk}>
          {SHARED_TEXT.backToDesk}
        </Button>
      </View>
    </>
  )
}
