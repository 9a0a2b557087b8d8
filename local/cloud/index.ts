/**
 * The local cloud as a program: what holds it together, and what others call.
 * Invariant: it is ready when the promise resolves, and after `close()` nothing of it runs.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Clock } from './clock'
import type { Controls } from './doors/control-route'
import { serveDoors } from './doors/server'
import type { Inspected } from './functions/inspected'
import { transpiledBootstrap } from './functions/instance'
import { Runner } from './functions/runner'
import { documentControls } from './inspector/documents'
import { createPlatform, type Platform } from './platform'
import { Admin } from './protocol/admin'
import { Invocations } from './record/invocations'
import type { IndexPlan } from './store/catalog'
import { Database } from './store/database'
import { tellAddress } from './address'
import { openSqlite, type Sqlite } from './store/sqlite'
import { readSnapshot, writeSnapshot } from './store/snapshot'
import { limitsUnder, type TransactionLimits } from './store/transactions'
import { type Strictness, type StrictOption, strictnessOf } from './strictness'

export type { ClockState, MovableClock } from './clock'
export { type Inspected, inspectedIn } from './functions/inspected'
export type { CallRecord, InvocationRecord } from './record/invocations'
export type { TimerControls, TimerRun, TimerView } from './functions/timers'
export type { MadeLink } from './open-api/links'
export type { MessageControls, MessageGrant, SentMessage } from './open-api/subscribe-messages'
export type { Order, Refund } from './pay/orders'
export type { CashierAnswer, PaymentControls } from './pay/payments'
export type { StorageControls, StoredFile } from './storage/files'
export type { Doc, Fields, Value } from './values/document'
export type { IndexSpec } from './store/index-keys'
export type { IndexPlan } from './store/catalog'
export { STRICT_RULES, type StrictOption, type StrictRuleName } from './strictness'

export interface CloudOptions {
  /** A folder, or ':memory:'. */
  dataDir: string
  /** `<functionsDir>/<name>/index.js` with config.json, and `<functionsDir>/indexes.json`. */
  functionsDir: string
  port?: number
  functionEnv?: Record<string, string>
  /** Instances per function. */
  maxInstances?: number
  /** One function whose only instance is a process with Node's inspector, and has no time limit. */
  inspect?: Inspected | undefined
  /** Where the clock of a new data folder starts; afterwards the folder remembers. */
  clock?: { now: number }
  /** Origins of web pages, such as `http://localhost:5173`, that may call; the cloud's own pages always may. */
  origins?: readonly string[]
  log?: (line: string) => void
  /** Which rules of production are enforced: all, unless some are named. */
  strict?: StrictOption
  /**
   * Whether timer triggers fire by themselves. When the clock is moved across many due instants of one timer, the latest
   * `catchUp` of them run, 100 unless said otherwise; 1 runs them once, Infinity all of them.
   */
  timers?: boolean | { catchUp: number }
  /** The disk counts as full when the documents take more, for tests. */
  maxDataBytes?: number
  /** The pages that count as published, for codes and links; all there are, when it is not given. */
  pages?: readonly string[]
  /** For tests, a seed: every transaction meets one conflict, at a write or at its commit, before it may commit. */
  forceRetries?: number
  /** Production's limits, to be shortened in tests. */
  limits?: Partial<TransactionLimits>
}

export interface InvokeOptions {
  openid?: string
  unionid?: string
  /** `wx_client` with an openid, `wx_http` without, unless said otherwise. */
  source?: string
  /** The instant that this invocation sees. */
  at?: number
}

export type InvokeResult =
  | { ok: true; result: unknown; requestId: string }
  | { ok: false; kind: string; message: string; requestId: string }

/** What the door of the tools can do, and calling functions. */
export interface LocalCloud extends Omit<Controls, 'documents'> {
  url: string
  invoke(name: string, data: Record<string, unknown>, options?: InvokeOptions): Promise<InvokeResult>
  close(): Promise<void>
}

export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const {
    dataDir,
    functionsDir,
    port = 0,
    functionEnv = {},
    maxInstances = 4,
    log = () => undefined,
  } = options
  const strict = strictnessOf(options.strict)
  // Functions run in UTC, and worker threads share the time zone of their process.
  process.env.TZ = 'UTC'
  const sqlite = openSqlite(
    dataDir,
    options.maxDataBytes === undefined ? {} : { maxBytes: options.maxDataBytes },
  )
  const clock = new Clock(sqlite, options.clock)
  const limits = limitsUnder(strict, options.limits)
  const database = new Database(sqlite, {
    limits,
    strict,
    forceRetries: options.forceRetries,
    log,
    alsoWrite: () => clock.saveIfMoved(),
  })
  database.declare(readIndexPlan(functionsDir))
  const invocations = new Invocations()
  let url = ''
  const bootstrap = await transpiledBootstrap()
  const shared = { functionsDir, functionEnv, maxInstances, bootstrap, clock, invocations, strict, log }
  const runner = new Runner({ ...shared, inspect: options.inspect, url: () => url })
  const platform = createPlatform({
    ...shared,
    sqlite,
    dataDir,
    runner,
    timers: options.timers ?? false,
    pages: options.pages,
    url: () => url,
  })
  const controls = controlsOf({
    ...{ sqlite, database, clock, platform, invocations, functionsDir, strict },
  })
  const admin = new Admin({ database, clock, runner, invocations, platform, strict, log })
  const { origins = [] } = options
  const server = await serveDoors({ admin, runner, platform, controls, origins, log }, port)
  url = server.url
  const forgetAddress = tellAddress(dataDir, url)
  runner.warmUpInspected()
  return {
    url,
    ...controls,
    invoke: invokeWith(runner),
    close: () => {
      platform.timers.close()
      forgetAddress()
      return closeAll(server, runner, database, sqlite)
    },
  }
}

export { toldAddress } from './address'
export { openStoreReadOnly, type ReadOnlyStore } from './store/read-only'

interface ControlledParts {
  sqlite: Sqlite
  database: Database
  clock: Clock
  platform: Platform
  invocations: Invocations
  functionsDir: string
  strict: Strictness
}

function controlsOf(parts: ControlledParts): Controls {
  const { sqlite, database, clock, platform, invocations, functionsDir, strict } = parts
  return {
    clock,
    timers: platform.timers,
    storage: platform.storage.files,
    messages: platform.openApi.messages,
    payments: platform.payments.controls,
    links: () => platform.openApi.links.list(),
    documents: documentControls(database, strict, () => clock.now()),
    reset: () => {
      database.clear()
      clock.reset()
      platform.reset()
    },
    snapshot: (file) => writeSnapshot(sqlite, file, platform.storage.files),
    restore: (file) => {
      database.transactions.endAll()
      readSnapshot(sqlite, file, platform.storage.files)
      platform.reopen()
      database.reopen()
      database.declare(readIndexPlan(functionsDir))
      clock.reopen()
    },
    collections: () => database.counts(),
    read: (name) => database.all(name),
    invocations: (after = 0) => invocations.after(after),
    newCloudId: (data) => platform.openApi.openData.newId(data),
    newPhoneCode: (phoneNumber) => platform.openApi.phoneNumbers.newCode(phoneNumber),
  }
}

function readIndexPlan(functionsDir: string): IndexPlan {
  const file = path.join(functionsDir, 'indexes.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as IndexPlan) : {}
}

function invokeWith(runner: Runner): LocalCloud['invoke'] {
  return async (name, data, { openid, unionid, source, at } = {}) => {
    const identity = {
      source: source ?? (openid ? 'wx_client' : 'wx_http'),
      ...(openid ? { openid } : {}),
      ...(unionid ? { unionid } : {}),
    }
    const finished = await runner.invoke({ name, event: data, identity, at })
    return finished.ok ? { ...finished, result: JSON.parse(finished.result) as unknown } : finished
  }
}

async function closeAll(
  server: { close(): Promise<void> },
  runner: Runner,
  database: Database,
  sqlite: Sqlite,
): Promise<void> {
  await runner.close()
  await server.close()
  database.transactions.endAll()
  sqlite.close()
}
