/** What the stage asks the local cloud, over its control door: the clock and the last requests, and to move the clock. */
import type { RequestRow } from '../pulse'

/** As `/control/invocations` gives them, as far as the stage shows them. */
interface Invocation {
  id: number
  function: string
  action?: string
  openid?: string
  ms: number
  state: 'running' | 'ok' | 'error'
  error?: string
  callCount: number
  calls: { action: string; collection?: string; ms: number }[]
  logs: string[]
}

/** Reads from a line that a function logged why it refused; null when the line is about something else. */
export type ReadRefusal = (line: string) => string | null

const MOST_ROWS = 60
const PATIENCE_MS = 3000

export class CloudView {
  constructor(
    private readonly url: string,
    private readonly readRefusal: ReadRefusal,
  ) {}

  async now(): Promise<number | null> {
    const answer = await this.ask<{ now: number }>('clock')
    return answer?.now ?? null
  }

  async lastRequest(): Promise<number> {
    return (await this.requests(0)).at(-1)?.id ?? 0
  }

  async requests(after: number): Promise<RequestRow[]> {
    const answer = await this.ask<{ invocations: Invocation[] }>(`invocations?after=${after}`)
    return (answer?.invocations ?? []).slice(-MOST_ROWS).map((invocation) => this.row(invocation))
  }

  /** @returns where the clock is now; null when the cloud does not answer. */
  async moveClock(move: { now: number } | { shiftMs: number }): Promise<number | null> {
    const answer = await this.ask<{ now: number }>('clock', move)
    return answer?.now ?? null
  }

  private row({
    id,
    function: door,
    action,
    openid,
    ms,
    state,
    error,
    callCount,
    calls,
    logs,
  }: Invocation): RequestRow {
    const refusal = logs.map((line) => this.readRefusal(line)).find((code) => code !== null) ?? null
    return {
      id,
      what: action ? `${door}.${action}` : door,
      openid: openid ?? null,
      ms,
      callCount,
      state: state === 'ok' ? (refusal ? 'refused' : 'ok') : state === 'running' ? 'running' : 'failed',
      why: error ?? refusal,
      calls: calls.map((call) => ({
        what: call.collection ? `${call.action} ${call.collection}` : call.action,
        ms: call.ms,
      })),
    }
  }

  private async ask<Answer>(path: string, body?: object): Promise<Answer | null> {
    try {
      const answer = await fetch(`${this.url}/control/${path}`, {
        method: body ? 'POST' : 'GET',
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return answer.ok ? ((await answer.json()) as Answer) : null
    } catch {
      return null
    }
  }
}
