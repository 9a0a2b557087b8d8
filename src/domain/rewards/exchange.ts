/**
 * The life of an exchange as a table: which step leads from which state to which, and until when each state lasts.
 * Invariant: a step that the table does not name is refused; points and stock come back with `cancel` and `expire`, and
 * nothing leads on from there. The instant alone decides what is over: read a stored exchange through `exchangeStateAt`.
 */
import { addDays, businessDayOf, startOfDay, type BusinessDay } from '../time/business-day'
import type { RewardWay } from './reward'

/** `unpaid`: the points are spent, the money is awaited. `held`: waits to be fetched or sent. */
export type ExchangeState = 'unpaid' | 'held' | 'sent' | 'settled' | 'cancelled' | 'expired'
export type ExchangeStep = 'pay' | 'hand-over' | 'undo' | 'send' | 'arrive' | 'cancel' | 'expire'

const LEADS_TO: Readonly<Record<ExchangeState, Readonly<Partial<Record<ExchangeStep, ExchangeState>>>>> = {
  unpaid: { pay: 'held', cancel: 'cancelled', expire: 'expired' },
  held: { 'hand-over': 'settled', send: 'sent', cancel: 'cancelled', expire: 'expired' },
  sent: { arrive: 'settled' },
  settled: { undo: 'held' },
  cancelled: {},
  expired: {},
}

/** The state after a step, or null when the step is not possible. */
export const afterStep = (state: ExchangeState, step: ExchangeStep): ExchangeState | null =>
  LEADS_TO[state][step] ?? null

/** How long the money is awaited. */
export const PAY_MS = 15 * 60_000
/** After so many days what was sent counts as arrived. */
export const ARRIVES_AFTER_DAYS = 10

/** The last day on which it can be fetched. */
export const lastHoldDay = (day: BusinessDay, holdDays: number): BusinessDay => addDays(day, holdDays)

/** What decides how long a state lasts. */
export interface ExchangeLife {
  readonly state: ExchangeState
  readonly way: RewardWay | null
  /** When it came into this state. */
  readonly since: number
  /** Set while held for pick-up and after it. */
  readonly holdUntil: BusinessDay | null
  /** Where it is sent; null for what is fetched, and once nobody is there any more to whom it could be sent. */
  readonly address: object | null
}

/** The morning before the last day on which it can be fetched; null for what is fetched sooner or not at all. */
export function remindAt({ state, way, since, holdUntil }: ExchangeLife): number | null {
  if (state !== 'held' || way !== 'pickup' || holdUntil === null) return null
  const eve = startOfDay(addDays(holdUntil, -1))
  return eve > since ? eve : null
}

/** The instant from which the next step is time's: expiry or arrival; null while none is. */
export function dueAt({ state, way, since, holdUntil, address }: ExchangeLife): number | null {
  if (state === 'unpaid') return since + PAY_MS
  if (state === 'sent') return startOfDay(addDays(businessDayOf(since), ARRIVES_AFTER_DAYS + 1))
  if (state === 'held' && way === 'delivery' && address === null) return since
  return state === 'held' && way === 'pickup' && holdUntil !== null ? startOfDay(addDays(holdUntil, 1)) : null
}

/** The state at an instant, however late the job is that writes it down. */
export function exchangeStateAt(life: ExchangeLife, at: number): ExchangeState {
  const due = dueAt(life)
  if (due === null || at < due) return life.state
  return afterStep(life.state, life.state === 'sent' ? 'arrive' : 'expire') ?? life.state
}
