/** The audit finds nothing in a ledger whose coupons were used by the rules, and every single thing that is broken in it. */
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)
const at = <Item>(items: Item[], place: number): Item => {
  const item = items[place]
  if (item === undefined) throw new Error(`nothing at ${place}`)
  return item
}
const fenOf = (amount: number) => amount as never

const COUPON = {
  ...{
    _id: 'c1',
    memberId: 'm1',
    number: '123456789',
    terms: {},
    from: 'claim' as const,
    source: 'o1',
    at: 1,
  },
  ...{ stockId: null, state: 'used' as const, validFrom: '2026-01-01', validUntil: '2026-12-31' },
  ...{ lockedUntil: null as number | null, heldFor: null, gift: null, inputHash: '', answer: null },
  log: [{ step: 'use', cause: 'purchase', at: 1, ref: 'purchase:till:1' }],
  use: { purchaseId: 'purchase:till:1' } as object | null,
}
/** The first purchase used a coupon of ¥1. */
const withCoupon = (ledger: OpenLedger, change: Partial<typeof COUPON> = {}): void => {
  const purchase = at(ledger.purchases, 0)
  purchase.priceFen = fenOf(purchase.priceFen + 100)
  purchase.offFen = fenOf(100)
  purchase.coupons = [{ couponId: 'c1', offFen: fenOf(100) }]
  ledger.coupons.push({ ...structuredClone(COUPON), ...change } as never)
}

test('a ledger with a coupon that was used has none either', () => {
  const used = smallLedger()
  withCoupon(used)
  expect(rulesOf(used)).toEqual([])
})

const broken: [string, string, (ledger: OpenLedger) => void][] = [
  [
    'a coupon that took more than it says',
    'purchase.off',
    (l) => (withCoupon(l), (at(l.purchases, 0).offFen = fenOf(99))),
  ],
  ['a coupon that is not where its log leads', 'coupon.state', (l) => withCoupon(l, { log: [] })],
  ['a used coupon without a use', 'coupon.use', (l) => withCoupon(l, { use: null })],
  ['a lock without a state', 'coupon.lock', (l) => withCoupon(l, { lockedUntil: 7 })],
  [
    'a coupon that another purchase names',
    'purchase.coupon',
    (l) => (withCoupon(l), (at(l.purchases, 1).coupons = [{ couponId: 'c1', offFen: fenOf(0) }])),
  ],
  [
    'a coupon that its purchase does not name',
    'coupon.purchase',
    (l) => (withCoupon(l), (at(l.purchases, 0).coupons = [])),
  ],
  ['a purchase with a coupon that is not there', 'purchase.coupon', (l) => (withCoupon(l), (l.coupons = []))],
  [
    'a coupon that stays used when all came back',
    'purchase.coupon',
    (l) => (
      withCoupon(l),
      at(l.purchases, 0).lines.forEach((each) => (each.refundedQuantity = each.quantity))
    ),
  ],
  ['two coupons of one number', 'coupon.number', (l) => (withCoupon(l), withCoupon(l, { _id: 'c2' }))],
  ['a coupon of another member', 'coupon.whose', (l) => withCoupon(l, { memberId: 'm2' })],
]

test.each(broken)('%s is reported as %s', (_, rule, damage) => {
  const ledger = smallLedger()
  damage(ledger)
  expect(rulesOf(ledger)).toContain(rule)
})
