/**
 * Binding an old card from a sheet. Its operation id is kept until the server has decided, in memory only: a phone number
 * that a customer said does not lie in the phone's storage. After the app was closed nothing is lost by asking anew, since
 * a card that is bound already is told as such.
 */
import { useCallback, useRef, useState } from 'react'
import { isDecided } from '../../client/answer'
import { call } from '../../client/call'
import type { InputOf, OutputOf } from '../../client/doors'
import { intentFor, type Intent } from '../../client/intent'
import { commandSucceeded } from '../../client/invalidation'
import { makeOperationId } from '../../client/operation-id'
import { viewOf, type CommandView } from '../../client/use-command'

export type BindInput = InputOf<'assistant', 'bind-card'>
export type BoundCard = OutputOf<'assistant', 'bind-card'>

export interface CardBinding {
  readonly view: CommandView<BoundCard>
  readonly bind: (input: BindInput) => void
  readonly reset: () => void
}

const IDLE = { state: 'idle', data: null, error: null } as const

export function useBindCard(onBound: (bound: BoundCard) => void): CardBinding {
  const [view, setView] = useState<CommandView<BoundCard>>(IDLE)
  const busy = useRef(false)
  const intent = useRef<Intent | null>(null)
  const told = useRef(onBound)
  told.current = onBound

  const bind = useCallback((input: BindInput) => {
    const ask = async (): Promise<void> => {
      intent.current = intentFor(intent.current, input, makeOperationId)
      const answer = await call('assistant', 'bind-card', input, intent.current.operationId)
      if (isDecided(answer)) intent.current = null
      if (answer.ok) commandSucceeded('assistant', 'bind-card')
      setView(viewOf(answer))
      if (answer.ok) told.current(answer.data)
    }
    if (busy.current) return
    busy.current = true
    setView({ state: 'running', data: null, error: null })
    void ask().finally(() => (busy.current = false))
  }, [])

  const reset = useCallback(() => {
    if (!busy.current) setView(IDLE)
  }, [])
  return { view, bind, reset }
}
