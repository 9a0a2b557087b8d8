/**
 * Orders and refunds as the data folder keeps them. Amounts are whole fen.
 * Invariant: an order number stands for one order, a refund number for one refund, for good.
 */
import type { Sqlite, Statement } from '../store/sqlite'

export type OrderState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
/** What the person did with the cashier's sheet: not seen it yet, sees it, and how it ended. */
export type CashierState = 'none' | 'waiting' | 'paid' | 'failed' | 'cancelled'

export interface Order {
  outTradeNo: string
  body: string
  totalFee: number
  subMchId: string
  functionName: string
  attach?: string
  /** Who called the function that made the order. */
  openid?: string
  prepayId: string
  nonceStr: string
  state: OrderState
  cashier: CashierState
  /** Instants by the cloud's clock. */
  createdAt: number
  paidAt?: number
  transactionId?: string
  /** Whether the function answered the result of the payment with errcode 0. */
  isNotified: boolean
}

export interface Refund {
  outRefundNo: string
  outTradeNo: string
  refundId: string
  refundFee: number
  refundedAt: number
}

export class Orders {
  private readonly putOrder: Statement
  private readonly oneOrder: Statement
  private readonly allOrders: Statement
  private readonly putRefund: Statement
  private readonly allRefunds: Statement

  constructor(private readonly sqlite: Sqlite) {
    this.reopen()
    this.putOrder = sqlite.prepare('INSERT OR REPLACE INTO orders VALUES (?, ?)')
    this.oneOrder = sqlite.prepare('SELECT body FROM orders WHERE number = ?')
    this.allOrders = sqlite.prepare('SELECT body FROM orders')
    this.putRefund = sqlite.prepare('INSERT INTO refunds VALUES (?, ?)')
    this.allRefunds = sqlite.prepare('SELECT body FROM refunds')
  }

  /** A restored snapshot may be older than these tables. */
  reopen(): void {
    for (const table of ['orders', 'refunds'])
      this.sqlite.exec(`CREATE TABLE IF NOT EXISTS ${table} (number TEXT PRIMARY KEY, body TEXT NOT NULL)`)
  }

  list(): Order[] {
    const orders = this.allOrders.all().map(([body]) => JSON.parse(String(body)) as Order)
    return orders.sort((a, b) => a.createdAt - b.createdAt)
  }

  find(outTradeNo: string): Order | undefined {
    const row = this.oneOrder.get(outTradeNo)
    return row && (JSON.parse(String(row[0])) as Order)
  }

  save(order: Order): void {
    this.putOrder.run(order.outTradeNo, JSON.stringify(order))
  }

  refunds(outTradeNo?: string): Refund[] {
    const refunds = this.allRefunds.all().map(([body]) => JSON.parse(String(body)) as Refund)
    return refunds.filter((refund) => outTradeNo === undefined || refund.outTradeNo === outTradeNo)
  }

  saveRefund(refund: Refund, order: Order): void {
    this.sqlite.atomically(() => {
      this.putRefund.run(refund.outRefundNo, JSON.stringify(refund))
      this.save(order)
    })
  }

  clear(): void {
    this.sqlite.exec('DELETE FROM orders; DELETE FROM refunds')
  }
}
