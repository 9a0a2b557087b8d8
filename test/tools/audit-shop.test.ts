/** Stocks, gifts and counted benefits: the audit finds nothing where they were used by the rules, and each single thing that is not. */
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type OpenLedger } from './small-ledger'

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)

let numbers = 123_456_000
const coupon = (_id: string, change: object = {}) =>
  ({
    ...{ _id, memberId: 'm1', number: String((numbers += 1)), terms: { giftable: false } },
    ...{ from: 'claim', source: 'o1', at: 1, stockId: null, state: 'issued', log: [], use: null },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31', lockedUntil: null, heldFor: null, gift: null },
    ...{ inputHash: '', answer: null, ...change },
  }) as never
const used = { state: 'used', use: { purchaseId: null }, log: [{ step: 'use', cause: 'handed-over' }] }
const GIVEN = {
  state: 'given',
  log: [
    { step: 'lock', cause: 'gift' },
    { step: 'give', cause: 'accepted', ref: 'm2' },
  ],
}
const LOT = { from: 'gift', source: 'old', memberId: 'm2' }

interface Shop {
  readonly given?: object
  readonly successor?: object
  readonly more?: readonly never[]
  readonly taken?: number
  readonly counted?: object
}

/** One coupon of a counter of two, one that was given to a friend, a benefit used twice and once taken back. */
function shopLedger({ given, successor, more = [], taken = 1, counted }: Shop = {}): OpenLedger {
  const ledger = smallLedger()
  const benefit = (place: number, change: object = used) =>
    coupon(`benefit:m1:parking:2026-05:${place}`, { from: 'benefit', source: 'parking', ...change })
  ledger.stocks = [{ _id: 'stock:o1:0', of: 'o1', total: 2, taken }]
  ledger.coupons = [
    coupon('c1', { stockId: 'stock:o1:0' }),
    coupon('old', { ...GIVEN, ...given }),
    coupon('gift:old', { ...LOT, ...successor }),
    ...[benefit(1), benefit(3)],
    ...more,
  ]
  const [member] = ledger.members
  if (!member) throw new Error('nobody there')
  member.benefitsUsed = {
    parking: { period: '2026-05', used: 2, undone: 1, day: '2026-05-20', ...counted } as never,
  }
  return ledger
}

test('used by the rules they show nothing', () => {
  expect(rulesOf(shopLedger())).toEqual([])
})

test('a period that was over at a later use is not asked for', () => {
  const before = coupon('benefit:m1:parking:2026-04:1', { from: 'benefit', source: 'parking', ...used })
  expect(rulesOf(shopLedger({ more: [before] }))).toEqual([])
})

const counterless = { stockId: 'stock:o9:0' }
const broken: [string, string, Shop][] = [
  ['a counter that took more than was issued', 'stock.taken', { taken: 2 }],
  ['a counter that took less', 'stock.taken', { taken: 0 }],
  ['a counter beyond its total', 'stock.bounds', { taken: 3 }],
  ['a coupon of a counter that is not there', 'stock.unknown', { more: [coupon('c9', counterless)] }],
  ['a given coupon without a successor', 'gift.successor', { successor: { source: 'c1' } }],
  ['a given coupon with two', 'gift.successor', { more: [coupon('gift:other', LOT)] }],
  ['a successor of one that was kept', 'gift.successor', { given: { state: 'issued', log: [] } }],
  ['a gift of nobody', 'gift.giver', { more: [coupon('gift:none', { ...LOT, source: 'none' })] }],
  ['a gift in other hands', 'gift.taker', { successor: { memberId: 'm3' } }],
  ['a gift to the giver', 'gift.own', { successor: { memberId: 'm1' } }],
  ['a gift that lives longer', 'gift.days', { successor: { validUntil: '2027-01-01' } }],
  ['a gift that can be given on', 'gift.again', { successor: { terms: { giftable: true } } }],
  ['a benefit counted too often', 'benefit.count', { counted: { used: 3 } }],
  ['a benefit counted too seldom', 'benefit.count', { counted: { used: 1 } }],
  [
    'a benefit of a period that is not counted',
    'benefit.count',
    { counted: { period: '2026-04', day: '2026-04-30' } },
  ],
  [
    'a benefit that nobody counts',
    'benefit.count',
    { more: [coupon('benefit:m1:lounge:2026:1', { from: 'benefit', source: 'lounge', ...used })] },
  ],
]

test.each(broken)('%s is reported as %s', (_, rule, shop) => {
  expect(rulesOf(shopLedger(shop))).toContain(rule)
})
