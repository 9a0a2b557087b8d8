/**
 * Invokes functions: limits on what goes in and out, the record, the instant, the identity.
 * Invariant: an outcome is what production would hand back, and every invocation leaves a record.
 */
import type { Clock } from '../clock'
import { addLog, type Invocations, type InvocationRecord } from '../record/invocations'
import { readDefinition, type FunctionDefinition } from './definition'
import { APP_ID, type Identity, instanceEnvironment, invocationEnvironment } from './environment'
import type { Inspected } from './inspected'
import type { Outcome } from './instance'
import { Pool } from './pool'
import type { Strictness } from '../strictness'

export interface RunnerOptions {
  functionsDir: string
  functionEnv: Record<string, string>
  maxInstances: number
  bootstrap: string
  url: () => string
  clock: Clock
  invocations: Invocations
  strict: Strictness
  inspect: Inspected | undefined
  log: (line: string) => void
}

export interface Invocation {
  name: string
  event: Record<string, unknown>
  identity: Identity
  /** The instant that this invocation sees, instead of the clock's. */
  at?: number | undefined
}

export type Finished = Outcome & { requestId: string }

const MAX_CLIENT_EVENT_BYTES = 100 * 1024
const MAX_EVENT_BYTES = 6 * 1024 * 1024
const MAX_RESULT_BYTES = 1024 * 1024

export class Runner {
  private readonly pools = new Map<string, Pool>()

  constructor(private readonly options: RunnerOptions) {}

  async invoke({ name, event, identity, at }: Invocation): Promise<Finished> {
    const { clock, invocations } = this.options
    if (at !== undefined) clock.advanceTo(at)
    const action = typeof event['action'] === 'string' ? event['action'] : undefined
    const record = invocations.begin(name, action, identity, at ?? clock.now())
    const began = performance.now()
    const given = await this.run(record, { name, event, identity, at })
    const outcome = this.options.strict.functionResultSize ? checkResult(given) : given
    invocations.end(record, performance.now() - began, outcome.ok ? undefined : outcome.message)
    return { ...outcome, requestId: record.requestId }
  }

  definition(name: string): FunctionDefinition | undefined {
    return this.pool(name)?.definition
  }

  /** Starts the instance that is to be inspected: break points are set before somebody calls it. */
  warmUpInspected(): void {
    const { inspect, log } = this.options
    const pool = inspect && this.pool(inspect.function)
    if (pool) pool.warmUp()
    else if (inspect) log(`there is no function ${inspect.function} to inspect yet`)
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  private async run(record: InvocationRecord, { name, event, identity, at }: Invocation): Promise<Outcome> {
    const pool = this.pool(name)
    if (!pool)
      return { ok: false, kind: 'missing', message: `FunctionName parameter could not be found: ${name}` }
    const { openid } = identity
    const full = openid ? { ...event, userInfo: { appId: APP_ID, openId: openid } } : event
    const text = JSON.stringify(full)
    const limit = identity.source === 'wx_client' ? MAX_CLIENT_EVENT_BYTES : MAX_EVENT_BYTES
    if (Buffer.byteLength(text) > limit && this.options.strict.eventSize)
      return { ok: false, kind: 'eventTooLarge', message: `data exceed max size: ${limit} bytes` }
    const { clock, invocations, log } = this.options
    const start = () => {
      const hand = clock.hand(at)
      const known = invocations.find(record.requestId)
      if (known) known.clock = hand
      const { timeoutMs, memoryMb } = pool.definition
      return {
        event: text,
        environment: invocationEnvironment(identity, record.requestId),
        clock: hand,
        context: {
          request_id: record.requestId,
          function_name: name,
          time_limit_in_ms: timeoutMs,
          memory_limit_in_mb: memoryMb,
        },
      }
    }
    return pool.invoke(start, (line) => {
      addLog(record, line)
      log(`[${name}] ${line}`)
    })
  }

  private pool(name: string): Pool | undefined {
    const existing = this.pools.get(name)
    if (existing && !existing.isOutdated) return existing
    const { functionsDir, strict } = this.options
    const left = existing?.retire() ?? Promise.resolve()
    this.pools.delete(name)
    const definition = readDefinition(functionsDir, name, strict)
    if (!definition) return undefined
    const { bootstrap, functionEnv, maxInstances, url, log, inspect } = this.options
    const isInspected = inspect?.function === name
    const pool = new Pool(definition, {
      max: isInspected ? 1 : maxInstances,
      bootstrap,
      environment: instanceEnvironment(url(), name, functionEnv),
      inspect: isInspected ? { port: inspect.port, isFree: left } : undefined,
      log: (line) => log(`[${name}] ${line}`),
    })
    this.pools.set(name, pool)
    return pool
  }
}

function checkResult(outcome: Outcome): Outcome {
  if (!outcome.ok || outcome.result.length * 3 <= MAX_RESULT_BYTES) return outcome
  if (Buffer.byteLength(outcome.result) <= MAX_RESULT_BYTES) return outcome
  return { ok: false, kind: 'resultTooLarge', message: 'cloudfunction result size exceed limit (1MB)' }
}
