/**
 * What each action asks of the database beside its budget: calls, longest chain of calls, documents and bytes, read from
 * the local cloud, on a warm instance, without a retry.
 */
import type { InvocationRecord } from '../local/cloud'
import { dataOf } from '../test/server/cloud'
import { ASSISTANT, MEMBER, MINUTE, openMall, PHONES, goods, keyed, type Mall } from '../test/server/mall'
import { benchCloud } from './bench-cloud'
import { CHECK_IN_BUDGETS } from './check-in-budgets'
import { COUPON_BUDGETS } from './coupon-budgets'
import { REFERRAL_BUDGETS } from './referral-budgets'
import { REWARD_BUDGETS } from './reward-budgets'
import { aim, type Table } from './table'

export interface Budget {
  readonly title: string
  readonly most: number
  /** Does it once more; the last invocation is the one that counts. */
  readonly run: (mall: Mall, time: number) => Promise<unknown>
}

const oneLine = (purchaseId: string, shownRefundFen: number) => ({
  purchaseId,
  lines: [{ line: 0, quantity: 1 }],
  reason: 'returned' as const,
  shownRefundFen,
  shownRefundedFen: 0,
})

const BUDGETS: readonly Budget[] = [
  { title: 'card page', most: 3, run: (mall) => mall.ask('member', 'home', MEMBER) },
  { title: 'member code', most: 1, run: (mall) => mall.ask('member', 'code', MEMBER) },
  { title: 'code status', most: 2, run: (mall) => mall.ask('member', 'code-status', MEMBER, { since: 0 }) },
  { title: 'points, a page', most: 3, run: (mall) => mall.ask('member', 'points', MEMBER, {}) },
  {
    title: 'why of an entry',
    most: 3,
    run: async (mall, time) => {
      const id = `entry:${await mall.receipt(`why-${time}`, 9_999)}`
      return mall.ask('member', 'entry', MEMBER, { id })
    },
  },
  { title: 'growth', most: 1, run: (mall) => mall.ask('member', 'growth', MEMBER) },
  {
    title: 'resolve a code',
    most: 3,
    run: async (mall) => {
      mall.cloud.clock.shift(MINUTE)
      const { code } = dataOf(await mall.ask('member', 'code', MEMBER))
      // A minute has passed, so the instance learns again who works here and what the programme says.
      await mall.ask('assistant', 'day-list', ASSISTANT, {})
      return mall.ask('assistant', 'resolve', ASSISTANT, { code })
    },
  },
  {
    title: 'preview',
    most: 2,
    run: async (mall) => {
      const visit = await mall.visit()
      return mall.ask('assistant', 'preview', ASSISTANT, { visit, lines: keyed(38_600) })
    },
  },
  { title: 'register a purchase', most: 7, run: async (mall) => mall.buy(38_600, await mall.visit()) },
  {
    title: 'own members, a page',
    most: 3,
    run: async (mall) => {
      await mall.buy(38_600, await mall.visit())
      return mall.ask('assistant', 'own-members', ASSISTANT, {})
    },
  },
  {
    title: 'client book of a visit',
    most: 5,
    run: async (mall) => mall.ask('assistant', 'client-book', ASSISTANT, { visit: await mall.visit() }),
  },
  {
    title: 'full phone number',
    most: 7,
    run: async (mall) => {
      const of = { visit: await mall.visit() }
      return mall.ask('assistant', 'show-phone', ASSISTANT, { of, why: { reason: 'pickup' } })
    },
  },
  { title: "day's list", most: 3, run: (mall) => mall.ask('assistant', 'day-list', ASSISTANT, {}) },
  { title: 'till purchase', most: 7, run: (mall, time) => mall.receipt(`receipt-${time}`, 9_999) },
  {
    title: 'refund by an assistant',
    most: 9,
    run: async (mall) =>
      mall.ask('assistant', 'refund', ASSISTANT, oneLine(await mall.buy(38_600, await mall.visit()), 38_600)),
  },
  {
    title: 'till refund',
    most: 9,
    run: async (mall, time) => {
      await mall.receipt(`returned-${time}`, 9_999)
      const lines = [{ line: 0, quantity: 1 }]
      return mall.till('refund', mall.till1, { receipt: `back-${time}`, purchase: `returned-${time}`, lines })
    },
  },
  {
    title: 'till purchase, unknown phone',
    most: 7,
    run: (mall, time) =>
      mall.till('purchase', mall.till1, {
        receipt: `first-${time}`,
        member: { phone: `1990000${2000 + time}` },
        lines: [goods(9_999)],
      }),
  },
]

export async function calls(): Promise<Table> {
  const cloud = await benchCloud(1)
  try {
    const mall = await openMall(cloud)
    await mall.join(MEMBER, PHONES[MEMBER])
    const measured: (readonly [Budget, InvocationRecord])[] = []
    for (const budget of [
      ...BUDGETS,
      ...COUPON_BUDGETS,
      ...REWARD_BUDGETS,
      ...REFERRAL_BUDGETS,
      ...CHECK_IN_BUDGETS,
    ]) {
      // The first time warms the instance, and shows a refusal at once instead of measuring it.
      for (const time of [1, 2]) check(budget, await budget.run(mall, time))
      measured.push([budget, cloud.invocations().at(-1) as InvocationRecord])
    }
    return tableOf(measured)
  } finally {
    await cloud.close()
  }
}

function check(budget: Budget, answer: unknown): void {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer)
    dataOf(answer as Parameters<typeof dataOf>[0])
  else if (!answer) throw new Error(`${budget.title} gave nothing`)
}

function tableOf(measured: readonly (readonly [Budget, InvocationRecord])[]): Table {
  return {
    title: 'Calls of an action',
    words:
      'Counted by the local cloud on a warm instance, no retry. Depth: the longest chain of calls that waited for each other. Bytes: requests and answers together.',
    columns: ['action', 'calls', 'budget', 'depth', 'documents read', 'documents written', 'bytes'],
    rows: measured.map(([{ title, most }, record]) => [
      title,
      record.callCount,
      `≤ ${most}`,
      record.sequentialDepth,
      record.documentsRead,
      record.documentsWritten,
      record.bytes,
    ]),
    aims: measured.map(([{ title, most }, { callCount }]) =>
      aim(`${title}: ${callCount} ≤ ${most}`, callCount > 0 && callCount <= most),
    ),
  }
}
