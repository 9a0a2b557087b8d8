/** The own members that answer to what was typed: asked for when the typing pauses, more of them at the list's end. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { useQuery, type Query } from '../../../client/use-query'
import type { OwnMembersView } from '../../../contract/client-book'
import {
  drawnMembers,
  FIRST_FOUND,
  membersSoFar,
  NO_FURTHER_PAGES,
  withPage,
  type DrawnMembers,
  type Listed,
} from './members-pages'

/** Typing that pauses this long is over. */
const PAUSE_MS = 350

export interface OwnMembers {
  readonly typed: string
  readonly type: (typed: string) => void
  /** What is searched for; empty for all. */
  readonly search: string
  readonly query: Query<OwnMembersView>
  /** What was listed last stays while something else is searched for; null when there is nothing to list. */
  readonly drawn: DrawnMembers | null
  /** As the list of all was answered last. */
  readonly totals: OwnMembersView['totals']
  readonly fetching: 'idle' | 'running' | 'failed'
  /** Draws more members, fetching them when needed. */
  readonly showMore: (members: number) => void
}

export function useOwnMembers(): OwnMembers {
  const [typed, type] = useState('')
  const search = usePaused(typed.trim())
  const query = useQuery('assistant', 'own-members', search === '' ? {} : { search })
  const [further, setFurther] = useState(NO_FURTHER_PAGES)
  const [fetching, setFetching] = useState<OwnMembers['fetching']>('idle')
  const [more, setMore] = useState({ search, members: 0 })
  const busy = useRef(false)
  const first = query.data
  const all = useRef<OwnMembersView | null>(null)
  if (first && search === '') all.current = first
  const last = useRef<Listed | null>(null)
  if (first) last.current = { ...membersSoFar(first, further), search, now: first.serverNow }
  const listed = query.state === 'error' && !first ? null : last.current
  const beyond = more.search === search ? more.members : 0
  const drawn =
    listed &&
    drawnMembers(all.current?.members ?? [], listed, (listed.search === '' ? 0 : FIRST_FOUND) + beyond)
  const next = (first && listed?.next) ?? null
  const isAllDrawn = drawn?.left === 0

  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current) return
    busy.current = true
    setFetching('running')
    const wish = search === '' ? { after: next } : { search, after: next }
    void call('assistant', 'own-members', wish).then((answer) => {
      busy.current = false
      if (answer.ok) setFurther((before) => withPage(first, before, answer.data))
      setFetching(answer.ok ? 'idle' : 'failed')
    })
  }, [first, next, search])
  const showMore = useCallback(
    (members: number) => {
      if (isAllDrawn) fetchMore()
      if (!isAllDrawn || next !== null) setMore({ search, members: beyond + members })
    },
    [isAllDrawn, next, fetchMore, search, beyond],
  )

  return { typed, type, search, query, drawn, totals: all.current?.totals ?? null, fetching, showMore }
}

/** What was typed, once the typing has paused. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}
