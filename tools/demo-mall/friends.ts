/**
 * Whom members of the demo mall have invited: each friend accepts, joins, and most buy at a till. Some first purchases
 * stand since today, so that on any day of the year somebody is on the board of the season.
 */
import type { LocalCloud } from '../../local/cloud'
import { addDays, businessDayOf, startOfDay } from '../../src/domain/time/business-day'
import { becomesMember, called } from './called'
import { DEMO_STORES, personOf } from './people'
import type { DemoPurchase } from './purchases'
import type { Step } from './step'

interface Invited {
  readonly id: string
  /** Days ago. */
  readonly joined: number
  readonly bought?: number
}

const friend = (id: string, joined: number, bought?: number): Invited => ({
  id,
  joined,
  ...(bought === undefined ? {} : { bought }),
})

const INVITED_BY: Readonly<Record<string, readonly Invited[]>> = {
  'shen-qinghe': [
    friend('cheng-yu', 16, 12),
    friend('wen-yan', 10, 8),
    friend('bai-zhou', 5, 4),
    friend('xu-wei', 2),
  ],
  'pei-qingyue': [
    friend('tao-ran', 29, 27),
    friend('jian-ning', 20, 20),
    friend('zhu-hao', 15, 14),
    friend('chi-yifan', 11, 9),
    friend('mi-nuo', 9, 8),
  ],
  'wen-di': [friend('luo-wang', 18, 17), friend('qi-xiuyuan', 12, 10), friend('gan-tang', 8, 8)],
  'jiang-wanyin': [friend('wei-nan', 10, 8)],
}
const STARTED_DAYS_AGO = 40
const NOON = 12 * 3_600_000
const MINUTE_MS = 60_000

/** Phones are told apart by what the program keeps on them. */
const deviceOf = (id: string): string => id.replace('-', '').padEnd(22, '0')

/** @param sell sends the receipt of a till. */
export function demoFriends(
  cloud: LocalCloud,
  now: number,
  sell: (purchase: DemoPurchase) => Promise<void>,
): Step[] {
  const noon = (daysAgo: number): number => startOfDay(addDays(businessDayOf(now), -daysAgo)) + NOON
  const ask = (id: string, action: string, input: object, at: number): Promise<unknown> =>
    called(cloud, 'member', { action, operationId: `demo-mall-${action}-${id}`, input }, personOf(id), at)
  const codes = new Map<string, string>()
  const start = async (by: string, at: number): Promise<void> => {
    const { code } = (await ask(by, 'start-inviting', { device: deviceOf(by) }, at)) as { code: string }
    codes.set(by, code)
  }
  const join = async (by: string, id: string, at: number): Promise<void> => {
    await ask(id, 'accept-invitation', { code: codes.get(by) ?? '', device: deviceOf(id) }, at)
    await becomesMember(cloud, personOf(id), at + MINUTE_MS)
  }
  return Object.entries(INVITED_BY).flatMap(([by, friends]) => [
    { card: by, at: noon(STARTED_DAYS_AGO), run: () => start(by, noon(STARTED_DAYS_AGO)) },
    ...friends.flatMap(({ id, joined, bought }, n) => {
      const step = { card: by, at: noon(joined), run: () => join(by, id, noon(joined)) }
      if (bought === undefined) return [step]
      const purchase = firstPurchase(id, n, noon(bought) + 2 * MINUTE_MS)
      return [step, { card: by, at: purchase.at, run: () => sell(purchase) }]
    }),
  ])
}

/** Large enough for the invitation to count. */
function firstPurchase(personId: string, n: number, at: number): DemoPurchase {
  const { storeId } = DEMO_STORES[n % DEMO_STORES.length] as (typeof DEMO_STORES)[number]
  return {
    ...{ receipt: `first-${personId}`, personId, storeId, at },
    lines: [{ sku: '见面的一单', quantity: 1, paidFen: 12_800 + n * 3_300 }],
  }
}
