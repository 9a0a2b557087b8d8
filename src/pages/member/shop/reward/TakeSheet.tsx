/** Taking a reward: how, where to, what it costs and what cannot be undone; then one press, and the money if there is any. */
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Button from '../../../../components/Button'
import Sheet from '../../../../components/Sheet'
import type { ExchangeView, RewardDetailView } from '../../../../contract/reward-views'
import { fen } from '../../../../domain/money/fen'
import { countText, shortYuanText } from '../../../../domain/money/yuan-text'
import type { RewardWay } from '../../../../domain/rewards/reward'
import { SHOP_TEXT } from '../../../../text/shop'
import MeNotice from '../../me/MeNotice'
import { openExchanges } from '../../routes'
import AddressFields from './AddressFields'
import { useTaking, type Taking } from './use-taking'
import '../../me/me.scss'

const text = SHOP_TEXT.sheet

interface TakeSheetProps {
  readonly reward: RewardDetailView
  readonly open: boolean
  readonly onClose: () => void
  /** Taken, and there is no code to show. */
  readonly onTaken: (exchange: ExchangeView) => void
  readonly onChanged: () => void
}

function meansOf({ points, priceFen, holdDays }: RewardDetailView, way: RewardWay | null): readonly string[] {
  const cost = countText(points)
  const taken =
    way === null ? text.coupon(cost) : way === 'pickup' ? text.pickup(cost, holdDays) : text.delivery(cost)
  return [taken, ...(priceFen > 0 ? [text.money(shortYuanText(fen(priceFen)))] : [])]
}

/** The code takes the place of the page: going back leads to the shelf. */
const showCode = (exchangeId: string): void =>
  void Taro.redirectTo({
    url: `/pages/member/shop/pickup/index?done=1&id=${encodeURIComponent(exchangeId)}`,
  })

export default function TakeSheet({ reward, open, onClose, onTaken, onChanged }: TakeSheetProps): ReactNode {
  const finish = (exchange: ExchangeView): void =>
    exchange.way === 'pickup' ? showCode(exchange.exchangeId) : onTaken(exchange)
  const taking = useTaking(reward, { onTaken: finish, onChanged })
  const { command, payment, busy, way, missing } = taking
  const close = (): void => {
    taking.leave()
    onClose()
  }
  return (
    <Sheet open={open} title={text.title} busy={busy} onClose={close}>
      <View className="take">
        <View className="take__name">{reward.name}</View>
        <View className={taking.unpaid ? 'take__after take__after--over num' : 'take__after num'}>
          {text.after(countText(Math.max(0, reward.memberPoints - reward.points)))}
        </View>
        {reward.ways.length > 1 && <WayChoice ways={reward.ways} taking={taking} />}
        {/* Places of their own: what comes and goes in them does not send the sheet to the screen again. */}
        <View>
          {way === 'delivery' && <AddressFields address={taking.address} onChange={taking.setAddress} />}
        </View>
        <View>{missing && <View className="take__missing">{text.missing}</View>}</View>
        {meansOf(reward, way).map((line) => (
          <View key={line} className="take__means num">
            {line}
          </View>
        ))}
        <View>
          <MeNotice command={command} />
          {payment.state === 'unpaid' && <Unpaid />}
          <MeNotice command={payment.notice} />
        </View>
        <Buttons reward={reward} taking={taking} onClose={close} />
      </View>
    </Sheet>
  )
}

interface WayChoiceProps {
  readonly ways: readonly RewardWay[]
  readonly taking: Taking
}

function WayChoice({ ways, taking: { way, setWay, busy, unpaid } }: WayChoiceProps): ReactNode {
  return (
    <View className="take__ways">
      {ways.map((each) => (
        <View
          key={each}
          className={each === way ? 'take__way take__way--on' : 'take__way'}
          ariaRole="radio"
          onClick={busy || unpaid ? undefined : () => setWay(each)}
        >
          {SHOP_TEXT.ways[each]}
        </View>
      ))}
    </View>
  )
}

const Unpaid = (): ReactNode => (
  <View className="me-notice" ariaRole="alert" ariaLive="assertive">
    <View className="me-notice__title">{text.unpaidTitle}</View>
    <View className="me-notice__advice">{text.unpaidAdvice}</View>
  </View>
)

interface ButtonsProps {
  readonly reward: RewardDetailView
  readonly taking: Taking
  readonly onClose: () => void
}

function Buttons({ reward, taking, onClose }: ButtonsProps): ReactNode {
  const { command, busy, unpaid } = taking
  if (unpaid)
    return (
      <>
        <Button wide loading={busy} onTap={() => void taking.payAgain()}>
          {busy ? text.paying : text.payAgain}
        </Button>
        <Button wide kind="text" disabled={busy} onTap={openExchanges}>
          {text.later}
        </Button>
      </>
    )
  const cost = countText(reward.points)
  const price = shortYuanText(fen(reward.priceFen))
  const confirm = reward.priceFen > 0 ? text.confirmAndPay(cost, price) : text.confirm(cost)
  return (
    <>
      <Button wide loading={busy} onTap={() => void taking.take()}>
        {command.state === 'unknown' ? text.again : busy ? text.running : confirm}
      </Button>
      <Button wide kind="text" disabled={busy} onTap={onClose}>
        {text.keep}
      </Button>
    </>
  )
}
