/**
 * Pages of a list by cursor, as one list. Pure.
 * Invariants: nothing is listed twice; pages of another wish, or that no longer follow the first one, are not listed.
 */
export interface CursorPage {
  readonly next: string | null
}

/** Further pages, what was wished for, and the cursor after which they come. */
export interface FurtherPages<Page> {
  readonly wish: string
  readonly after: string | null
  readonly pages: readonly Page[]
}

export const noFurtherPages = { wish: '', after: null, pages: [] } as const

export function pagesSoFar<Page extends CursorPage>(
  first: Page,
  further: FurtherPages<Page>,
  wish: string,
): readonly Page[] {
  return further.wish === wish && further.after === first.next ? [first, ...further.pages] : [first]
}

export function withPage<Page extends CursorPage>(
  first: Page,
  further: FurtherPages<Page>,
  wish: string,
  page: Page,
): FurtherPages<Page> {
  const [, ...before] = pagesSoFar(first, further, wish)
  return { wish, after: first.next, pages: [...before, page] }
}

export function eachOnce<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [idOf(item), item])).values()]
}
