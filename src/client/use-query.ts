/**
 * A query of a page: asks when the page shows, again when a command made it stale, at an interval if wanted.
 * A thin hook over `query-state`; it asks only while its page is visible.
 */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import type { Door, InputOf, OutputOf, QueryName } from './doors'
import { onStale } from './invalidation'
import { answered, asked, freshMemory, viewFor, type QueryView } from './query-state'

export interface QueryOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean
  /** Asks again this long after each answer, while the page is visible. */
  readonly everyMs?: number
}

export type Query<Data> = QueryView<Data> & {
  /** Asks now; resolves when the answer is there. */
  readonly refresh: () => Promise<void>
}

export function useQuery<D extends Door, A extends QueryName<D>>(
  door: D,
  action: A,
  input: InputOf<D, A>,
  options: QueryOptions = {},
): Query<OutputOf<D, A>> {
  const { enabled = true, everyMs } = options
  const key = JSON.stringify(input ?? {})
  const memory = useRef(freshMemory<OutputOf<D, A>>(key))
  const visible = useRef(true)
  const mounted = useRef(true)
  const [, redraw] = useState(0)

  const refresh = useCallback(async () => {
    const before = memory.current.view
    memory.current = asked(memory.current, key)
    const { ticket } = memory.current
    if (memory.current.view !== before) redraw((count) => count + 1)
    const answer = await call(door, action, JSON.parse(key) as InputOf<D, A>)
    const after = answered(memory.current, ticket, answer)
    if (after === memory.current || !mounted.current) return
    memory.current = after
    redraw((count) => count + 1)
  }, [door, action, key])

  /** For occasions that may coincide, such as mounting and showing: one request is enough. */
  const ask = useCallback(() => {
    const underWay = memory.current.waiting && memory.current.key === key
    if (enabled && visible.current && !underWay) void refresh()
  }, [enabled, key, refresh])

  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])
  useEffect(ask, [ask])
  useEffect(
    () => onStale(door, action, () => enabled && visible.current && void refresh()),
    [door, action, enabled, refresh],
  )
  useDidShow(() => {
    visible.current = true
    ask()
  })
  useDidHide(() => {
    visible.current = false
  })
  useEffect(() => {
    if (everyMs === undefined) return undefined
    const timer = setInterval(ask, everyMs)
    return () => clearInterval(timer)
  }, [everyMs, ask])

  return { ...viewFor(memory.current, key), refresh }
}
