/** Asks for the money of an exchange by WeChat's own sheet. Whether it was paid, the server learns from the cashier alone. */
import Taro from '@tarojs/taro'
import { call } from '../../../client/call'
import type { Failure } from '../../../client/answer'

export type Payment =
  /** The sheet says so; the server may hear of it a moment later. */
  | { readonly kind: 'paid' }
  /** Put away, or refused by the bank. */
  | { readonly kind: 'unpaid' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export async function payFor(exchangeId: string): Promise<Payment> {
  const answer = await call('member', 'pay-exchange', { exchangeId })
  if (!answer.ok) return { kind: 'failed', failure: answer.error }
  try {
    await Taro.requestPayment(answer.data)
    return { kind: 'paid' }
  } catch {
    return { kind: 'unpaid' }
  }
}
