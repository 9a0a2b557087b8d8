/**
 * What comes back to the phone: data, a refusal of the server, or nothing at all.
 * Invariant: `unanswered` never says whether the request was carried out; only an answer does.
 */
import type { Answer } from '../contract/envelope'
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../contract/errors'

export type Silence = 'offline' | 'slow' | 'cloud'

export type Failure =
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly retry: boolean
      readonly requestId: string
      readonly details: ErrorDetails
      /** Instant of the failure by the server's clock. */
      readonly at: number
    }
  | { readonly kind: 'unanswered'; readonly because: Silence; readonly at: number }

export type CallAnswer<Data> =
  | { readonly ok: true; readonly data: Data; readonly replayed: boolean }
  | { readonly ok: false; readonly error: Failure }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isAnswer = (result: unknown): result is Answer<unknown> =>
  isRecord(result) && (result.ok === true ? 'data' in result : result.ok === false && isRecord(result.error))

/** Reads what the cloud function returned. An error code that this build does not know counts as a fault of the server. */
export function readAnswer<Data>(result: unknown, at: number): CallAnswer<Data> {
  if (!isAnswer(result)) return unanswered('cloud', at)
  if (result.ok) return { ok: true, data: result.data as Data, replayed: result.replayed === true }
  const { code, retry, requestId, details } = result.error
  const known = code in ERROR_CODES
  return {
    ok: false,
    error: {
      kind: 'refused',
      code: known ? code : 'server.fault',
      retry: known ? retry : true,
      requestId: requestId ?? '',
      details: details ?? {},
      at,
    },
  }
}

export const unanswered = (
  because: Silence,
  at: number,
): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: { kind: 'unanswered', because, at },
})

/** Which silence a rejected call was. The cloud's own error numbers are below −400000; everything else is the network. */
export function silenceOf(rejection: unknown): Silence {
  if (!isRecord(rejection)) return 'offline'
  const { errCode, errMsg } = rejection
  if (typeof errCode === 'number' && errCode <= -400_000) return 'cloud'
  return typeof errMsg === 'string' && /time\s?d?\s?out/i.test(errMsg) ? 'slow' : 'offline'
}

/** Whether the server has decided: after a decision the same operation id is of no further use. */
export const isDecided = (answer: CallAnswer<unknown>): boolean =>
  answer.ok || (answer.error.kind === 'refused' && !answer.error.retry)

/** After this failure nobody but the server knows whether the thing was done. Every other refusal changed nothing. */
export const mayBeDone = (failure: Failure): boolean =>
  failure.kind === 'unanswered' || failure.code === 'server.fault'
