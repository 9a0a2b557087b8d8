/** The points' history: what is wished for, and the balance, which only an answer to no wish tells. */
import { useCallback, useEffect, useState } from 'react'
import type { InputOf } from '../../../../client/doors'
import type { PointsView } from '../../../../contract/points-and-growth'
import type { EntryView } from '../../../../contract/views'
import { useList, type List } from '../../use-list'

type HistoryWish = InputOf<'member', 'points'>

/** Drawn at first: a line is half a kilobyte on its way to the screen, and any touch may change them all. */
export const FIRST_LINES = 3
const LINES = {
  itemsOf: ({ entries }: PointsView) => entries,
  idOf: ({ id }: EntryView) => id,
  opening: FIRST_LINES,
  first: FIRST_LINES,
}
const NOTHING: HistoryWish = {}

export const isWishing = (wish: HistoryWish): boolean =>
  Object.values(wish).some((value) => value !== undefined)

export interface History extends List<PointsView, EntryView, HistoryWish> {
  readonly wish: HistoryWish
  readonly setWish: (change: HistoryWish) => void
  readonly clearWish: () => void
  /** Stays while another wish is asked for. */
  readonly balance: PointsView['balance']
}

export function useHistory(): History {
  const [wish, setWhole] = useState(NOTHING)
  const list = useList('member', 'points', wish, LINES)
  const told = list.query.data?.balance ?? null
  const [balance, setBalance] = useState<PointsView['balance']>(null)
  useEffect(() => {
    if (told) setBalance(told)
  }, [told])
  return {
    ...list,
    wish,
    setWish: useCallback((change: HistoryWish) => setWhole((before) => ({ ...before, ...change })), []),
    clearWish: useCallback(() => setWhole(NOTHING), []),
    balance: told ?? balance,
  }
}
