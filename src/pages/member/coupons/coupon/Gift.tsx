/** A coupon on its way to a friend: put on a card, sent, and taken back while nobody took it. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { errorText } from '../../../../client/error-text'
import { useCommand, type CommandView } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import { COUPON_TEXT as text } from '../../../../text/coupons'
import { untilClock } from '../../coupon-words'

export interface Offered {
  readonly giftId: string
  readonly until: number
}

function Failed({ command }: { readonly command: CommandView<unknown> }): ReactNode {
  if (command.state === 'unknown') return <View className="given__failed">{text.giftUnknown}</View>
  if (command.state !== 'failed') return <View />
  const { title, advice } = errorText(command.error)
  return (
    <View className="given__failed">
      <View>{title}</View>
      <View>{advice}</View>
    </View>
  )
}

interface GiveProps {
  readonly couponId: string
  readonly onOffered: (offered: Offered) => void
}

export function Give({ couponId, onOffered }: GiveProps): ReactNode {
  const give = useCommand('member', 'give-coupon')
  return (
    <View className="given">
      <Button
        wide
        kind="text"
        loading={give.state === 'running'}
        onTap={() => void give.run({ couponId }).then((answer) => answer.ok && onOffered(answer.data))}
      >
        {text.give}
      </Button>
      <View className="given__advice given__advice--small">{text.giveAdvice}</View>
      <Failed command={give} />
    </View>
  )
}

interface GivenProps {
  readonly couponId: string
  readonly now: number
  readonly offered: Offered
  readonly onBack: () => void
}

export function Given({ couponId, now, offered, onBack }: GivenProps): ReactNode {
  const takeBack = useCommand('member', 'take-back-gift')
  return (
    <View className="given">
      <View className="given__title">{text.giftTitle}</View>
      <View className="given__advice num">{text.giftUntil(untilClock(offered.until, now))}</View>
      <Button wide openType="share">
        {text.giftShare}
      </Button>
      <Button
        wide
        kind="text"
        loading={takeBack.state === 'running'}
        onTap={() => void takeBack.run({ couponId }).then((answer) => answer.ok && onBack())}
      >
        {text.giftTakeBack}
      </Button>
      <Failed command={takeBack} />
    </View>
  )
}
