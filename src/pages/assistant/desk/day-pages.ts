/**
 * The day's purchases as the desk lists them, out of pages of twenty. Pure.
 * Invariant: a purchase is listed once, in the order of the server.
 */
import type { DayListView } from '../../../contract/assistant'
import type { PurchaseView } from '../../../contract/views'

/** Further pages, and the cursor of the first page after which they come. */
export interface FurtherPages {
  readonly after: string | null
  readonly pages: readonly DayListView[]
}

export const NO_FURTHER_PAGES: FurtherPages = { after: null, pages: [] }

export interface DaySoFar {
  readonly purchases: readonly PurchaseView[]
  /** Cursor of what is still to be fetched; null when the day is complete. */
  readonly next: string | null
}

/** Further pages count only while they still follow the first one: a new purchase moves every cursor. */
export function daySoFar(first: DayListView, further: FurtherPages): DaySoFar {
  const pages = further.after === first.next ? [first, ...further.pages] : [first]
  const byId = new Map(pages.flatMap((page) => page.purchases).map((each) => [each.purchaseId, each]))
  const purchases = [...byId.values()]
  return { purchases, next: pages[pages.length - 1]?.next ?? null }
}

export function withPage(first: DayListView, further: FurtherPages, page: DayListView): FurtherPages {
  return { after: first.next, pages: further.after === first.next ? [...further.pages, page] : [page] }
}
