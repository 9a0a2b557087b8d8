/**
 * An intent: one thing that a person wants done, with the operation id under which it is asked for. Pure.
 * Invariant: the same intent keeps its id until the server has decided; another input is another intent.
 */
export interface Intent {
  readonly operationId: string
  /** The input as it was sent, as JSON. */
  readonly input: string
}

/** The intent to send for an input: the undecided one when it is the same, else a new one. */
export function intentFor(undecided: Intent | null, input: unknown, makeId: () => string): Intent {
  const text = JSON.stringify(input)
  return undecided?.input === text ? undecided : { operationId: makeId(), input: text }
}

/** Reads what was stored; null when it is not an intent. */
export function readIntent(stored: unknown): Intent | null {
  if (typeof stored !== 'object' || stored === null) return null
  if (!('operationId' in stored) || !('input' in stored)) return null
  const { operationId, input } = stored
  return typeof operationId === 'string' && typeof input === 'string' ? { operationId, input } : null
}
