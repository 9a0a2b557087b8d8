/**
 * From what a member says to a visit in hand. Its operation id is kept until the server has decided, so that asking again
 * after a silence is not counted twice. It is kept in memory only: what a member said does not lie in the phone's storage.
 */
import { useCallback, useRef, useState } from 'react'
import { isDecided } from '../../../client/answer'
import { call } from '../../../client/call'
import { intentFor, type Intent } from '../../../client/intent'
import { makeOperationId } from '../../../client/operation-id'
import type { Said } from '../../../domain/members/said'
import { putVisitDown, takeVisit } from '../on-hand'
import type { Opening } from '../use-visit-opening'

export interface SaidOpening {
  readonly opening: Opening
  readonly submit: (said: Said) => void
  readonly dismiss: () => void
}

export function useSaidOpening(onOpened: () => void): SaidOpening {
  const [opening, setOpening] = useState<Opening>({ kind: 'idle' })
  const busy = useRef(false)
  const intent = useRef<Intent | null>(null)
  const opened = useRef(onOpened)
  opened.current = onOpened

  const submit = useCallback((said: Said) => {
    const ask = async (): Promise<void> => {
      intent.current = intentFor(intent.current, said, makeOperationId)
      const answer = await call('assistant', 'find-by-phone-tail', said, intent.current.operationId)
      if (isDecided(answer)) intent.current = null
      if (answer.ok) takeVisit(answer.data)
      setOpening(answer.ok ? { kind: 'idle' } : { kind: 'refused', error: answer.error })
      if (answer.ok) opened.current()
    }
    if (busy.current) return
    busy.current = true
    setOpening({ kind: 'resolving' })
    putVisitDown()
    void ask().finally(() => (busy.current = false))
  }, [])

  const dismiss = useCallback(() => setOpening({ kind: 'idle' }), [])
  return { opening, submit, dismiss }
}
