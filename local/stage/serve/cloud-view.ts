/** What the stage asks the local cloud, over its control door: the clock, the last requests and messages, and to move the clock. */
import type { CallKind, RequestCall, RequestRow, ServiceMessage } from '../pulse'

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
  calls: Call[]
  logs: string[]
}

interface Call {
  action: string
  collection?: string
  byQuery?: boolean
  ms: number
  error?: string
}

/** As `/control/messages` gives them. */
interface Sent {
  id: number
  openid: string
  templateId: string
  page?: string
  data: Record<string, { value: string | number }>
  sentAt: number
}

/** What a line that a function logged tells of its answer; null when the line is about something else. */
export interface Told {
  readonly refused?: string
  readonly replayed?: true
}

export type ReadLog = (line: string) => Told | null

const KINDS: Readonly<Record<string, CallKind>> = {
  'database.getDocument': 'get',
  'database.calculateDocument': 'query',
  'database.aggregateDocuments': 'query',
  'database.insertDocument': 'set',
  'database.modifyDocument': 'set',
  'database.removeDocument': 'remove',
  'database.startTransaction': 'begin',
  'database.commitTransaction': 'commit',
  'database.abortTransaction': 'rollback',
}

const MOST_ROWS = 60
const PATIENCE_MS = 3000

export class CloudView {
  constructor(
    private readonly url: string,
    private readonly readLog: ReadLog,
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

  async messages(after: number): Promise<ServiceMessage[]> {
    const answer = await this.ask<{ messages: Sent[] }>(`messages?after=${after}`)
    return (answer?.messages ?? []).slice(-MOST_ROWS).map(({ page = null, data, ...message }) => ({
      ...message,
      page,
      lines: Object.values(data).map(({ value }) => String(value)),
    }))
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
    const told = logs.map((line) => this.readLog(line)).filter((each) => each !== null)
    const refusal = told.find(({ refused }) => refused !== undefined)?.refused ?? null
    return {
      id,
      door,
      action: action ?? '',
      openid: openid ?? null,
      ms,
      callCount,
      state: state === 'ok' ? (refusal ? 'refused' : 'ok') : state === 'running' ? 'running' : 'failed',
      replayed: told.some(({ replayed }) => replayed),
      why: error ?? refusal,
      calls: calls.map(callOf),
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

function callOf({ action, collection = '', byQuery, ms, error }: Call): RequestCall {
  const kind = KINDS[action] ?? 'other'
  return {
    kind: kind === 'get' && byQuery ? 'query' : kind,
    on: kind === 'other' ? action : collection,
    ms,
    failed: error ?? null,
  }
}
