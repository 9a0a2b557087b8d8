/** How long the code lasts: a ring by the second, tea-coloured in the last five, and the way to a new one. */
import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import Icon from '../../../components/Icon'
import { words } from '../../../text/member'
import { ringTurn, type CodeLife } from '../../../client/code-life'
import './countdown.scss'

interface CountdownProps {
  readonly life: CodeLife
  readonly periodSeconds: number
  readonly renewing: boolean
  /** The last attempt to renew failed. */
  readonly failed: boolean
  readonly onRenew: () => void
}

function lines(props: CountdownProps): readonly [title: string, detail: string] {
  const { life, renewing, failed } = props
  if (failed && life.phase === 'due') return [words.code.lastsOffline, words.code.offline]
  if (renewing || life.phase === 'due') return [words.code.renewing, words.code.noCopy]
  return [words.code.renews, words.code.noCopy]
}

export default function Countdown(props: CountdownProps): ReactNode {
  const { life, periodSeconds, renewing, failed, onRenew } = props
  const [title, detail] = lines(props)
  const waiting = life.phase === 'due' && !failed
  const urgent = life.phase !== 'fresh' && !waiting
  const turn = { '--turn': `${waiting ? 0 : ringTurn(life.seconds, periodSeconds)}deg` } as CSSProperties
  return (
    <View className="countdown">
      <View
        className={urgent ? 'ring ring--tea' : 'ring'}
        ariaRole="timer"
        ariaLive={urgent ? 'polite' : 'off'}
        ariaLabel={words.code.renewsLabel(life.seconds)}
      >
        <View className="ring__arc" style={turn} />
        <View className="ring__seconds num">{waiting ? '' : life.seconds}</View>
      </View>
      <View className="countdown__words">
        <View className="countdown__title">{title}</View>
        <View className="countdown__detail">{detail}</View>
      </View>
      <View
        className="countdown__renew pressable"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={words.code.renewNow}
        onClick={renewing ? undefined : onRenew}
      >
        <Icon name="refresh-cw" size={22} />
      </View>
    </View>
  )
}
