/**
 * A member's history as a list of steps, played through the rules. It keeps every purchase as it stands now and every
 * change of the purse, so that a property can ask what the changes add up to.
 */
import { tookPart, type Account } from '../../src/domain/members/account'
import type { Campaign } from '../../src/domain/campaigns/campaign'
import type { TargetMove } from '../../src/domain/campaigns/targets'
import { fen, NO_FEN } from '../../src/domain/money/fen'
import { applyChange, expiry, spendable, spending, type PurseChange } from '../../src/domain/points/purse'
import { returning } from '../../src/domain/points/returning'
import { tierAtRank, type Channel, type Programme } from '../../src/domain/programme/programme'
import { bookPurchase, type LineKind, type Purchase } from '../../src/domain/purchases/purchase'
import { bookRefund, type RefundLine } from '../../src/domain/refunds/refund'
import {
  grantRefusal,
  standingsOn,
  withGrant,
  withoutGrant,
  type GrantKind,
} from '../../src/domain/tiers/grant'
import { addDays, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import { allOf, day, mall, newcomer } from './mall'

interface BoughtLine {
  readonly kind: LineKind
  readonly paidFen: number
  readonly quantity: number
}

export type Step =
  | {
      readonly do: 'buy'
      readonly lines: readonly BoughtLine[]
      /** Where it is bought: campaigns of `CAMPAIGNS` count at the fair and at the feast. */
      readonly storeId: 'plain' | 'fair' | 'feast'
      readonly channel: Channel
    }
  | { readonly do: 'spend'; readonly percent: number }
  /** What was spent comes back; `which` counts from the last spending that is not back. */
  | { readonly do: 'bring-back'; readonly which: number }
  /** `which` and `line` count from the newest purchase and the first line, round and round. */
  | { readonly do: 'refund'; readonly which: number; readonly line: number; readonly quantity: number }
  | { readonly do: 'refund-all'; readonly which: number }
  | { readonly do: 'grant'; readonly kind: GrantKind; readonly rank: number; readonly days: number }
  | { readonly do: 'revoke' }
  | { readonly do: 'take-part' }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'jobs' }

export interface History {
  readonly programme: Programme
  readonly today: BusinessDay
  readonly account: Account
  readonly purchases: readonly Purchase[]
  readonly changes: readonly PurseChange[]
  /** Those of them that targets made. */
  readonly moves: readonly TargetMove[]
  /** What was spent and has not come back. */
  readonly spent: readonly PurseChange[]
}

export const START = day('2026-01-31')

const atFeast = { when: {}, scope: { storeIds: ['feast'] } }
/** What counts at the fair adds up and is capped three times; at the feast one of three counts. */
const CAMPAIGNS: readonly Campaign[] = [
  {
    id: 'fair',
    name: 'fair',
    rate: 100,
    when: {},
    scope: { storeIds: ['fair'] },
    group: 'a',
    stacking: 'add',
    caps: { perOrder: 3_000, perDay: 4_000, inAll: 20_000 },
  },
  { id: 'weekend', name: 'weekend', rate: 20, when: { weekdays: [0, 6] }, group: 'a', stacking: 'add' },
  { id: 'small', name: 'small', rate: 33, ...atFeast, group: 'b', stacking: 'best' },
  { id: 'large', name: 'large', rate: 50, ...atFeast, group: 'b', stacking: 'best', caps: { perOrder: 900 } },
  {
    id: 'alone',
    name: 'alone',
    rate: 300,
    ...atFeast,
    group: 'c',
    stacking: 'exclusive',
    caps: { perDay: 700 },
  },
]

export const beginning: History = {
  programme: { ...mall, campaigns: CAMPAIGNS },
  today: START,
  account: newcomer(START),
  purchases: [],
  changes: [],
  moves: [],
  spent: [],
}

/** The same mall, where points wait: a week when an assistant registers, a day when a till does. */
export const beginningOfWaiting: History = {
  ...beginning,
  programme: { ...beginning.programme, pendingDays: { assistant: 7, till: 1 } },
}

/** The same mall, where coming and taking part lead to a tier as spend does, or add up with it. */
export const beginningOfAny: History = {
  ...beginning,
  programme: {
    ...mall,
    measures: { rule: 'any', visits: true, activity: true },
    ladder: mall.ladder.map((tier, rank) =>
      rank === 0 || rank === 4 ? tier : { ...tier, thresholdVisits: 3 * rank, thresholdActivity: 2 * rank },
    ),
  },
}
export const beginningOfWeighted: History = {
  ...beginning,
  programme: {
    ...mall,
    measures: { rule: 'weighted', weights: { spendYuan: 3, visit: 7_000, activity: 4_000 } },
  },
}

export const played = (steps: readonly Step[], from = beginning): History => steps.reduce(after, from)

/** Every piece of every purchase brought back, the newest or the oldest purchase first. */
export function everythingBack(history: History, newestFirst: boolean): History {
  const which = history.purchases.map((_, at) => at)
  return (newestFirst ? which.reverse() : which).reduce(
    (now, at) => refunded(now, at, allOf(now.purchases[at] ?? missing())),
    history,
  )
}

function after(history: History, step: Step): History {
  switch (step.do) {
    case 'buy':
      return bought(history, step)
    case 'spend': {
      const points = Math.floor((spendable(history.account.purse, history.today) * step.percent) / 100)
      if (points === 0) return history
      const change = spending(history.account.purse, points, history.today) ?? missing()
      return { ...changed(history, change), spent: [...history.spent, change] }
    }
    case 'bring-back':
      return broughtBack(history, step.which)
    case 'refund': {
      const at = placeOf(history, step.which)
      const purchase = history.purchases[at]
      if (!purchase) return history
      const line = step.line % purchase.lines.length
      const left = allOf(purchase)[line]?.quantity ?? 0
      return refunded(history, at, [{ line, quantity: Math.min(step.quantity, left) }])
    }
    case 'refund-all': {
      const purchase = history.purchases[placeOf(history, step.which)]
      return purchase ? refunded(history, placeOf(history, step.which), allOf(purchase)) : history
    }
    case 'grant':
      return granted(history, step)
    case 'revoke': {
      const { account, programme, today } = history
      return { ...history, account: withoutGrant(programme, account, today) }
    }
    case 'take-part': {
      const { account, programme, today } = history
      return { ...history, account: tookPart(account, programme, today) }
    }
    case 'wait':
      return { ...history, today: addDays(history.today, step.days) }
    case 'jobs':
      return jobsRun(history)
  }
}

/** What the clock's nightly jobs do to one member. */
function jobsRun(history: History): History {
  const { account, programme, today } = history
  const { grant: _grant, ...rest } = account
  const reviewed = { ...rest, ...standingsOn(programme, account, today) }
  return changed({ ...history, account: reviewed }, expiry(account.purse, today))
}

/** What a manager gives, when it may be given. */
function granted(history: History, { kind, rank, days }: Extract<Step, { do: 'grant' }>): History {
  const { account, programme, today } = history
  const wish = { id: 'g', kind, tierId: tierAtRank(programme, rank).id, until: addDays(today, days) }
  if (grantRefusal(programme, account, wish, today)) return history
  return { ...history, account: withGrant(programme, account, wish, today) }
}

function bought(history: History, { lines, storeId, channel }: Extract<Step, { do: 'buy' }>): History {
  const order = {
    lines: lines.map((line) => ({ ...line, sku: null, paidFen: fen(line.paidFen) })),
    priceFen: NO_FEN,
    discountFen: NO_FEN,
    channel,
    storeId,
    cause: `p${history.purchases.length}`,
  }
  const booked = bookPurchase(history.account, order, history.programme, startOfDay(history.today))
  return {
    ...history,
    account: booked.account,
    purchases: [...history.purchases, booked.purchase],
    ...withChanges(history, booked),
  }
}

function refunded(history: History, at: number, wanted: readonly RefundLine[]): History {
  const purchase = history.purchases[at] ?? missing()
  const booked = bookRefund(history.account, purchase, wanted, history.programme, startOfDay(history.today))
  if ('refused' in booked) throw new Error(`refused: ${booked.refused}`)
  return {
    ...history,
    account: booked.account,
    purchases: history.purchases.map((each, place) => (place === at ? booked.purchase : each)),
    ...withChanges(history, booked),
  }
}

const withChanges = (
  { changes, moves }: History,
  { change, moves: more }: { readonly change: PurseChange | null; readonly moves: readonly TargetMove[] },
): Pick<History, 'changes' | 'moves'> => ({
  changes: [...changes, ...(change ? [change] : []), ...more.flatMap((move) => move.change ?? [])],
  moves: [...moves, ...more],
})

function changed(history: History, change: PurseChange | null): History {
  if (!change) return history
  const purse = applyChange(history.account.purse, change)
  return { ...history, account: { ...history.account, purse }, changes: [...history.changes, change] }
}

function broughtBack(history: History, which: number): History {
  const { account, spent, today } = history
  const taken = spent[spent.length - 1 - (which % Math.max(1, spent.length))]
  if (!taken) return history
  const after = changed(history, returning(account.purse, taken.lots, today))
  return { ...after, spent: spent.filter((each) => each !== taken) }
}

const placeOf = (history: History, which: number): number =>
  history.purchases.length - 1 - (which % Math.max(1, history.purchases.length))

function missing(): never {
  throw new Error('no such purchase')
}
