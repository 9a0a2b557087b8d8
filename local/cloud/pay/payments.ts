/**
 * cloudPay with a cashier of this machine: an order waits until somebody pays, fails or cancels it here; then the function
 * that the order names is told. Invariant: an order is paid once, whatever is asked again; refunds never exceed it.
 */
import { randomBytes, randomInt } from 'node:crypto'
import type { MovableClock } from '../clock'
import type { Strictness } from '../strictness'
import { type CashierState, type Order, type Orders, type Refund } from './orders'
import {
  asPayAnswer,
  fenIn,
  numberIn,
  type PayAnswer,
  PayFault,
  type PayInput,
  payTime,
  paid,
  PayRefusal,
  textIn,
} from './pay-answer'

export type CashierAnswer = 'pay' | 'fail' | 'cancel'

export interface PaymentControls {
  orders(): Order[]
  refunds(): Refund[]
  /** What the person does at the cashier; undefined, when no order of this number waits for it. */
  answer(outTradeNo: string, answer: CashierAnswer): Promise<Order | undefined>
  /** Tells the function of a paid order the result once more, as the platform does until it is understood. */
  notify(outTradeNo: string): Promise<Order | undefined>
}

export interface PaymentParts {
  orders: Orders
  clock: MovableClock
  strict: Strictness
  /** Calls the function that an order names; its result, or undefined when it failed. */
  tell: (functionName: string, event: Record<string, unknown>) => Promise<unknown>
  log: (line: string) => void
}

const PREPAY_MS = 2 * 3_600_000
const ENDED: Readonly<Record<CashierAnswer, CashierState>> = {
  pay: 'paid',
  fail: 'failed',
  cancel: 'cancelled',
}

export class Payments {
  constructor(private readonly parts: PaymentParts) {}

  /** Undefined, when there is no such API here. */
  call(api: string, input: PayInput, openid: string | undefined): PayAnswer | undefined {
    try {
      switch (api) {
        case 'unifiedOrder':
          return this.unifiedOrder(input, openid)
        case 'queryOrder':
          return this.queryOrder(input)
        case 'closeOrder':
          return this.closeOrder(input)
        case 'refund':
          return this.refund(input)
        case 'queryRefund':
          return this.queryRefund(input)
        default:
          return undefined
      }
    } catch (error) {
      return asPayAnswer(error)
    }
  }

  readonly controls: PaymentControls = {
    orders: () => this.parts.orders.list(),
    refunds: () => this.parts.orders.refunds(),
    answer: (outTradeNo, answer) => this.settle(outTradeNo, answer),
    notify: async (outTradeNo) => {
      const order = this.parts.orders.find(outTradeNo)
      return order?.paidAt === undefined ? undefined : this.tell(order)
    },
  }

  /** The order behind `prepay_id=…`, when this person may still pay it. */
  ask(prepay: string, openid: string): Order | undefined {
    const order = this.byPrepay(prepay, openid)
    if (!order || !this.isPayable(order)) return order
    const waiting: Order = { ...order, cashier: 'waiting' }
    this.parts.orders.save(waiting)
    return waiting
  }

  byPrepay(prepay: string, openid: string): Order | undefined {
    const order = this.parts.orders.list().find(({ prepayId }) => prepay === `prepay_id=${prepayId}`)
    return order && (order.openid ?? openid) === openid ? order : undefined
  }

  private unifiedOrder(input: PayInput, openid: string | undefined): PayAnswer {
    const outTradeNo = numberIn(input, 'out_trade_no')
    const wanted = {
      outTradeNo,
      body: textIn(input, 'body', 128),
      totalFee: fenIn(input, 'total_fee'),
      subMchId: textIn(input, 'sub_mch_id', 32),
      functionName: textIn(input, 'function_name', 64),
      ...(input['attach'] === undefined ? {} : { attach: textIn(input, 'attach', 127) }),
    }
    textIn(input, 'env_id', 64)
    textIn(input, 'spbill_create_ip', 64)
    const known = this.parts.orders.find(outTradeNo)
    if (known) return this.again(known, wanted)
    const order: Order = {
      ...wanted,
      ...(openid === undefined ? {} : { openid }),
      prepayId: `wx${payTime(this.parts.clock.now())}${randomBytes(9).toString('hex')}`,
      nonceStr: randomBytes(16).toString('hex'),
      state: 'NOTPAY',
      cashier: 'none',
      createdAt: this.parts.clock.now(),
      isNotified: false,
    }
    this.parts.orders.save(order)
    return this.prepared(order)
  }

  private again(known: Order, wanted: Pick<Order, 'totalFee' | 'body'>): PayAnswer {
    if (known.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
    if (known.state !== 'NOTPAY') throw new PayRefusal('ORDERPAID', '该订单已支付')
    if (known.totalFee !== wanted.totalFee || known.body !== wanted.body)
      throw new PayRefusal('OUT_TRADE_NO_USED', '商户订单号重复')
    return this.prepared(known)
  }

  private prepared({ prepayId, nonceStr, subMchId, createdAt }: Order): PayAnswer {
    const payment = {
      time_stamp: String(Math.floor(createdAt / 1000)),
      nonce_str: nonceStr,
      package: `prepay_id=${prepayId}`,
      sign_type: 'MD5',
      pay_sign: 'LOCAL',
    }
    return paid({ sub_mch_id: subMchId, trade_type: 'JSAPI', prepay_id: prepayId, payment })
  }

  private queryOrder(input: PayInput): PayAnswer {
    textIn(input, 'sub_mch_id', 32)
    const order = this.wanted(input)
    return paid({ ...this.result(order), trade_state: order.state, trade_state_desc: order.state })
  }

  private closeOrder(input: PayInput): PayAnswer {
    const order = this.wanted(input)
    if (order.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
    if (order.state !== 'NOTPAY') throw new PayRefusal('ORDERPAID', '订单已支付，不能关闭')
    this.parts.orders.save({ ...order, state: 'CLOSED' })
    return paid({ sub_mch_id: order.subMchId })
  }

  private refund(input: PayInput): PayAnswer {
    const order = this.wanted(input)
    const outRefundNo = textIn(input, 'out_refund_no', 64, /^[\w\-|*@]+$/)
    const refundFee = fenIn(input, 'refund_fee')
    if (order.paidAt === undefined) throw new PayRefusal('TRADE_STATE_ERROR', '订单未支付，不能退款')
    if (fenIn(input, 'total_fee') !== order.totalFee)
      throw new PayRefusal('INVALID_REQUEST', '订单金额不一致')
    const before = this.parts.orders.refunds().find((refund) => refund.outRefundNo === outRefundNo)
    if (before && (before.refundFee !== refundFee || before.outTradeNo !== order.outTradeNo))
      throw new PayRefusal('INVALID_REQUEST', '退款金额与之前的请求不一致')
    const sum = this.parts.orders
      .refunds(order.outTradeNo)
      .reduce((fen, { refundFee: each }) => fen + each, 0)
    if (!before && sum + refundFee > order.totalFee)
      throw new PayRefusal('INVALID_REQUEST', '累计退款金额大于支付金额')
    const refund = before ?? {
      outRefundNo,
      outTradeNo: order.outTradeNo,
      refundId: `5${digits(27)}`,
      refundFee,
      refundedAt: this.parts.clock.now(),
    }
    if (!before) this.parts.orders.saveRefund(refund, { ...order, state: 'REFUND' })
    return paid({
      ...this.numbers(order),
      out_refund_no: outRefundNo,
      refund_id: refund.refundId,
      refund_fee: refundFee,
      total_fee: order.totalFee,
      cash_fee: order.totalFee,
    })
  }

  private queryRefund(input: PayInput): PayAnswer {
    const byNumber = this.parts.orders
      .refunds()
      .filter(({ outRefundNo }) => outRefundNo === input['out_refund_no'])
    const refunds = byNumber.length ? byNumber : this.parts.orders.refunds(this.wanted(input).outTradeNo)
    const order = refunds[0] && this.parts.orders.find(refunds[0].outTradeNo)
    if (!order) throw new PayRefusal('REFUNDNOTEXIST', '退款不存在')
    const each = refunds.flatMap((refund, i) => [
      [`out_refund_no_${i}`, refund.outRefundNo],
      [`refund_id_${i}`, refund.refundId],
      [`refund_fee_${i}`, refund.refundFee],
      [`refund_status_${i}`, 'SUCCESS'],
    ])
    return paid({
      ...this.numbers(order),
      total_fee: order.totalFee,
      refund_count: refunds.length,
      ...(Object.fromEntries(each) as PayAnswer),
    })
  }

  private wanted(input: PayInput): Order {
    const { out_trade_no: outTradeNo, transaction_id: transactionId } = input
    if (outTradeNo === undefined && transactionId === undefined)
      throw new PayFault('缺少参数 out_trade_no 或 transaction_id')
    const order =
      outTradeNo === undefined
        ? this.parts.orders.list().find((each) => each.transactionId === transactionId)
        : this.parts.orders.find(numberIn(input, 'out_trade_no'))
    if (!order) throw new PayRefusal('ORDERNOTEXIST', '订单不存在')
    return order
  }

  private async settle(outTradeNo: string, answer: CashierAnswer): Promise<Order | undefined> {
    const order = this.parts.orders.find(outTradeNo)
    if (!order || !this.isPayable(order)) return undefined
    const ended: Order = { ...order, cashier: ENDED[answer] }
    if (answer !== 'pay') {
      this.parts.orders.save(ended)
      return ended
    }
    const now = this.parts.clock.now()
    const transactionId = `42${digits(26)}`
    const settled: Order = { ...ended, state: 'SUCCESS', paidAt: now, transactionId }
    this.parts.orders.save(settled)
    return this.tell(settled)
  }

  private isPayable({ state, createdAt }: Order): boolean {
    const isOver = this.parts.strict.paymentTime && this.parts.clock.now() > createdAt + PREPAY_MS
    return state === 'NOTPAY' && !isOver
  }

  private async tell(order: Order): Promise<Order> {
    const event = camelCase(paid({ ...this.result(order), is_subscribe: 'N', bank_type: 'OTHERS' }))
    const answer = await this.parts.tell(order.functionName, event)
    const isNotified = (answer as { errcode?: unknown } | null | undefined)?.errcode === 0
    if (!isNotified)
      this.parts.log(`${order.functionName} did not answer the payment of ${order.outTradeNo} with errcode 0`)
    // The function may have closed the matter meanwhile, by a refund for one.
    const latest = { ...(this.parts.orders.find(order.outTradeNo) ?? order) }
    const told: Order = { ...latest, isNotified: latest.isNotified || isNotified }
    this.parts.orders.save(told)
    return told
  }

  private result(order: Order): PayAnswer {
    const { totalFee, openid, attach, paidAt } = order
    return {
      ...this.numbers(order),
      trade_type: 'JSAPI',
      total_fee: totalFee,
      fee_type: 'CNY',
      ...(openid === undefined ? {} : { openid, sub_openid: openid }),
      ...(attach === undefined ? {} : { attach }),
      ...(paidAt === undefined
        ? {}
        : { cash_fee: totalFee, cash_fee_type: 'CNY', time_end: payTime(paidAt) }),
    }
  }

  private numbers({ outTradeNo, transactionId, subMchId }: Order): PayAnswer {
    return {
      sub_mch_id: subMchId,
      out_trade_no: outTradeNo,
      ...(transactionId === undefined ? {} : { transaction_id: transactionId }),
    }
  }
}

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

const camelCase = (fields: PayAnswer): PayAnswer =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
