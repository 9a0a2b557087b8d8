/** Orders of cloudPay, newest first: a waiting one is paid or refused here, a paid one is told to its function again. */
import { wallTime } from './cloud'
import type { View } from './documents-view'
import { button, element } from './element'
import { type Act, listView, rowOf } from './list-view'
import { say, type Word } from './words'

interface Order {
  outTradeNo: string
  body: string
  /** Fen. */
  totalFee: number
  openid?: string
  functionName: string
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  cashier: 'none' | 'waiting' | 'paid' | 'failed' | 'cancelled'
  createdAt: number
  isNotified: boolean
}

interface Refund {
  outTradeNo: string
  /** Fen. */
  refundFee: number
}

export function paymentsView(): View {
  return listView<{ orders: Order[]; refunds: Refund[] }>(
    say('payments'),
    'payments',
    ({ orders, refunds }, act) => ({
      rows: [...orders]
        .sort((a, b) => b.createdAt - a.createdAt)
        .map((order) => orderRow(order, refundedOf(order, refunds), act)),
      empty: [say('noPayments'), say('noPaymentsAdvice')],
    }),
  )
}

const refundedOf = ({ outTradeNo }: Order, refunds: Refund[]): number =>
  refunds.filter((each) => each.outTradeNo === outTradeNo).reduce((sum, { refundFee }) => sum + refundFee, 0)

const yuan = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

function statusOf({ state, cashier }: Order): Word {
  if (state === 'REFUND') return 'refunded'
  if (state === 'CLOSED') return 'closed'
  if (state === 'SUCCESS') return 'paid'
  return cashier === 'failed' ? 'payFailed' : cashier === 'cancelled' ? 'cancelled' : 'unpaid'
}

const LOOKS: Partial<Record<Word, string>> = {
  unpaid: 'is-running',
  payFailed: 'is-error',
  cancelled: 'is-idle',
  closed: 'is-idle',
}

function orderRow(order: Order, refunded: number, act: Act): HTMLElement {
  const { outTradeNo, cashier, isNotified, functionName } = order
  const status = statusOf(order)
  const answering = (answer: 'pay' | 'fail' | 'cancel', look: string) =>
    button(say(answer), () => void act('payments/answer', { outTradeNo, answer }), look)
  const isUnheard = cashier === 'paid' && !isNotified
  const choices =
    status === 'unpaid'
      ? [answering('pay', 'main'), answering('fail', 'danger'), answering('cancel', 'quiet')]
      : isUnheard
        ? [button(say('notify'), () => void act('payments/notify', { outTradeNo }))]
        : []
  const about = [outTradeNo, order.openid ?? '', wallTime(order.createdAt)].filter(Boolean).join(' · ')
  return rowOf(
    outTradeNo,
    `row line ${isUnheard ? 'is-error' : (LOOKS[status] ?? 'is-ok')}`,
    element('i', { class: 'dot' }),
    element('b', { class: 'amount' }, yuan(order.totalFee)),
    element(
      'div',
      { class: 'said' },
      element('span', { class: 'what', title: order.body }, order.body),
      element('span', { class: 'who', title: about }, about),
      isUnheard ? element('span', { class: 'wrong' }, `${functionName} ${say('unheard')}`) : null,
    ),
    element('span', { class: 'status' }, refunded > 0 ? `${say(status)} ${yuan(refunded)}` : say(status)),
    choices.length > 0 ? element('div', { class: 'choices' }, ...choices) : null,
  )
}
