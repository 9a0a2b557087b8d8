/**
 * Owns WeChat's way of answering: success / fail / complete when one of them is given, else a promise; `errMsg` in
 * every answer. What is thrown with an errMsg of its own keeps it.
 */
import { textOf } from '../messages'

export type Options = Record<string, unknown>
type Callback = (result: unknown) => void

export interface Refusal {
  errMsg: string
  errCode?: number | string
  errno?: number
  requestID?: string
}

export function refuse(errMsg: string, more: Omit<Refusal, 'errMsg'> = {}): never {
  throw Object.assign(new Error(errMsg), { errMsg, ...more })
}

export function settle(
  name: string,
  options: Options | undefined,
  work: () => unknown,
  onCallbackError: (error: unknown) => void,
): Promise<unknown> | undefined {
  const { success, fail, complete } = (options ?? {}) as Record<string, Callback | undefined>
  const outcome = new Promise((resolve) => resolve(work())).then(
    (result) => ({ errMsg: `${name}:ok`, ...(isPlain(result) ? result : {}) }),
    (error: unknown) => {
      throw toRefusal(name, error)
    },
  )
  if (!success && !fail && !complete) return outcome
  outcome
    .then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (refusal: unknown) => {
        fail?.(refusal)
        complete?.(refusal)
      },
    )
    .catch(onCallbackError)
  return undefined
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An Error whose errMsg and code are enumerable, because apps log and serialise it. */
function toRefusal(name: string, error: unknown): Error & Refusal {
  const { errMsg, ...more } = isPlain(error) ? (error as Partial<Refusal>) : {}
  const why = error instanceof Error ? error.message : textOf(error)
  const full = typeof errMsg === 'string' ? errMsg : `${name}:fail ${why}`
  return Object.assign(new Error(full), { errMsg: full, ...more })
}
