/** What `wx.requestPayment` of a mini program calls. */
import type { Order } from '../pay/orders'
import type { CashierAnswer, Payments } from '../pay/payments'
import { answer, bodyOf, type DoorAnswer, type DoorRequest, plainError } from './door'

const MESSAGES = {
  none: 'requestPayment:fail the payment cannot be made any more',
  waiting: '',
  paid: 'requestPayment:ok',
  failed: 'requestPayment:fail',
  cancelled: 'requestPayment:fail cancel',
}

/** Shows the order to the person; with an `answer` they have decided already. */
export async function requestPayment(
  request: DoorRequest,
  payments: Payments,
  openid: string,
): Promise<DoorAnswer> {
  const { package: prepay, answer: decided } = bodyOf(request)
  const order = payments.ask(String(prepay), openid)
  if (!order || decided === undefined) return shown(order)
  if (!isCashierAnswer(decided)) return plainError(400, 'an answer is pay, fail or cancel')
  return shown((await payments.controls.answer(order.outTradeNo, decided)) ?? order)
}

/** How a payment that was asked for stands. */
export const paymentState = (request: DoorRequest, payments: Payments, openid: string): DoorAnswer =>
  shown(payments.byPrepay(request.query.get('package') ?? '', openid))

export const isCashierAnswer = (value: unknown): value is CashierAnswer =>
  value === 'pay' || value === 'fail' || value === 'cancel'

function shown(order: Order | undefined): DoorAnswer {
  if (!order) return answer({ state: 'failed', errMsg: 'requestPayment:fail no such payment of this person' })
  const { cashier: state, body, totalFee } = order
  return answer({ state, body, totalFee, ...(MESSAGES[state] ? { errMsg: MESSAGES[state] } : {}) })
}
