/**
 * A list of the server's as a page draws it: so many of its items at first, more when they are asked for, further pages
 * fetched when the known ones run out. Nothing is listed twice; what was listed last stays while another wish is asked for.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Door, InputOf, OutputOf, QueryName } from '../../client/doors'
import { eachOnce } from '../../client/cursor-pages'
import { usePages } from '../../client/use-pages'
import type { Query } from '../../client/use-query'

interface Shape<Page, Item> {
  readonly itemsOf: (page: Page) => readonly Item[]
  readonly idOf: (item: Item) => string
  /** Drawn when the page opens. */
  readonly opening: number
  /** Drawn at first of what is wished for later: a touch may change them all. */
  readonly first: number
}

export interface Listed<Page, Item, Wish> {
  /** The newest first page. */
  readonly page: Page
  readonly items: readonly Item[]
  /** What they were asked for with. */
  readonly wish: Wish
}

export interface List<Page, Item, Wish> {
  readonly query: Query<Page>
  /** Null before the first answer. */
  readonly listed: Listed<Page, Item, Wish> | null
  /** How many items to draw. */
  readonly shown: number
  /** All there is is drawn. */
  readonly atEnd: boolean
  readonly fetching: 'idle' | 'running' | 'failed'
  /** Draws so many more, fetching them when needed. */
  readonly showMore: (items: number) => void
}

/** @param shape is the same at every call. */
export function useList<D extends Door, A extends QueryName<D>, Item>(
  door: D,
  action: A,
  wish: InputOf<D, A>,
  shape: Shape<OutputOf<D, A>, Item>,
): List<OutputOf<D, A>, Item, InputOf<D, A>> {
  const { query, pages, more, fetching, fetchMore } = usePages(door, action, wish)
  const { itemsOf, idOf, opening, first } = shape
  const key = JSON.stringify(wish)
  const [drawn, setDrawn] = useState({ key, items: opening })
  if (drawn.key !== key) setDrawn({ key, items: first })
  const shown = drawn.key === key ? drawn.items : first
  const items = useMemo(() => pages && eachOnce(pages.flatMap(itemsOf), idOf), [pages, itemsOf, idOf])
  const last = useRef<Listed<OutputOf<D, A>, Item, InputOf<D, A>> | null>(null)
  if (query.data !== null && items) last.current = { page: query.data, items, wish }
  const count = items?.length ?? 0
  const showMore = useCallback(
    (added: number) => {
      if (shown >= count) fetchMore()
      if (shown < count || more) setDrawn({ key, items: Math.min(shown, count) + added })
    },
    [key, shown, count, more, fetchMore],
  )
  return {
    query,
    listed: last.current,
    shown,
    atEnd: items !== null && shown >= count && !more,
    fetching,
    showMore,
  }
}
