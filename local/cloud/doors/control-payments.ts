/** The local cashier at the door of the tools. */
import { isCashierAnswer } from './client-payment'
import type { Routes } from './control-route'
import { answer, bodyOf, plainError } from './door'

export const PAYMENT_ROUTES: Routes = {
  'GET payments': (_request, { payments }) =>
    answer({ orders: payments.orders(), refunds: payments.refunds() }),
  'POST payments/answer': async (request, { payments }) => {
    const { outTradeNo, answer: given } = bodyOf(request)
    if (!isCashierAnswer(given)) return plainError(400, 'the body needs an answer: pay, fail or cancel')
    const order = await payments.answer(String(outTradeNo), given)
    return order ? answer({ order }) : plainError(404, `no order ${String(outTradeNo)} waits to be paid`)
  },
  'POST payments/notify': async (request, { payments }) => {
    const { outTradeNo } = bodyOf(request)
    const order = await payments.notify(String(outTradeNo))
    return order ? answer({ order }) : plainError(404, `no order ${String(outTradeNo)} is paid`)
  },
}
