/**
 * A command of a page. Its operation id is made when an intent first runs, stored before it is sent, and sent again on
 * retry until the server has decided; so pressing again never does a thing twice.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { isDecided, mayBeDone, type CallAnswer, type Failure } from './answer'
import { call } from './call'
import type { CommandName, Door, InputOf, OutputOf } from './doors'
import { intentFor } from './intent'
import { forgetIntent, storedIntent, storeIntent } from './intent-store'
import { commandSucceeded } from './invalidation'
import { makeOperationId } from './operation-id'

export type CommandView<Data> =
  | { readonly state: 'idle' | 'running'; readonly data: null; readonly error: null }
  | { readonly state: 'done'; readonly data: Data; readonly error: null }
  | { readonly state: 'failed'; readonly data: null; readonly error: Failure }
  /** No answer came: it may or may not be done. Running it again is safe. */
  | { readonly state: 'unknown'; readonly data: null; readonly error: Failure }

export type Command<Input, Data> = CommandView<Data> & {
  /** Never rejects. A call while one is running gets the running one's answer. */
  readonly run: (input: Input) => Promise<CallAnswer<Data>>
  /** Back to idle. Gives up an undecided intent: the next run is a new one. */
  readonly reset: () => void
}

const IDLE = { state: 'idle', data: null, error: null } as const
const RUNNING = { state: 'running', data: null, error: null } as const

export function viewOf<Data>(answer: CallAnswer<Data>): CommandView<Data> {
  if (answer.ok) return { state: 'done', data: answer.data, error: null }
  return { state: mayBeDone(answer.error) ? 'unknown' : 'failed', data: null, error: answer.error }
}

/** Sends an intent under its kept id and forgets it once the server has decided. */
export async function carryOut<D extends Door, C extends CommandName<D>>(
  door: D,
  command: C,
  input: InputOf<D, C>,
): Promise<CallAnswer<OutputOf<D, C>>> {
  const intent = intentFor(storedIntent(door, command), input, makeOperationId)
  storeIntent(door, command, intent)
  const answer = await call(door, command, input, intent.operationId)
  if (isDecided(answer)) forgetIntent(door, command, intent.operationId)
  if (answer.ok) commandSucceeded(door, command)
  return answer
}

export function useCommand<D extends Door, C extends CommandName<D>>(
  door: D,
  command: C,
): Command<InputOf<D, C>, OutputOf<D, C>> {
  const [view, setView] = useState<CommandView<OutputOf<D, C>>>(IDLE)
  const running = useRef<Promise<CallAnswer<OutputOf<D, C>>> | null>(null)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])

  const run = useCallback(
    (input: InputOf<D, C>) => {
      if (running.current) return running.current
      setView(RUNNING)
      const work = carryOut(door, command, input).then((answer) => {
        running.current = null
        if (mounted.current) setView(viewOf(answer))
        return answer
      })
      running.current = work
      return work
    },
    [door, command],
  )

  const reset = useCallback(() => {
    const undecided = running.current ? null : storedIntent(door, command)
    if (undecided) forgetIntent(door, command, undecided.operationId)
    setView(IDLE)
  }, [door, command])

  return { ...view, run, reset }
}
