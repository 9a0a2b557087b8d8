/** Orders of cloudPay, newest first: a waiting one is paid or refused here, a paid one is told to its function again. */
import { ask, wallTime, wordsOf } from './cloud'
import type { View } from './documents-view'
import { button, element, state } from './element'
import { say } from './words'

interface Order {
  outTradeNo: string
  body: string
  /** Fen. */
  totalFee: number
  openid?: string
  state: string
  cashier: 'none' | 'waiting' | 'paid' | 'failed' | 'cancelled'
  createdAt: number
  isNotified: boolean
}

export function paymentsView(): View {
  const note = element('p', { class: 'figures', role: 'status' })
  const body = element('div', { class: 'sheet' })
  const draw = async () => {
    const { orders } = await ask<{ orders: Order[] }>('payments')
    const rows = [...orders].sort((a, b) => b.createdAt - a.createdAt).map((order) => line(order, act))
    body.replaceChildren(
      rows.length > 0
        ? element('ol', { class: 'rows' }, ...rows)
        : state(say('noPayments'), say('noPaymentsAdvice')),
    )
  }
  const act = async (path: string, request: object) => {
    try {
      await ask(`payments/${path}`, request)
      note.textContent = ''
    } catch (error) {
      note.textContent = wordsOf(error)
    }
    await draw()
  }
  const head = element('header', { class: 'head' }, element('h1', {}, say('payments')), note)
  return { root: element('section', { class: 'list' }, head, body), follow: draw }
}

function line(order: Order, act: (path: string, request: object) => Promise<void>): HTMLElement {
  const { outTradeNo, cashier, isNotified } = order
  const answering = (answer: 'pay' | 'fail' | 'cancel', look: string) =>
    button(say(answer), () => void act('answer', { outTradeNo, answer }), look)
  const isOpen = order.state === 'NOTPAY' && (cashier === 'none' || cashier === 'waiting')
  const choices = isOpen
    ? [answering('pay', 'main'), answering('fail', 'danger'), answering('cancel', 'quiet')]
    : cashier === 'paid' && !isNotified
      ? [button(say('notify'), () => void act('notify', { outTradeNo }))]
      : []
  const look = isOpen ? 'is-running' : cashier === 'failed' ? 'is-error' : 'is-ok'
  return element(
    'li',
    { class: `row line ${look}` },
    element('i', { class: 'dot' }),
    element('b', {}, `¥${(order.totalFee / 100).toFixed(2)}`),
    element('span', { class: 'who' }, `${order.body} · ${outTradeNo} · ${order.openid ?? ''}`),
    element('span', { class: 'when' }, `${order.state} · ${cashier} · ${wallTime(order.createdAt)}`),
    ...choices,
  )
}
