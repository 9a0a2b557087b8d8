/** The audit finds nothing in a ledger whose exchanges were made by the rules, and every single thing that is broken in it. */
import { applyChange, spending, type PurseChange } from '../../src/domain/points/purse'
import { returning } from '../../src/domain/points/returning'
import { businessDayOf } from '../../src/domain/time/business-day'
import { entryIdOf, type EntryDocument } from '../../src/server/store/entries'
import { returnOf, type ExchangeDocument } from '../../src/server/store/exchanges'
import { auditLedger } from '../../tools/audit/audit'
import { smallLedger, type Open, type OpenLedger } from './small-ledger'

const NOW = Date.parse('2026-03-01T10:00:00+08:00')
const TODAY = businessDayOf(NOW)
const STOCK = 'stock:reward:tea:0'

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)
const at = <Item>(items: Item[] | undefined, place: number): Item => {
  const item = items?.[place]
  if (item === undefined) throw new Error(`nothing at ${place}`)
  return item
}

const REWARD = {
  ...{ rewardId: 'tea', name: 'tea', advice: '', storeId: null, storeName: 's', picture: 'tea' },
  ...{ gives: { kind: 'thing' as const }, holdDays: 14 },
}

/** Two for 100 points of a stock of five: the first is held and was paid for, the second was cancelled. */
function ledgerOfTwo(): OpenLedger {
  const ledger = smallLedger()
  const member = at(ledger.members, 0)
  const book = (cause: string, change: PurseChange, rule: EntryDocument['rule'], corrects: string | null) => {
    member.account.purse = applyChange(member.account.purse, change) as never
    ledger.entries.push({
      ...{ _id: entryIdOf(cause), memberId: 'm1', at: NOW, day: TODAY, rule, programmeVersion: 1 },
      ...{ change, cause, earning: null, corrects },
    } as never)
  }
  const take = (id: string): ExchangeDocument => {
    const change = spending(member.account.purse, 100, TODAY)
    if (!change) throw new Error('too few points')
    book(id, change, 'reward.exchanged', null)
    return {
      ...{ _id: id, memberId: 'm1', number: id, at: NOW, day: TODAY, since: NOW, reward: REWARD },
      ...{ points: 100, priceFen: 0, programmeVersion: 1, state: 'held', way: 'pickup', holdUntil: TODAY },
      ...{ taken: change.lots, stockId: STOCK, address: null, sent: null, handed: null, payment: null },
      ...{ couponId: null, backOn: null, inputHash: '', answer: null },
    }
  }
  const [held, cancelled] = [take('exchange:m1:1'), take('exchange:m1:2')]
  const back = returning(member.account.purse, cancelled.taken, TODAY)
  book(returnOf(cancelled._id), back, 'reward.returned', entryIdOf(cancelled._id))
  ledger.exchanges = [
    { ...held, priceFen: 990, payment: { state: 'paid', nextTryAt: null } },
    { ...cancelled, state: 'cancelled', backOn: TODAY },
  ] as Open<ExchangeDocument>[]
  ledger.stocks = [{ _id: STOCK, of: 'reward:tea', total: 5, taken: 1 }]
  Object.assign(member, { exchanged: { tea: 1 } })
  return ledger
}

const held = (ledger: OpenLedger) => at(ledger.exchanges, 0)
const cancelled = (ledger: OpenLedger) => at(ledger.exchanges, 1)
const stock = (ledger: OpenLedger) => at(ledger.stocks, 0)
const entryOf = (ledger: OpenLedger, cause: string) =>
  at(
    ledger.entries.filter((entry) => entry.cause === cause),
    0,
  )
const without = (ledger: OpenLedger, cause: string) => {
  ledger.entries = ledger.entries.filter((entry) => entry.cause !== cause)
}

test('a ledger with one that is held and one that came back has no violation', () => {
  expect(rulesOf(ledgerOfTwo())).toEqual([])
})

const broken: [string, string, (ledger: OpenLedger) => void][] = [
  ['points that no entry spends', 'exchange.entry', (l) => without(l, held(l)._id)],
  ['more points than the entry spends', 'exchange.entry', (l) => (held(l).points = 101)],
  ['other lots than the entry takes', 'exchange.lots', (l) => (held(l).taken = [])],
  ['points that came back unsaid', 'exchange.returned', (l) => (cancelled(l).backOn = null)],
  ['points that are said to be back', 'exchange.returned', (l) => without(l, returnOf(cancelled(l)._id))],
  [
    'less points back than were taken',
    'exchange.returned',
    (l) => (entryOf(l, returnOf(cancelled(l)._id)).change.points = 99),
  ],
  [
    'points back by an entry that corrects another',
    'exchange.returned',
    (l) => (entryOf(l, returnOf(cancelled(l)._id)).corrects = entryIdOf(held(l)._id)),
  ],
  ['a held one whose points came back', 'exchange.returned', (l) => (cancelled(l).state = 'held')],
  ['an ended one whose points did not', 'exchange.returned', (l) => (held(l).state = 'expired')],
  ['a price and no payment', 'exchange.money', (l) => (held(l).payment = null)],
  [
    'a held one that was not paid',
    'exchange.money',
    (l) => (held(l).payment = { state: 'waiting', nextTryAt: null }),
  ],
  ['money of an ended one that stays', 'exchange.money', (l) => (held(l).state = 'cancelled')],
  [
    'money back of one that is held',
    'exchange.money',
    (l) => (held(l).payment = { state: 'back', nextTryAt: null }),
  ],
  ['an exchange of nobody', 'orphan.member', (l) => (held(l).memberId = 'm2')],
  ['a stock that gave more than it had', 'stock.bounds', (l) => (stock(l).total = 0)],
  ['a stock that gave less than nothing', 'stock.bounds', (l) => (stock(l).taken = -1)],
  ['a piece that is missing from the stock', 'stock.taken', (l) => (stock(l).taken = 2)],
  ['a piece that is twice in the stock', 'stock.taken', (l) => (stock(l).taken = 0)],
  [
    'a stock of coupons that nobody claimed',
    'stock.taken',
    (l) => l.stocks?.push({ _id: 'stock:ten:0', of: 'ten', total: 5, taken: 1 }),
  ],
  [
    'more counted than there are',
    'exchange.count',
    (l) => Object.assign(at(l.members, 0), { exchanged: { tea: 2 } }),
  ],
  [
    'an address of a closed account',
    'exchange.person',
    (l) => {
      Object.assign(at(l.members, 0), { card: { state: 'closed', since: NOW } })
      held(l).address = { name: 'n', phone: 'p', text: 't' }
    },
  ],
]

test.each(broken)('%s is reported as %s', (_, rule, damage) => {
  const ledger = ledgerOfTwo()
  damage(ledger)
  expect(rulesOf(ledger)).toContain(rule)
})
