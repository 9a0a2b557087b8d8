/**
 * What happened: the last invocations, and the calls that each made. Invariant: a call is counted for the invocation
 * whose token it carries, and for no other.
 */
import { randomUUID } from 'node:crypto'
import type { ClockHand } from '../clock'
import type { Identity } from '../functions/environment'

export interface CallRecord {
  action: string
  collection?: string
  /** Documents were looked for by their fields and not by an id. */
  byQuery?: true
  ms: number
  depth: number
  documentsRead: number
  documentsWritten: number
  /** Request and answer together. */
  bytes: number
  error?: string
}

export interface InvocationRecord {
  id: number
  requestId: string
  function: string
  action?: string
  openid?: string
  source: string
  startedAt: number
  /** Waiting for an instance included. */
  ms: number
  state: 'running' | 'ok' | 'error'
  error?: string
  calls: CallRecord[]
  callCount: number
  /** The longest chain of calls that did not overlap. */
  sequentialDepth: number
  documentsRead: number
  documentsWritten: number
  bytes: number
  logs: string[]
}

const KEPT = 500
const MAX_LOG_LINES = 200
const MAX_LINE_LENGTH = 4000
/** Calls beyond are counted and not kept. */
const MAX_CALLS = 1000
const MAX_TEXT_LENGTH = 200

export class Invocations {
  private nextId = 1
  private readonly recent: InvocationRecord[] = []
  private readonly byToken = new Map<
    string,
    { record: InvocationRecord; identity: Identity; clock?: ClockHand }
  >()

  begin(name: string, action: string | undefined, identity: Identity, startedAt: number): InvocationRecord {
    const record: InvocationRecord = {
      id: this.nextId++,
      requestId: randomUUID(),
      function: name.slice(0, MAX_TEXT_LENGTH),
      ...(action === undefined ? {} : { action: action.slice(0, MAX_TEXT_LENGTH) }),
      ...(identity.openid === undefined ? {} : { openid: identity.openid }),
      source: identity.source,
      startedAt,
      ms: 0,
      state: 'running',
      calls: [],
      callCount: 0,
      sequentialDepth: 0,
      documentsRead: 0,
      documentsWritten: 0,
      bytes: 0,
      logs: [],
    }
    this.recent.push(record)
    this.byToken.set(record.requestId, { record, identity })
    if (this.recent.length > KEPT) this.forgetOldest()
    return record
  }

  find(token: string | undefined) {
    return token ? this.byToken.get(token) : undefined
  }

  end(record: InvocationRecord, ms: number, error: string | undefined): void {
    record.ms = Math.round(ms * 100) / 100
    record.state = error === undefined ? 'ok' : 'error'
    if (error !== undefined) record.error = error.slice(0, MAX_LINE_LENGTH)
    if (record.id < (this.recent[0]?.id ?? 0)) this.byToken.delete(record.requestId)
  }

  after(id: number): InvocationRecord[] {
    return this.recent.filter((record) => record.id > id)
  }

  /** A running invocation stays known by its token, however many came after it. */
  private forgetOldest(): void {
    const oldest = this.recent.shift()
    if (oldest && oldest.state !== 'running') this.byToken.delete(oldest.requestId)
  }
}

export function addCall(
  record: InvocationRecord,
  call: Omit<CallRecord, 'depth'>,
  depth: number | undefined,
): void {
  const counted: CallRecord = { ...call, depth: depth ?? record.sequentialDepth + 1 }
  if (record.calls.length < MAX_CALLS) record.calls.push(counted)
  record.callCount++
  record.sequentialDepth = Math.max(record.sequentialDepth, counted.depth)
  record.documentsRead += call.documentsRead
  record.documentsWritten += call.documentsWritten
  record.bytes += call.bytes
}

export function addLog(record: InvocationRecord, line: string): void {
  if (record.logs.length < MAX_LOG_LINES) record.logs.push(line.slice(0, MAX_LINE_LENGTH))
}
