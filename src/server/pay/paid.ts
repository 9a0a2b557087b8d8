/** An exchange was paid, or somebody says so: the cashier is asked, and what is true is booked. */
import { bookPayment, settleMoneyOf } from '../booking/exchange-money'
import { exchanges } from '../store/exchanges'

/** @returns whether nothing is left to be told. */
export async function paid(exchangeId: string, at: number): Promise<boolean> {
  const exchange = await exchanges.get(exchangeId)
  if (!exchange?.payment) return true
  if ((await bookPayment(exchange, at)) === null) return false
  await settleMoneyOf(exchangeId, at)
  return true
}
