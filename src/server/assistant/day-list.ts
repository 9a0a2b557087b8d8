/** What the assistant's store did on a day, newest first, by cursor. The first page brings the day's totals: two calls, together. */
import type { DayListView } from '../../contract/assistant'
import { businessDayOf } from '../../domain/time/business-day'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { programmeInForce } from '../store/programme'
import { dayTotals, purchases } from '../store/purchases'
import type { StaffDocument } from '../store/staff'
import { purchaseView } from '../view/purchase'

const PAGE = 20

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
  const shown = found.slice(0, PAGE)
  return {
    data: {
      day,
      storeName: who.storeName,
      assistantName: who.name,
      purchases: shown.map((purchase) => purchaseView(purchase, programme, call.openid, at)),
      totals,
      next: found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null,
      serverNow: at,
    },
  }
}
