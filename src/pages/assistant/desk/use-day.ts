/** The day's list of the own store: its first page kept fresh, further pages fetched when the list is scrolled to its end. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { onStale } from '../../../client/invalidation'
import { useQuery, type Query } from '../../../client/use-query'
import type { DayListView } from '../../../contract/assistant'
import { daySoFar, NO_FURTHER_PAGES, withPage, type DaySoFar } from './day-pages'

/** Drawn at a time: a row is a kilobyte on its way to the screen. */
export const STEP = 6

export type Fetching = 'idle' | 'running' | 'failed'

export interface Day {
  readonly query: Query<DayListView>
  readonly soFar: DaySoFar | null
  readonly fetching: Fetching
  /** How many rows to draw. */
  readonly shown: number
  /** Draws more, fetching them when needed. */
  readonly showMore: () => void
}

export function useDay(): Day {
  const query = useQuery('assistant', 'day-list', {})
  const [further, setFurther] = useState(NO_FURTHER_PAGES)
  const [shown, setShown] = useState(STEP)
  const [fetching, setFetching] = useState<Fetching>('idle')
  const first = query.data
  const soFar = first && daySoFar(first, further)

  useEffect(
    () =>
      onStale('assistant', 'day-list', () => {
        setFurther(NO_FURTHER_PAGES)
        setShown(STEP)
      }),
    [],
  )

  const busy = useRef(false)
  const next = soFar?.next ?? null
  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current) return
    busy.current = true
    setFetching('running')
    void call('assistant', 'day-list', { day: first.day, after: next }).then((answer) => {
      busy.current = false
      if (answer.ok) setFurther((before) => withPage(first, before, answer.data))
      setFetching(answer.ok ? 'idle' : 'failed')
    })
  }, [first, next])

  const listed = soFar?.purchases.length ?? 0
  const showMore = useCallback(() => {
    if (shown >= listed) fetchMore()
    if (shown < listed || next !== null) setShown(Math.min(shown, listed) + STEP)
  }, [shown, listed, next, fetchMore])

  return { query, soFar, fetching, shown, showMore }
}
