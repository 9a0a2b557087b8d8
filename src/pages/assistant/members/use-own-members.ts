/** The own members that answer to what was typed: asked for when the typing pauses, further pages at the list's end. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { useQuery, type Query } from '../../../client/use-query'
import type { OwnMembersView } from '../../../contract/client-book'
import { membersSoFar, NO_FURTHER_PAGES, withPage, type MembersSoFar } from './members-pages'

/** Typing that pauses this long is over. */
const PAUSE_MS = 350

export interface OwnMembers {
  readonly typed: string
  readonly type: (typed: string) => void
  /** What is searched for; empty for all. */
  readonly search: string
  readonly query: Query<OwnMembersView>
  readonly soFar: MembersSoFar | null
  readonly fetching: 'idle' | 'running' | 'failed'
  readonly fetchMore: () => void
}

export function useOwnMembers(): OwnMembers {
  const [typed, type] = useState('')
  const search = usePaused(typed.trim())
  const wish = search === '' ? {} : { search }
  const query = useQuery('assistant', 'own-members', wish)
  const [further, setFurther] = useState(NO_FURTHER_PAGES)
  const [fetching, setFetching] = useState<OwnMembers['fetching']>('idle')
  const busy = useRef(false)
  const first = query.data
  const soFar = first && membersSoFar(first, further)
  const next = soFar?.next ?? null

  const fetchMore = useCallback(() => {
    if (!first || next === null || busy.current) return
    busy.current = true
    setFetching('running')
    const more = search === '' ? { after: next } : { search, after: next }
    void call('assistant', 'own-members', more).then((answer) => {
      busy.current = false
      if (answer.ok) setFurther((before) => withPage(first, before, answer.data))
      setFetching(answer.ok ? 'idle' : 'failed')
    })
  }, [first, next, search])

  return { typed, type, search, query, soFar, fetching, fetchMore }
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
