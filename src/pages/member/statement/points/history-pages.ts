/**
 * The history as it is listed, out of pages of twenty. Pure.
 * Invariants: an entry is listed once; pages of another wish, or that no longer follow the first one, are not listed.
 */
import type { PointsView } from '../../../../contract/points-and-growth'
import type { EntryView } from '../../../../contract/views'

export interface HistoryWish {
  readonly month?: string
  readonly kind?: 'earned' | 'spent' | 'returned' | 'reversed'
  readonly search?: string
}

export const isWishing = (wish: HistoryWish): boolean =>
  Object.values(wish).some((value) => value !== undefined)

/** Further pages, the wish that they belong to, and the cursor after which they come. */
export interface FurtherPages {
  readonly wish: HistoryWish
  readonly after: string | null
  readonly pages: readonly PointsView[]
}

export const noFurtherPages = (wish: HistoryWish): FurtherPages => ({ wish, after: null, pages: [] })

export interface HistorySoFar {
  readonly entries: readonly EntryView[]
  /** Cursor of what is still to be fetched; null when there is no more. */
  readonly next: string | null
}

const follows = (further: FurtherPages, wish: HistoryWish, first: PointsView): boolean =>
  further.wish === wish && further.after === first.next

export function historySoFar(first: PointsView, further: FurtherPages, wish: HistoryWish): HistorySoFar {
  const pages = follows(further, wish, first) ? [first, ...further.pages] : [first]
  const byId = new Map(pages.flatMap((page) => page.entries).map((entry) => [entry.id, entry]))
  return { entries: [...byId.values()], next: pages[pages.length - 1]?.next ?? null }
}

export function withPage(
  first: PointsView,
  further: FurtherPages,
  wish: HistoryWish,
  page: PointsView,
): FurtherPages {
  const before = follows(further, wish, first) ? further.pages : []
  return { wish, after: first.next, pages: [...before, page] }
}
