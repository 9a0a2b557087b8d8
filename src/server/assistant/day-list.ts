/**
 * What the assistant's store did on a day, newest first, by cursor. The first page brings the day's totals: two calls, together.
 * Invariant: a page fits into an answer (1 MB), however long its receipts are; nothing of the day is skipped.
 */
import type { DayListView } from '../../contract/assistant'
import { businessDayOf } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import { dayTotals, purchases, type PurchaseDocument } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { purchaseView } from '../view/purchase'

const PAGE = 20
/** Of all purchases of a page; a receipt has 1,200 at most. */
const MOST_LINES = 2400

export async function dayList(
  call: Call & { who: StaffDocument },
  input: { day?: string | undefined; after?: string | undefined },
): Promise<Outcome<DayListView>> {
  const { who, at } = call
  const day = input.day ?? businessDayOf(at)
  const [programme, found, totals] = await Promise.all([
    programmeInForce(),
    purchases.page({ storeId: who.storeId, day }, 'listKey', PAGE + 1, input.after),
    input.after === undefined ? dayTotals(who.storeId, day) : null,
  ])
  const shown = pageOf(found)
  return {
    data: {
      day,
      storeName: who.storeName,
      assistantName: who.name,
      purchases: shown.map((purchase) => purchaseView(purchase, programme, call.openid, at)),
      totals,
      next: found.length > shown.length ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: at,
    },
  }
}

function pageOf(found: readonly PurchaseDocument[]): PurchaseDocument[] {
  let lines = 0
  const tooMany = found.findIndex((purchase) => (lines += purchase.lines.length) > MOST_LINES)
  return found.slice(0, tooMany < 0 ? PAGE : Math.min(PAGE, tooMany))
}
