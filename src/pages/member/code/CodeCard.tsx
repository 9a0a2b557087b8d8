/** The code page once there is a code: whose it is, the ticket, and what to do when nobody can scan it. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Icon from '../../../components/Icon'
import type { CodeView } from '../../../contract/code-views'
import { countText } from '../../../domain/money/yuan-text'
import { words } from '../../../text/member'
import CodePanel from './CodePanel'
import Countdown from './Countdown'
import Outcome from './Outcome'
import OtherWays from './OtherWays'
import type { CodeLife } from '../../../client/code-life'
import { hasOutcome } from './outcome-words'
import type { MemberCode } from './use-member-code'

interface CodeCardProps {
  readonly member: MemberCode
  readonly code: CodeView
  readonly life: CodeLife
  readonly bright: boolean
  readonly onFinish: () => void
}

export default function CodeCard({ member, code, life, bright, onFinish }: CodeCardProps): ReactNode {
  const [telling, setTelling] = useState(false)
  const { status } = member
  const { card, mallName, phoneTail } = code
  const points = status?.points ?? card.points
  const tierName = status?.tierName ?? card.tierName
  return (
    <>
      <View className="code__who">
        <View className="code__member">
          <View className="code__name">{card.name}</View>
          <View className="code__tier num">{words.code.who(tierName, countText(points))}</View>
        </View>
        <View className="code__mall">
          <Icon name="leaf" size={22} />
          <View className="code__mall-name">{mallName}</View>
        </View>
      </View>
      <View className="code__shadow">
        {hasOutcome(status) ? (
          <Outcome status={status} onFinish={onFinish} onShowAgain={member.showAgain} />
        ) : (
          <View className="ticket" ariaLabel={words.code.panelLabel}>
            <CodePanel code={code.code} />
            <Countdown
              life={life}
              periodSeconds={code.periodSeconds}
              renewing={member.renewing}
              failed={member.failure !== null}
              onRenew={member.renew}
            />
          </View>
        )}
      </View>
      {bright && (
        <View className="code__hint">
          <Icon name="sun" size={18} />
          <View>{words.code.brightened}</View>
        </View>
      )}
      {!hasOutcome(status) && (
        <View className="code__help" ariaRole="button" onClick={() => setTelling(true)}>
          <View className="code__help-words">{words.code.cannotScan}</View>
        </View>
      )}
      <OtherWays
        open={telling}
        tail={phoneTail}
        hasBirthday={code.hasBirthday}
        hasCode
        onClose={() => setTelling(false)}
      />
    </>
  )
}
