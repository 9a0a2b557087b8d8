/**
 * A list that the server gives in pages: the first kept fresh as a query, further ones fetched at the end of the list.
 * Invariant: pages of another wish, or that no longer follow the first one, are not listed.
 */
import { useCallback, useRef, useState } from 'react'
import { call } from './call'
import type { Door, InputOf, OutputOf, QueryName } from './doors'
import { useQuery, type Query } from './use-query'

interface Paged {
  readonly next: string | null
}

/** Further pages, the wish that they belong to, and the cursor after which they come. */
interface Further<Page> {
  readonly key: string
  readonly after: string | null
  readonly pages: readonly Page[]
}

export interface Pages<Page> {
  /** Of the first page. */
  readonly query: Query<Page>
  /** The first page and those that follow; none while there is no first one. */
  readonly pages: readonly Page[]
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
  type Page = OutputOf<D, A>
  const query = useQuery(door, action, wish)
  const key = JSON.stringify(wish)
  const [further, setFurther] = useState<Further<Page>>({ key, after: null, pages: [] })
  const [fetching, setFetching] = useState<Pages<Page>['fetching']>('idle')
  const busy = useRef<string | null>(null)

  const first = query.data
  const follows = further.key === key && further.after === nextOf(first)
  const pages = first === null ? [] : follows ? [first, ...further.pages] : [first]
  const next = nextOf(pages[pages.length - 1] ?? null)
  const fetchMore = useCallback(() => {
    if (next === null || busy.current === key) return
    busy.current = key
    setFetching('running')
    const input = { ...(JSON.parse(key) as object), after: next } as InputOf<D, A>
    void call(door, action, input).then((answer) => {
      if (busy.current !== key) return
      busy.current = null
      const after = nextOf(first)
      if (answer.ok)
        setFurther((before) => {
          const listed = before.key === key && before.after === after ? before.pages : []
          return { key, after, pages: [...listed, answer.data] }
        })
      setFetching(answer.ok ? 'idle' : 'failed')
    })
  }, [door, action, key, next, first])

  return { query, pages, more: next !== null, fetching, fetchMore }
}

const nextOf = (page: unknown): string | null => (page as Paged | null)?.next ?? null
