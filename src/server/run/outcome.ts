/** What a use case gives back: data, or a refusal as a value. A broken invariant throws instead. */
import type { ErrorCode, ErrorDetails } from '../../contract/errors'

export interface Refused {
  readonly refused: ErrorCode
  readonly details?: ErrorDetails
}

export type Outcome<Data> = { readonly data: Data; readonly replayed?: true } | Refused

export const refuse = (refused: ErrorCode, details?: ErrorDetails): Refused =>
  details ? { refused, details } : { refused }
