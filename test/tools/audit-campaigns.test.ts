/** The audit finds nothing in counters of bonuses that the rules made, and everything that is broken in them. */
import { newAccount } from '../../src/domain/members/account'
import { fen } from '../../src/domain/money/fen'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import type { Programme } from '../../src/domain/programme/programme'
import { bookPurchase } from '../../src/domain/purchases/purchase'
import { bookRefund } from '../../src/domain/refunds/refund'
import { businessDayOf } from '../../src/domain/time/business-day'
import { entryIdOf } from '../../src/server/store/entries'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const START = Date.parse('2026-03-02T10:00:00+08:00')
const HOUR = 3_600_000
const campaign = { name: 'more', rate: 100, when: {}, group: 'more', stacking: 'add' } as const
const PROGRAMME: Programme = {
  ...{ ...MALL_PROGRAMME, targets: [] },
  campaigns: [
    { ...campaign, id: 'plain' },
    { ...campaign, id: 'capped', caps: { inAll: 10_000 } },
  ],
}

/** Two purchases of one day and one of the day before; half of one of that day came back. */
function withBonuses(): OpenLedger {
  const ledger = smallLedger()
  const [member] = ledger.members
  if (!member) throw new Error('nobody')
  let account = newAccount(PROGRAMME, businessDayOf(START))
  Object.assign(ledger, { programmes: [PROGRAMME], purchases: [], refunds: [], entries: [] })
  const entry = (cause: string, at: number, change: unknown, rule: string, corrects: string | null) =>
    ledger.entries.push({
      ...{ _id: entryIdOf(cause), memberId: 'm1', at, day: businessDayOf(at), rule, programmeVersion: 1 },
      ...{ change, cause, corrects, earning: null },
    } as never)
  for (const [n, at] of [START, START + 24 * HOUR, START + 25 * HOUR].entries()) {
    const lines = [{ sku: 's', kind: 'goods', quantity: 2, paidFen: fen(40_000 + n) } as const]
    const priceFen = fen(40_000 + n)
    const booked = bookPurchase(account, { lines, priceFen, discountFen: fen(0) }, PROGRAMME, at)
    account = booked.account
    const _id = `purchase:till:${n}`
    const sold = { source: 'till', memberId: 'm1', memberName: null, storeId: 's1', storeName: 's' }
    ledger.purchases.push({ _id, ...booked.purchase, ...sold, tillId: 'till', receipt: String(n) } as never)
    entry(_id, at, booked.change, 'purchase.points', null)
    Object.assign(ledger.entries.at(-1) ?? {}, { earning: booked.purchase.earning })
  }
  const [, sold] = ledger.purchases
  const at = START + 26 * HOUR
  const booked = bookRefund(account, sold as never, [{ line: 0, quantity: 1 }], PROGRAMME, at)
  if (!sold || 'refused' in booked) throw new Error('no refund')
  Object.assign(sold, booked.purchase)
  const back = { _id: 'refund:till:1', purchaseId: sold._id, memberId: 'm1', storeId: 's1', at }
  ledger.refunds.push({ ...back, quote: booked.quote, debtAdded: 0, reason: 'returned' } as never)
  entry(back._id, at, booked.change, 'refund.take-back', entryIdOf(sold._id))
  Object.assign(member, { account: booked.account })
  return structuredClone(ledger)
}

const counters = (ledger: OpenLedger) => {
  const found = ledger.members[0]?.account.bonuses
  if (!found) throw new Error('no bonuses')
  return found as { day: string; today: Record<string, number>; total?: Record<string, number> }
}

test('counters of a day with a refund have no violation', () => {
  const ledger = withBonuses()
  expect(auditLedger(ledger as never)).toEqual([])
  // 400 a purchase; of ¥400.01 half is ¥200.00, so floor(400 × 200.00 / 400.01) = 199 went back.
  expect(counters(ledger)).toMatchObject({ today: { plain: 601, capped: 601 }, total: { capped: 1_001 } })
})

test.each<[string, string, (ledger: OpenLedger) => void]>([
  [
    'more than purchases of the day gave',
    'bonus.today',
    (l) => (counters(l).today = { plain: 800, capped: 601 }),
  ],
  ['a campaign that is not counted today', 'bonus.today', (l) => (counters(l).today = { plain: 601 })],
  ['one that gave nothing', 'bonus.today', (l) => (counters(l).today = { ...counters(l).today, other: 1 })],
  ['a day that is not the last', 'bonus.day', (l) => (counters(l).day = '2026-03-02')],
  ['more in all than purchases gave', 'bonus.total', (l) => (counters(l).total = { capped: 1_002 })],
  ['less in all, so that its cap gives more', 'bonus.total', (l) => (counters(l).total = { capped: 1_000 })],
  ['a cap in all that is not counted', 'bonus.total', (l) => void delete counters(l).total],
  [
    'counters that are gone',
    'bonus.day',
    (l) => void delete (l.members[0]?.account as { bonuses?: unknown }).bonuses,
  ],
])('%s is found', (_, rule, breakIt) => {
  const ledger = withBonuses()
  breakIt(ledger)
  expect(auditLedger(ledger as never).map((each) => each.rule)).toContain(rule)
})
