/**
 * Taking a reward, step by step: the exchange under one operation, then the money if there is any.
 * Invariant: once the points are taken, nothing but the payment of that exchange is asked for again.
 */
import { useState } from 'react'
import { askAt } from '../../../../client/ask-to-tell'
import { useCommand, type CommandView } from '../../../../client/use-command'
import type { ExchangedView, ExchangeView, RewardDetailView } from '../../../../contract/reward-views'
import type { RewardWay } from '../../../../domain/rewards/reward'
import { isWhole, NO_ADDRESS, type Address } from './AddressFields'
import { usePayment, type ExchangePayment } from '../use-payment'

export interface Taking {
  readonly command: CommandView<ExchangedView>
  readonly payment: ExchangePayment
  readonly busy: boolean
  readonly way: RewardWay | null
  readonly setWay: (way: RewardWay) => void
  readonly address: Address
  readonly setAddress: (address: Address) => void
  /** The address was not whole when it should have been sent. */
  readonly missing: boolean
  /** The exchange that waits to be paid. */
  readonly unpaid: ExchangeView | null
  readonly take: () => Promise<void>
  readonly payAgain: () => Promise<void>
  /** Forgets a refusal; an answer that never came may still be asked for under its id. */
  readonly leave: () => void
}

interface Ends {
  readonly onTaken: (exchange: ExchangeView) => void
  /** The reward is not as it was shown any more. */
  readonly onChanged: () => void
}

export function useTaking(reward: RewardDetailView, { onTaken, onChanged }: Ends): Taking {
  const command = useCommand('member', 'exchange')
  const payment = usePayment()
  const [way, setWay] = useState<RewardWay | null>(reward.ways[0] ?? null)
  const [address, setAddress] = useState(NO_ADDRESS)
  const [missing, setMissing] = useState(false)
  const [unpaid, setUnpaid] = useState<ExchangeView | null>(null)

  const pay = async (exchange: ExchangeView): Promise<void> => {
    if (await payment.pay(exchange.exchangeId)) onTaken(exchange)
  }
  const take = async (): Promise<void> => {
    const delivered = way === 'delivery'
    const incomplete = delivered && !isWhole(address)
    setMissing(incomplete)
    if (incomplete) return
    const { rewardId, points, priceFen } = reward
    // One sheet of WeChat's at a time: where money is asked for, nothing else is.
    if (priceFen === 0) askAt('exchange')
    const shown = { rewardId, shownPoints: points, shownPriceFen: priceFen, way }
    const answer = await command.run(delivered ? { ...shown, address } : shown)
    if (!answer.ok) {
      if (answer.error.kind === 'refused') onChanged()
      return
    }
    const { exchange } = answer.data
    if (exchange.state !== 'unpaid') return onTaken(exchange)
    setUnpaid(exchange)
    await pay(exchange)
  }
  return {
    command,
    payment,
    busy: command.state === 'running' || payment.state === 'running',
    way,
    setWay,
    address,
    setAddress,
    missing,
    unpaid,
    take,
    payAgain: async () => (unpaid ? pay(unpaid) : undefined),
    leave: () => {
      if (command.state === 'failed') command.reset()
    },
  }
}
