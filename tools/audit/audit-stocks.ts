/** Stocks: what a counter says was taken, coupons and exchanges that name it bear out, and nothing names one that is not there. */
import { hasEnded } from './audit-exchanges'
import { groupedBy, type Ledger, type Report } from './ledger'

export function auditStocks({ stocks = [], exchanges = [], coupons }: Ledger, report: Report): void {
  // A coupon stays taken whatever becomes of it; an exchange that ended put its piece back.
  const naming = [...coupons, ...exchanges.filter((each) => !hasEnded(each))]
  const takenFrom = groupedBy(
    naming.filter(({ stockId }) => stockId !== null),
    ({ stockId }) => stockId ?? '',
  )
  for (const { _id, total, taken } of stocks) {
    if (taken < 0 || taken > total) report('stock.bounds', [_id], `${taken} of ${total} are taken`)
    const held = takenFrom.get(_id)?.length ?? 0
    if (held !== taken) report('stock.taken', [_id], `${taken} are taken, coupons and exchanges have ${held}`)
    takenFrom.delete(_id)
  }
  for (const [stockId, [first]] of takenFrom)
    report('stock.unknown', [stockId, first?._id ?? ''], 'is named and is not there')
}
