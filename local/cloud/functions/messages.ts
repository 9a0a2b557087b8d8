import type { ClockHand } from '../clock'

/** What the server and one function instance say to each other. Events and results travel as JSON text. */
export interface StartInvocation {
  event: string
  environment: Record<string, string>
  clock: ClockHand
  context: Record<string, unknown>
}

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'log'; line: string }
  | { kind: 'done'; result: string }
  | { kind: 'failed'; message: string }

/** Says how long the chain of calls is that led to this one; written by the instance, read by the server. */
export const DEPTH_HEADER = 'x-local-depth'
