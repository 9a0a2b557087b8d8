/** What coupons may cost at the counter and at a till, in calls. */
import { fen } from '../src/domain/money/fen'
import { dataOf } from '../test/server/cloud'
import { couponCode, issue } from '../test/server/coupons'
import { ASSISTANT, keyed, MINUTE, PHONES, MEMBER, type Mall } from '../test/server/mall'
import type { Budget } from './calls'

let issued = 0
const tenOff = (mall: Mall): Promise<string> =>
  issue(mall, { id: `bench-${(issued += 1)}`, worth: { kind: 'cash', offFen: fen(1_000) } })
const parking = (mall: Mall): Promise<string> =>
  issue(mall, { id: `bench-${(issued += 1)}`, worth: { kind: 'parking', hours: 2 } })

async function registered(mall: Mall): Promise<string> {
  const coupons = [await tenOff(mall)]
  const order = { visit: await mall.visit(), lines: keyed(38_600), coupons }
  const answer = await mall.ask('assistant', 'register', ASSISTANT, { ...order, shownPayFen: 37_600 })
  return dataOf(answer).purchaseId
}

const LINE = { sku: 'goods-1', quantity: 1, priceFen: 10_000 }

async function locked(mall: Mall, receipt: string) {
  const coupons = [await tenOff(mall)]
  dataOf(await mall.till('coupon-lock', mall.till1, { receipt, coupons, lines: [LINE] }))
  return coupons
}

export const COUPON_BUDGETS: readonly Budget[] = [
  {
    title: "resolve a coupon's code",
    most: 3,
    run: async (mall) => {
      const coupon = await tenOff(mall)
      await mall.ask('assistant', 'day-list', ASSISTANT, {})
      return mall.ask('assistant', 'resolve', ASSISTANT, { code: couponCode(mall, coupon) })
    },
  },
  {
    title: 'preview with a coupon',
    most: 3,
    run: async (mall) => {
      const coupons = [await tenOff(mall)]
      return mall.ask('assistant', 'preview', ASSISTANT, {
        visit: await mall.visit(),
        lines: keyed(38_600),
        coupons,
      })
    },
  },
  { title: 'register with a coupon', most: 9, run: registered },
  {
    title: 'refund that gives a coupon back',
    most: 11,
    run: async (mall) =>
      mall.ask('assistant', 'refund', ASSISTANT, {
        purchaseId: await registered(mall),
        lines: [{ line: 0, quantity: 1 }],
        reason: 'returned',
        shownRefundFen: 37_600,
        shownRefundedFen: 0,
      }),
  },
  {
    title: 'redeem a coupon',
    most: 7,
    run: async (mall) => {
      const couponId = await parking(mall)
      const asked = { visit: await mall.visit(), what: { couponId }, plate: '\u6caaA12345' }
      return mall.ask('assistant', 'redeem', ASSISTANT, asked)
    },
  },
  {
    title: 'redeem a counted benefit',
    most: 7,
    run: async (mall, time) => {
      // Of silver and above.
      await mall.receipt(`benefit-${time}`, 1_000_000)
      const asked = { visit: await mall.visit(), what: { benefitId: 'parking' }, plate: '\u6caaA12345' }
      return mall.ask('assistant', 'redeem', ASSISTANT, asked)
    },
  },
  {
    title: 'redemptions, a page',
    most: 2,
    run: (mall) => mall.ask('assistant', 'redemptions', ASSISTANT, {}),
  },
  {
    title: 'till: coupons of a scanned card',
    most: 3,
    run: async (mall) => {
      mall.cloud.clock.shift(MINUTE)
      const { code } = dataOf(await mall.ask('member', 'code', MEMBER))
      // The minute is over: the till is learned anew here.
      await mall.till('coupon-list', mall.till1, { code })
      return mall.till('coupon-list', mall.till1, { code })
    },
  },
  {
    title: 'till: scan a coupon',
    most: 2,
    run: async (mall) => {
      mall.cloud.clock.shift(MINUTE)
      return mall.till('coupon-validate', mall.till1, { code: couponCode(mall, await tenOff(mall)) })
    },
  },
  { title: 'till: lock a coupon', most: 6, run: (mall, time) => locked(mall, `held-${time}`) },
  {
    title: 'till purchase with a coupon',
    most: 9,
    run: async (mall, time) => {
      const receipt = `with-coupon-${time}`
      const coupons = await locked(mall, receipt)
      const member = { phone: PHONES[MEMBER] ?? '' }
      return mall.till('purchase', mall.till1, {
        receipt,
        member,
        coupons,
        lines: [{ ...LINE, paidFen: 9_000 }],
      })
    },
  },
]
