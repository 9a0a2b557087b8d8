/** All that is known of an exchange, and what can still be done with it: show its code, pay it, give it back. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useCommand } from '../../../../client/use-command'
import Button from '../../../../components/Button'
import Sheet from '../../../../components/Sheet'
import type { ExchangeView } from '../../../../contract/reward-views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import { SHOP_TEXT } from '../../../../text/shop'
import MeNotice from '../../me/MeNotice'
import { openPickup } from '../../routes'
import { linesOf } from '../exchange-words'
import Lines from '../Lines'
import { usePayment } from '../use-payment'
import '../../me/me.scss'

const text = SHOP_TEXT.exchange

interface ExchangeSheetProps {
  readonly exchange: ExchangeView
  readonly now: number
  readonly open: boolean
  readonly onClose: () => void
  readonly onPaid: () => void
}

function copyNumber(tracking: string): void {
  void Taro.setClipboardData({ data: tracking }).catch(() =>
    Taro.showToast({ title: text.cannotCopy, icon: 'none' }),
  )
}

export default function ExchangeSheet({
  exchange,
  now,
  open,
  onClose,
  onPaid,
}: ExchangeSheetProps): ReactNode {
  const command = useCommand('member', 'cancel-exchange')
  const payment = usePayment()
  const [sure, setSure] = useState(false)
  const { exchangeId, state, way, points, priceFen } = exchange
  const busy = command.state === 'running' || payment.state === 'running'
  const close = (): void => {
    if (command.state === 'failed' || command.state === 'done') command.reset()
    setSure(false)
    onClose()
  }
  const cancel = async (): Promise<void> => {
    const answer = await command.run({ exchangeId })
    if (answer.ok) close()
  }
  const pay = async (): Promise<void> => {
    if (!(await payment.pay(exchangeId))) return
    onPaid()
    close()
    if (way === 'pickup') openPickup(exchangeId)
  }
  return (
    <Sheet open={open} title={exchange.rewardName} busy={busy} onClose={close}>
      <View className="exchange-sheet">
        <Lines lines={linesOf(exchange, now)} />
        <View>
          {sure && (
            <View className="exchange-sheet__means num" ariaLive="polite">
              {text.cancelMeans(countText(points))}
              {priceFen > 0 && state === 'held' ? text.cancelMoney(shortYuanText(fen(priceFen))) : ''}
            </View>
          )}
          <MeNotice command={command} />
          <MeNotice command={payment.notice} />
        </View>
        {sure ? (
          <>
            <Button wide loading={busy} onTap={() => void cancel()}>
              {command.state === 'unknown' ? text.again : busy ? text.cancelling : text.cancelConfirm}
            </Button>
            <Button wide kind="text" disabled={busy} onTap={() => setSure(false)}>
              {text.keep}
            </Button>
          </>
        ) : (
          <Ways exchange={exchange} busy={busy} onPay={() => void pay()} onCancel={() => setSure(true)} />
        )}
      </View>
    </Sheet>
  )
}

interface WaysProps {
  readonly exchange: ExchangeView
  readonly busy: boolean
  readonly onPay: () => void
  readonly onCancel: () => void
}

/** What can be done with it as it stands. */
function Ways({ exchange, busy, onPay, onCancel }: WaysProps): ReactNode {
  const { exchangeId, state, way, tracking } = exchange
  return (
    <>
      {state === 'held' && way === 'pickup' && (
        <Button wide icon="qr-code" onTap={() => openPickup(exchangeId)}>
          {text.showCode}
        </Button>
      )}
      {state === 'unpaid' && (
        <Button wide loading={busy} onTap={onPay}>
          {text.pay}
        </Button>
      )}
      {tracking !== undefined && (
        <Button wide kind="secondary" onTap={() => copyNumber(tracking)}>
          {text.copy}
        </Button>
      )}
      {(state === 'unpaid' || state === 'held') && (
        <Button wide kind="text" disabled={busy} onTap={onCancel}>
          {text.cancel}
        </Button>
      )}
    </>
  )
}
