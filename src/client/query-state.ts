/**
 * What a page knows of a query's answer. Pure.
 * Invariants: an answer that arrives late, or that was asked for another input, changes nothing; data once shown stays
 * visible while it is refreshed and when a refresh fails.
 */
import type { CallAnswer, Failure } from './answer'

export type QueryView<Data> =
  | { readonly state: 'loading'; readonly data: null; readonly error: null }
  /** With `error` set the data is older than the last attempt to refresh it. */
  | { readonly state: 'ready'; readonly data: Data; readonly error: Failure | null }
  | { readonly state: 'error'; readonly data: null; readonly error: Failure }

export interface QueryMemory<Data> {
  /** The input that the view belongs to. */
  readonly key: string
  /** Number of the newest request; 0 before the first. */
  readonly ticket: number
  readonly waiting: boolean
  readonly view: QueryView<Data>
}

const LOADING = { state: 'loading', data: null, error: null } as const

export const freshMemory = <Data>(key: string): QueryMemory<Data> => ({
  key,
  ticket: 0,
  waiting: false,
  view: LOADING,
})

/** What to show for an input: nothing of another one. */
export const viewFor = <Data>(memory: QueryMemory<Data>, key: string): QueryView<Data> =>
  memory.key === key ? memory.view : LOADING

/** A request left. What failed without ever having data goes back to loading. */
export function asked<Data>(memory: QueryMemory<Data>, key: string): QueryMemory<Data> {
  const keeps = key === memory.key && memory.view.state === 'ready'
  return { key, ticket: memory.ticket + 1, waiting: true, view: keeps ? memory.view : LOADING }
}

export function answered<Data>(
  memory: QueryMemory<Data>,
  ticket: number,
  answer: CallAnswer<Data>,
): QueryMemory<Data> {
  if (ticket !== memory.ticket) return memory
  return { ...memory, waiting: false, view: viewAfter(memory.view, answer) }
}

function viewAfter<Data>(before: QueryView<Data>, answer: CallAnswer<Data>): QueryView<Data> {
  if (answer.ok) return { state: 'ready', data: answer.data, error: null }
  if (before.state === 'ready') return { ...before, error: answer.error }
  return { state: 'error', data: null, error: answer.error }
}
