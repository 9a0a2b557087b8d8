/** What every request and answer is wrapped in. A command carries an operation id; a query does not. */
import * as v from 'valibot'
import { LANGUAGES } from '../domain/programme/in-language'
import type { ErrorCode, ErrorDetails } from './errors'

/** Made on the device when the confirm sheet opens, kept until an answer, sent again on retry. */
export const OperationId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))

export const Request = v.strictObject({
  action: v.pipe(v.string(), v.maxLength(64)),
  operationId: v.optional(OperationId),
  input: v.optional(v.unknown()),
  /** In which names of tiers and benefits are answered; never part of what is asked. */
  language: v.optional(v.picklist(LANGUAGES)),
  /** Put there by the platform on client calls; never read. */
  userInfo: v.optional(v.unknown()),
  tcbContext: v.optional(v.unknown()),
})

export interface Refusal {
  readonly code: ErrorCode
  readonly retry: boolean
  readonly requestId: string
  readonly details?: ErrorDetails
}

export type Answer<Data> =
  | { readonly ok: true; readonly data: Data; readonly replayed?: true }
  | { readonly ok: false; readonly error: Refusal }

/** An action of a door: its kind and the shape of its input. The shape of its output is a type beside it. */
export interface ActionShape<Input extends v.GenericSchema = v.GenericSchema> {
  readonly kind: 'query' | 'command'
  readonly input: Input
}

export const query = <Input extends v.GenericSchema>(input: Input) => ({ kind: 'query', input }) as const
export const command = <Input extends v.GenericSchema>(input: Input) => ({ kind: 'command', input }) as const
