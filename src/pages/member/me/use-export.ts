/** Gathers everything that is kept about the member, part after part, into one text. A part that fails can be asked for again. */
import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../../../client/answer'
import { call } from '../../../client/call'

interface Gathered {
  readonly text: string
  readonly rows: number
}

export interface Export {
  readonly rows: number
  readonly running: boolean
  readonly failure: Failure | null
  readonly ready: Gathered | null
  readonly gather: () => Promise<void>
}

export function useExport(mallName: string): Export {
  const [rows, setRows] = useState(0)
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [ready, setReady] = useState<Gathered | null>(null)
  const kept = useRef<{ after: string; chapters: Record<string, unknown[]>; rows: number }>(fresh())

  const gather = useCallback(async () => {
    setRunning(true)
    setFailure(null)
    for (;;) {
      const { after, chapters } = kept.current
      const answer = await call('member', 'export', { after })
      if (!answer.ok) {
        setFailure(answer.error)
        break
      }
      const { chapter, rows: more, next, serverNow } = answer.data
      const count = kept.current.rows + more.length
      const all = { ...chapters, [chapter]: [...(chapters[chapter] ?? []), ...more] }
      setRows(count)
      if (next === null) {
        setReady({ text: JSON.stringify({ mallName, exportedAt: serverNow, ...all }, null, 2), rows: count })
        kept.current = fresh()
        break
      }
      kept.current = { after: next, chapters: all, rows: count }
    }
    setRunning(false)
  }, [mallName])

  return { rows, running, failure, ready, gather }
}

const fresh = (): { after: string; chapters: Record<string, unknown[]>; rows: number } => ({
  after: 'account:',
  chapters: {},
  rows: 0,
})
