/** The payment of an exchange as a page sees it: under way, put away, or failed and why. */
import { useState } from 'react'
import type { CommandView } from '../../../client/use-command'
import { payFor } from './pay-for'

type Notice = CommandView<unknown>

export interface ExchangePayment {
  readonly state: 'idle' | 'running' | 'unpaid' | 'failed'
  /** Why the money could not even be asked for. */
  readonly notice: Notice
  /** True once the sheet says that it is paid. */
  readonly pay: (exchangeId: string) => Promise<boolean>
}

const NONE: Notice = { state: 'idle', data: null, error: null }

export function usePayment(): ExchangePayment {
  const [state, setState] = useState<ExchangePayment['state']>('idle')
  const [notice, setNotice] = useState<Notice>(NONE)
  const pay = async (exchangeId: string): Promise<boolean> => {
    setState('running')
    setNotice(NONE)
    const payment = await payFor(exchangeId)
    if (payment.kind === 'failed') setNotice({ state: 'failed', data: null, error: payment.failure })
    setState(payment.kind === 'paid' ? 'idle' : payment.kind)
    return payment.kind === 'paid'
  }
  return { state, notice, pay }
}
