/** Pages of a list after its first one, fetched one by one at the end of what is shown. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { CallAnswer } from '../../client/answer'
import { noFurtherPages, pagesSoFar, withPage, type CursorPage, type FurtherPages } from './cursor-pages'

export interface Further<Page> {
  /** Null before the first one is there. */
  readonly pages: readonly Page[] | null
  /** There is more to fetch. */
  readonly hasMore: boolean
  readonly fetching: 'idle' | 'running' | 'failed'
  readonly fetchMore: () => void
}

/** @param wish what the list was asked for with; pages of another one are forgotten. */
export function useFurtherPages<Page extends CursorPage>(
  first: Page | null,
  wish: string,
  fetch: (after: string) => Promise<CallAnswer<Page>>,
): Further<Page> {
  const [further, setFurther] = useState<FurtherPages<Page>>(noFurtherPages)
  const [outcome, setOutcome] = useState<{ readonly wish: string; readonly is: 'running' | 'failed' } | null>(
    null,
  )
  const busy = useRef<string | null>(null)
  const pages = useMemo(() => first && pagesSoFar(first, further, wish), [first, further, wish])
  const next = pages?.[pages.length - 1]?.next ?? null
  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current === wish) return
    busy.current = wish
    setOutcome({ wish, is: 'running' })
    void fetch(next).then((answer) => {
      if (busy.current !== wish) return
      busy.current = null
      if (answer.ok) setFurther((before) => withPage(first, before, wish, answer.data))
      setOutcome(answer.ok ? null : { wish, is: 'failed' })
    })
  }, [first, next, wish, fetch])
  return { pages, hasMore: next !== null, fetching: outcome?.wish === wish ? outcome.is : 'idle', fetchMore }
}
