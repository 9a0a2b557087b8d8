/** Handing over what a coupon or a benefit is for, or opening the car park to a plate: what it is, one press, and the way back today. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { useCommand } from '../../../client/use-command'
import type { RedeemedView } from '../../../contract/counter-coupons'
import { SHARED_TEXT } from '../../../text/zh-cn/assistant'
import { REDEEM_TEXT as text } from '../../../text/zh-cn/redeeming'
import CommandNotice from '../CommandNotice'
import Notice from '../Notice'
import { faceOf, type CounterTicket } from './coupon-words'
import PlateField from './PlateField'
import { firstPlate, plateOf, rememberProvince, type TypedPlate } from './typed-plate'
import type { Redeeming } from './use-redeeming'
import './redeem-sheet.scss'

interface RedeemSheetProps {
  readonly visit: string
  readonly coupon: CounterTicket
  readonly redeeming: Redeeming
}

export default function RedeemSheet({ visit, coupon, redeeming }: RedeemSheetProps): ReactNode {
  const [busy, setBusy] = useState(false)
  const { open, close, done } = redeeming
  const { couponId: ticketId } = coupon
  const redeemed = done.get(ticketId)
  return (
    <Sheet open={open} busy={busy} title={coupon.name} onClose={close}>
      {redeemed ? (
        <Redeemed
          redeemed={redeemed}
          onUndone={() => redeeming.undone(ticketId)}
          onBusy={setBusy}
          onClose={close}
        />
      ) : (
        <RedeemForm
          visit={visit}
          coupon={coupon}
          onRedeemed={(each) => redeeming.redeemed(ticketId, each)}
          onBusy={setBusy}
        />
      )}
    </Sheet>
  )
}

interface RedeemFormProps extends Pick<RedeemSheetProps, 'visit' | 'coupon'> {
  readonly onRedeemed: (redeemed: RedeemedView) => void
  readonly onBusy: (busy: boolean) => void
}

function RedeemForm({ visit, coupon, onRedeemed, onBusy }: RedeemFormProps): ReactNode {
  const command = useCommand('assistant', 'redeem')
  const [typed, setTyped] = useState(firstPlate)
  const isParking = coupon.worth.kind === 'parking'
  const plate = isParking ? plateOf(typed) : null
  const running = command.state === 'running'
  const { value, condition } = faceOf(coupon.worth)
  const confirm = coupon.benefit ? text.confirmBenefit : text.confirm
  // What was sent and not answered stays as it was: asking again asks for the same.
  const type = (next: TypedPlate): void => {
    if (running || command.state === 'unknown') return
    if (command.state === 'failed') command.reset()
    setTyped(next)
  }
  const redeem = async (): Promise<void> => {
    onBusy(true)
    const { couponId, benefit } = coupon
    const what = benefit ? { benefitId: benefit.benefitId } : { couponId }
    const answer = await command.run({ visit, what, ...(plate !== null && { plate }) })
    onBusy(false)
    if (!answer.ok) return
    if (plate !== null) rememberProvince(plate)
    onRedeemed(answer.data)
  }
  return (
    <View className="redeem">
      <View className="redeem__what">{`${value} ${condition}`}</View>
      <View className="redeem__advice">{coupon.advice}</View>
      {isParking ? <PlateField typed={typed} plate={plate} onType={type} /> : null}
      <View>
        <CommandNotice command={command} unknownAdvice={text.unknown} />
      </View>
      <Button wide disabled={isParking && plate === null} loading={running} onTap={() => void redeem()}>
        {command.state === 'unknown' ? SHARED_TEXT.again : running ? text.running : confirm}
      </Button>
    </View>
  )
}

interface RedeemedProps {
  readonly redeemed: RedeemedView
  readonly onUndone: () => void
  readonly onClose: () => void
  readonly onBusy: (busy: boolean) => void
}

function Redeemed({ redeemed, onUndone, onBusy, onClose }: RedeemedProps): ReactNode {
  const command = useCommand('assistant', 'undo-redeem')
  const { couponId, name, plate } = redeemed
  const running = command.state === 'running'
  const undo = async (): Promise<void> => {
    onBusy(true)
    const answer = await command.run({ couponId })
    onBusy(false)
    if (answer.ok) onUndone()
  }
  return (
    <View className="redeem redeem--done">
      <Notice
        tone="done"
        title={text.doneTitle}
        advice={plate === null ? name : text.donePlate(name, plate)}
      />
      <View>
        <CommandNotice command={command} unknownAdvice={text.undoUnknown} />
      </View>
      <Button wide onTap={onClose}>
        {text.finish}
      </Button>
      <Button wide kind="text" loading={running} onTap={() => void undo()}>
        {command.state === 'unknown' ? SHARED_TEXT.again : text.undo}
      </Button>
    </View>
  )
}
