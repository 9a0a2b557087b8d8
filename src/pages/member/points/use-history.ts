/** The points' history: what is wished for, its first page kept fresh, further pages fetched at the end of the list. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { useQuery, type Query } from '../../../client/use-query'
import type { PointsView } from '../../../contract/points-and-growth'
import { historySoFar, noFurtherPages, withPage, type HistorySoFar, type HistoryWish } from './history-pages'

/** Drawn at a time: a row is the better part of a kilobyte on its way to the screen. */
const STEP = 8
const NOTHING: HistoryWish = {}

export interface History {
  readonly query: Query<PointsView>
  readonly wish: HistoryWish
  readonly setWish: (change: HistoryWish) => void
  readonly clearWish: () => void
  /** Stays while another wish is asked for. */
  readonly balance: PointsView['balance']
  readonly soFar: HistorySoFar | null
  readonly fetching: 'idle' | 'running' | 'failed'
  /** How many rows to draw. */
  readonly shown: number
  readonly showMore: () => void
}

export function useHistory(): History {
  const [wish, setWhole] = useState(NOTHING)
  const [further, setFurther] = useState(() => noFurtherPages(NOTHING))
  const [shown, setShown] = useState(STEP)
  const [fetching, setFetching] = useState<History['fetching']>('idle')
  const query = useQuery('member', 'points', wish)
  const first = query.data
  const [balance, setBalance] = useState<PointsView['balance']>(null)
  useEffect(() => {
    if (first?.balance) setBalance(first.balance)
  }, [first])

  const choose = useCallback((next: HistoryWish) => {
    setWhole(next)
    setShown(STEP)
    setFetching('idle')
  }, [])
  const soFar = first && historySoFar(first, further, wish)
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

  const listed = soFar?.entries.length ?? 0
  const showMore = useCallback(() => {
    if (shown >= listed) fetchMore()
    if (shown < listed || next !== null) setShown(Math.min(shown, listed) + STEP)
  }, [shown, listed, next, fetchMore])

  return {
    query,
    wish,
    setWish: useCallback((change: HistoryWish) => choose({ ...wish, ...change }), [choose, wish]),
    clearWish: useCallback(() => choose(NOTHING), [choose]),
    balance: first?.balance ?? balance,
    soFar,
    fetching,
    shown,
    showMore,
  }
}
