/** A list that the server gives in pages: the first kept fresh as a query, further ones fetched one by one when they are asked for. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { call } from './call'
import { noFurtherPages, pagesSoFar, withPage, type CursorPage, type FurtherPages } from './cursor-pages'
import type { Door, InputOf, OutputOf, QueryName } from './doors'
import { useQuery, type Query } from './use-query'

export interface Pages<Page> {
  /** Of the first page. */
  readonly query: Query<Page>
  /** The first page and those that follow; null while there is no first one. */
  readonly pages: readonly Page[] | null
  /** There is more to fetch. */
  readonly more: boolean
  readonly fetching: 'idle' | 'running' | 'failed'
  readonly fetchMore: () => void
}

export function usePages<D extends Door, A extends QueryName<D>>(
  door: D,
  action: A,
  wish: InputOf<D, A>,
): Pages<OutputOf<D, A>> {
  type Page = OutputOf<D, A> & CursorPage
  const query = useQuery(door, action, wish)
  const key = JSON.stringify(wish)
  const [further, setFurther] = useState<FurtherPages<Page>>(noFurtherPages)
  const [outcome, setOutcome] = useState<{ readonly key: string; readonly is: 'running' | 'failed' } | null>(
    null,
  )
  const busy = useRef<string | null>(null)
  const first = query.data as Page | null
  const pages = useMemo(() => first && pagesSoFar(first, further, key), [first, further, key])
  const next = pages?.[pages.length - 1]?.next ?? null
  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current === key) return
    busy.current = key
    setOutcome({ key, is: 'running' })
    const input = { ...(JSON.parse(key) as object), after: next } as InputOf<D, A>
    void call(door, action, input).then((answer) => {
      if (busy.current !== key) return
      busy.current = null
      if (answer.ok) setFurther((before) => withPage(first, before, key, answer.data as Page))
      setOutcome(answer.ok ? null : { key, is: 'failed' })
    })
  }, [door, action, key, next, first])
  return {
    query,
    pages,
    more: next !== null,
    fetching: outcome?.key === key ? outcome.is : 'idle',
    fetchMore,
  }
}
