/** What the page hears from its server, about once a second: how far the start is, the clock, the last requests. */
import type { Spoken } from './content'

export interface StartStep {
  readonly id: string
  readonly title: Spoken
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  /** From 0 to 1, for steps that know how far they are. */
  readonly progress?: number
  readonly ms?: number
}

export type Phase =
  | { readonly kind: 'starting'; readonly steps: readonly StartStep[] }
  | { readonly kind: 'open' }
  | { readonly kind: 'resetting'; readonly progress: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly advice: Spoken }

/** What a call asks of the database; `other` is anything else that a function may ask of the platform. */
export type CallKind = 'get' | 'query' | 'set' | 'remove' | 'begin' | 'commit' | 'rollback' | 'other'

export interface RequestCall {
  readonly kind: CallKind
  /** The collection; for `other` what was called. */
  readonly on: string
  readonly ms: number
  /** Why the call itself failed: a conflict, a taken id. */
  readonly failed: string | null
}

/** One request to the cloud. */
export interface RequestRow {
  readonly id: number
  /** The function that was called. */
  readonly door: string
  /** What it was asked to do; empty when the request does not say. */
  readonly action: string
  readonly openid: string | null
  readonly ms: number
  readonly callCount: number
  readonly state: 'running' | 'ok' | 'refused' | 'failed'
  /** The answer was one that had been given before: the request was a repetition. */
  readonly replayed: boolean
  /** Why it was refused or failed. */
  readonly why: string | null
  readonly calls: readonly RequestCall[]
}

/** A subscribe message that a function sent to somebody. */
export interface ServiceMessage {
  readonly id: number
  readonly openid: string
  readonly templateId: string
  /** The page that a tap opens, with its query; null when it opens none. */
  readonly page: string | null
  /** What it says, in the order of the template's fields. */
  readonly lines: readonly string[]
  /** By the cloud's clock, ms. */
  readonly sentAt: number
}

export interface Pulse {
  readonly phase: Phase
  /** Another number means: another mall, the phones start over. */
  readonly generation: number
  /** The cloud's clock, ms; null when the cloud does not answer or is not there yet. */
  readonly now: number | null
  readonly requests: readonly RequestRow[]
  readonly messages: readonly ServiceMessage[]
}
