/** The points' history: what is wished for, its first page kept fresh, further pages fetched at the end of the list. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../../client/call'
import { useQuery, type Query } from '../../../../client/use-query'
import type { PointsView } from '../../../../contract/points-and-growth'
import { historySoFar, noFurtherPages, withPage, type HistorySoFar, type HistoryWish } from './history-pages'

/** Drawn at first: a line is half a kilobyte on its way to the screen, and any touch may change them all. */
export const FIRST_LINES = 3
const NOTHING: HistoryWish = {}

export interface History {
  readonly query: Query<PointsView>
  readonly wish: HistoryWish
  readonly setWish: (change: HistoryWish) => void
  readonly clearWish: () => void
  /** Stays while another wish is asked for. */
  readonly balance: PointsView['balance']
  /** What was listed last stays while another wish is asked for. */
  readonly listed: HistorySoFar | null
  readonly fetching: 'idle' | 'running' | 'failed'
  /** How many lines to draw. */
  readonly shown: number
  /** Draws more lines, fetching them when needed. */
  readonly showMore: (lines: number) => void
}

export function useHistory(): History {
  const [wish, setWhole] = useState(NOTHING)
  const [further, setFurther] = useState(() => noFurtherPages(NOTHING))
  const [shown, setShown] = useState(FIRST_LINES)
  const [fetching, setFetching] = useState<History['fetching']>('idle')
  const query = useQuery('member', 'points', wish)
  const first = query.data
  const [balance, setBalance] = useState<PointsView['balance']>(null)
  useEffect(() => {
    if (first?.balance) setBalance(first.balance)
  }, [first])

  const choose = useCallback((next: HistoryWish) => {
    setWhole(next)
    setShown(FIRST_LINES)
    setFetching('idle')
  }, [])
  const soFar = first && historySoFar(first, further, wish)
  const last = useRef<HistorySoFar | null>(null)
  last.current = soFar ?? last.current
  const next = soFar?.next ?? null
  const busy = useRef<HistoryWish | null>(null)
  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current === wish) return
    busy.current = wish
    setFetching('running')
    void call('member', 'points', { ...wish, after: next }).then((answer) => {
      if (busy.current !== wish) return
      busy.current = null
      if (answer.ok) setFurther((before) => withPage(first, before, wish, answer.data))
      setFetching(answer.ok ? 'idle' : 'failed')
    })
  }, [first, next, wish])

  const count = soFar?.entries.length ?? 0
  const showMore = useCallback(
    (lines: number) => {
      if (shown >= count) fetchMore()
      if (shown < count || next !== null) setShown(Math.min(shown, count) + lines)
    },
    [shown, count, next, fetchMore],
  )

  return {
    query,
    wish,
    setWish: useCallback((change: HistoryWish) => choose({ ...wish, ...change }), [choose, wish]),
    clearWish: useCallback(() => choose(NOTHING), [choose]),
    balance: first?.balance ?? balance,
    listed: last.current,
    fetching,
    shown,
    showMore,
  }
}
