/**
 * What the platform does beside running functions and keeping documents, as one thing that doors and protocol are given.
 */
import type { Clock } from './clock'
import type { Runner } from './functions/runner'
import { Timers } from './functions/timers'
import { OpenApi } from './open-api/open-api'
import { Orders } from './pay/orders'
import { Payments } from './pay/payments'
import { fileIdOf, Storage } from './storage/storage'
import { Files } from './storage/files'
import type { Sqlite } from './store/sqlite'
import type { Strictness } from './strictness'

export interface Platform {
  openApi: OpenApi
  payments: Payments
  storage: Storage
  timers: Timers
  /** After the tables were replaced by those of a snapshot. */
  reopen(): void
  /** As new, on the clock that is there. */
  reset(): void
}

export interface PlatformParts {
  sqlite: Sqlite
  dataDir: string
  functionsDir: string
  clock: Clock
  runner: Runner
  strict: Strictness
  timers: boolean | { catchUp: number }
  pages?: readonly string[] | undefined
  url: () => string
  log: (line: string) => void
}

const DEFAULT_CATCH_UP = 100

export function createPlatform(parts: PlatformParts): Platform {
  const { sqlite, dataDir, clock, strict, url } = parts
  const openApi = new OpenApi(parts)
  const orders = new Orders(sqlite)
  const payments = new Payments({ ...parts, orders, tell: (name, event) => tell(parts.runner, name, event) })
  const files = new Files(sqlite, dataDir, fileIdOf, () => clock.now())
  const storage = new Storage({ files, strict, url, now: () => clock.now() })
  const timers = new Timers({ ...parts, ...timerChoice(parts.timers) })
  return {
    openApi,
    payments,
    storage,
    timers,
    reopen: () => {
      openApi.messages.reopen()
      orders.reopen()
      timers.reset()
    },
    reset: () => {
      openApi.reset()
      orders.clear()
      files.clear()
      timers.reset()
    },
  }
}

/** The result of a payment comes from the platform, not from a person. */
async function tell(runner: Runner, name: string, event: Record<string, unknown>): Promise<unknown> {
  const finished = await runner.invoke({ name, event, identity: { source: 'wx_http' } })
  return finished.ok ? (JSON.parse(finished.result) as unknown) : undefined
}

function timerChoice(timers: boolean | { catchUp: number }): { on: boolean; catchUp: number } {
  return typeof timers === 'boolean' ? { on: timers, catchUp: DEFAULT_CATCH_UP } : { on: true, ...timers }
}
