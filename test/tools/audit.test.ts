/** An audit finds nothing in a ledger that the rules made, and every single thing that is broken in it. */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { auditLedger } from '../../tools/audit/audit'
import { standingOf } from '../domain/mall'
import { smallLedger, type OpenLedger } from './small-ledger'

const rulesOf = (ledger: OpenLedger): string[] => auditLedger(ledger as never).map(({ rule }) => rule)

const at = <Item>(items: Item[], place: number): Item => {
  const item = items[place]
  if (item === undefined) throw new Error(`nothing at ${place}`)
  return item
}
const member = (ledger: OpenLedger) => at(ledger.members, 0)
const purse = (ledger: OpenLedger) => member(ledger).account.purse
const spend = (ledger: OpenLedger) => member(ledger).account.spendByDay as Record<string, number>
const TELLS_WRONG = { storeName: '店', amountFen: 1, receipt: null, reason: null }
const WAITS = { activatesOn: '2026-12-01' as never, expiresOn: '2027-01-05' as never }
const GIVES = standingOf('gold', '2026-03-01')
const GIVEN = {
  ...{ _id: 'grant:1', memberId: 'm1', cardNumber: '80000001', tierId: 'gold', kind: 'once' as const },
  ...{
    until: GIVES.termEndsOn,
    reason: '老会员迁入',
    state: 'given' as const,
    at: 1,
    by: 'o-1',
    byName: '经理',
  },
  ...{ needsSecond: false, approvedBy: null as string | null, decidedAt: 1 },
}
const GRANT = { id: 'grant:1', kind: 'once' as const, until: GIVEN.until, gives: GIVES }
const GIVEN_LINE = {
  ...{ day: GIVES.since, from: 'basic', to: 'gold', because: 'grant' as const, cause: 'grant:1' },
  ...{ storeName: null },
}
const fenOf = (amount: number) => amount as never

test('a ledger that the rules made has no violation', () => {
  expect(auditLedger(smallLedger() as never)).toEqual([])
})

/** The member of the ledger went over to another account, which has nothing yet. */
const gone = (ledger: OpenLedger): void => {
  const from = member(ledger)
  ledger.members.push({ ...structuredClone(from), _id: 'm9', openid: 'o9', cardNumber: '9', phoneHash: 'h9' })
  from.merged = { into: 'm9', at: 0 }
}

test('a ledger with a tier that was given by the rules has none either', () => {
  const ledger = smallLedger()
  ledger.grants.push({ ...GIVEN, needsSecond: true, approvedBy: 'o-2' })
  member(ledger).account.grant = GRANT
  member(ledger).tierLog = [GIVEN_LINE]
  expect(rulesOf(ledger)).toEqual([])
})

/** The mall also counts visits: gold for so many. */
const countingVisits = (ledger: OpenLedger, thresholdVisits: number): void => {
  const ladder = MALL_PROGRAMME.ladder.map((tier) =>
    tier.id === 'gold' ? { ...tier, thresholdVisits } : tier,
  )
  const measures = { rule: 'any', visits: true } as const
  ledger.programmes.push({ ...structuredClone(MALL_PROGRAMME), version: 2, ladder, measures } as never)
  member(ledger).account.standing = standingOf('gold', '2026-03-01')
}

test('a tier that was reached by visits alone has a violation only where visits do not lead that far', () => {
  const days = new Set(smallLedger().purchases.map(({ day }) => day)).size
  const [reached, short, spendAlone] = [smallLedger(), smallLedger(), smallLedger()]
  countingVisits(reached, days)
  countingVisits(short, days + 1)
  member(spendAlone).account.standing = standingOf('gold', '2026-03-01')
  expect([reached, short, spendAlone].map(rulesOf)).toEqual([[], ['account.tier'], ['account.tier']])
})

test('a tier that older activity may have brought is not judged, one of activity that is still known is', () => {
  const judged = (activityByDay: Record<string, number>, since: string): string[] => {
    const ledger = smallLedger()
    const measures = { rule: 'weighted', weights: { spendYuan: 1, visit: 0, activity: 2_000 } } as const
    ledger.programmes.push({ ...structuredClone(MALL_PROGRAMME), version: 2, measures } as never)
    Object.assign(member(ledger).account, { activityByDay, standing: standingOf('gold', since) })
    return rulesOf(ledger)
  }
  expect(judged({ '2026-03-01': 30 }, '2026-03-01')).toEqual([])
  expect(judged({ '2026-03-01': 1 }, '2026-03-01')).toEqual(['account.tier'])
  expect(judged({ '2027-03-01': 1 }, '2026-03-01')).toEqual([])
})

const broken: [title: string, rule: string, damage: (ledger: OpenLedger) => void][] = [
  ['points out of nowhere', 'purse.identity', (l) => (purse(l).earned += 1)],
  [
    'points that no entry knows',
    'purse.replay',
    (l) => void ((purse(l).earned += 1), (at(purse(l).lots, 0).left += 1)),
  ],
  ['a counter below zero', 'purse.counter', (l) => (purse(l).spent = -1)],
  ['a debt beside points', 'purse.debt', (l) => (purse(l).debt = 5)],
  [
    'an empty lot',
    'purse.lots',
    (l) => void purse(l).lots.push({ kind: 'birthday', expiresOn: '2030-01-01' as never, left: 0 }),
  ],
  ['an account that went over and kept its points', 'merged.left-behind', gone],
  ['an account that does not know who went over to it', 'merged.absorbed', gone],
  ['a purchase of an account that is gone', 'merged.purchase', gone],
  ['lots out of order', 'purse.lots', (l) => void purse(l).lots.reverse()],
  ['a lot of no known kind', 'purse.lots', (l) => (at(purse(l).lots, 0).kind = 'gift' as never)],
  ['an entry that tells of another price', 'entry.about', (l) => (at(l.entries, 0).about = TELLS_WRONG)],
  [
    'an entry that tells of another refund',
    'entry.about',
    (l) => void l.entries.filter(({ corrects }) => corrects).forEach((each) => (each.about = TELLS_WRONG)),
  ],
  [
    'points that wait, of which no entry knows',
    'purse.replay',
    (l) => (purse(l).pending = [{ kind: 'purchase', ...WAITS, left: 5 }]),
  ],
  [
    'an empty part that waits',
    'purse.pending',
    (l) => (purse(l).pending = [{ kind: 'purchase', ...WAITS, left: 0 }]),
  ],
  [
    'points that became a lot before their day',
    'purse.early',
    (l) => (at(l.entries, 1).change.activated = [{ kind: 'purchase', ...WAITS, left: 5 }]),
  ],
  [
    'a tier given by nobody',
    'grant.record',
    (l) => (member(l).account.grant = { id: 'grant:1', kind: 'once', until: GIVEN.until, gives: GIVES }),
  ],
  [
    'a tier given for longer than recorded',
    'grant.record',
    (l) =>
      void (l.grants.push(GIVEN), (member(l).account.grant = { ...GRANT, until: '2030-01-01' as never })),
  ],
  [
    'a higher tier given than recorded',
    'grant.tier',
    (l) => void (l.grants.push({ ...GIVEN, tierId: 'silver' }), (member(l).account.grant = GRANT)),
  ],
  [
    'a tier given above the limit by one person',
    'grant.second',
    (l) => void l.grants.push({ ...GIVEN, needsSecond: true, approvedBy: GIVEN.by }),
  ],
  [
    'a line about a grant that is not there',
    'grant.log',
    (l) => (member(l).tierLog = [{ ...GIVEN_LINE, cause: 'grant:9' }]),
  ],
  ['a lost entry', 'purse.replay', (l) => void l.entries.splice(0, 1)],
  ['an entry that does not add up', 'purse.replay', (l) => (at(l.entries, 1).change.points += 1)],
  ['a purchase without its entry', 'purchase.entry', (l) => void l.entries.splice(1, 1)],
  ['an entry of other points', 'purchase.entry', (l) => (at(l.entries, 0).change.points += 1)],
  ['an entry of another member', 'orphan.member', (l) => (at(l.entries, 0).memberId = 'm2')],
  ['a purchase that names other lots', 'purchase.filled', (l) => void (at(l.purchases, 0).filled = [])],
  ['points that the base does not give', 'purchase.points', (l) => (at(l.purchases, 0).earning.base += 100)],
  ['a rate that the tier does not have', 'purchase.rate', (l) => (at(l.purchases, 2).tierId = 'diamond')],
  [
    'a purchase that paid more than its lines',
    'purchase.paid',
    (l) => (at(l.purchases, 0).paidFen = fenOf(1)),
  ],
  ['a price that was not paid', 'purchase.price', (l) => (at(l.purchases, 0).priceFen = fenOf(1))],
  [
    'qualifying spend of no goods',
    'purchase.qualifying',
    (l) => (at(at(l.purchases, 0).lines, 0).kind = 'freight'),
  ],
  [
    'a refund that the purchase forgot',
    'purchase.refunded',
    (l) => (at(l.purchases, 2).refundedFen = fenOf(0)),
  ],
  [
    'tier credit that the purchase kept',
    'purchase.refunded-qualifying',
    (l) => (at(l.purchases, 2).refundedQualifyingFen = fenOf(0)),
  ],
  ['points that the purchase kept', 'purchase.taken-back', (l) => (at(l.purchases, 2).pointsTakenBack -= 1)],
  [
    'points taken back beyond the share',
    'purchase.take-back-share',
    (l) => (at(l.purchases, 2).pointsTakenBack += 1),
  ],
  [
    'a line that forgot what came back',
    'line.refunded',
    (l) => (at(at(l.purchases, 2).lines, 0).refundedQuantity = 1),
  ],
  [
    'more back than was bought',
    'line.more-than-bought',
    (l) => (at(at(l.purchases, 2).lines, 0).refundedQuantity = 11),
  ],
  [
    'money for a line beyond its share',
    'line.refund-money',
    (l) => (at(at(l.refunds, 0).quote.lines, 0).refundFen = fenOf(1)),
  ],
  ['a refund whose lines sum otherwise', 'refund.sum', (l) => (at(l.refunds, 0).quote.refundFen = fenOf(1))],
  ['a refund of another store', 'refund.whose', (l) => (at(l.refunds, 0).storeId = 's2')],
  ['a refund without its entry', 'refund.entry', (l) => void l.entries.pop()],
  ['a refund that hides a debt', 'refund.entry', (l) => (at(l.refunds, 0).debtAdded = 7)],
  ['an entry that corrects another', 'refund.corrects', (l) => (at(l.entries, 4).corrects = 'entry:other')],
  ['a refund of nothing', 'orphan.refund', (l) => (at(l.refunds, 0).purchaseId = 'purchase:till:9')],
  ['an entry without a cause', 'orphan.entry', (l) => (at(l.entries, 0).cause = 'purchase:till:9')],
  ['a purchase of nobody', 'orphan.member', (l) => (at(l.purchases, 0).memberId = 'm2')],
  ['a day of spend too much', 'account.spend', (l) => (spend(l)['2026-01-06'] = 100)],
  ['a day of spend too little', 'account.spend', (l) => void delete spend(l)['2026-01-05']],
  ['more visits than purchases', 'account.visits', (l) => (member(l).account.visits.count = 4)],
  ['fewer visits than days', 'account.visits', (l) => (member(l).account.visits.count = 2)],
  [
    'a last visit without a purchase',
    'account.visits',
    (l) => (member(l).account.visits.lastDay = '2026-03-01' as never),
  ],
  ['half an activity', 'account.activity', (l) => (member(l).account.activityByDay = { '2026-01-05': 0.5 })],
  ['an activity of no day', 'account.activity', (l) => (member(l).account.activityByDay = { lately: 1 })],
  ['a tier that was never reached', 'account.tier', (l) => (member(l).account.standing.tierId = 'gold')],
  ['a tier that does not exist', 'account.tier', (l) => (member(l).account.standing.tierId = 'copper')],
  [
    'a term of another length',
    'account.term',
    (l) => (member(l).account.standing.termEndsOn = '2036-01-01' as never),
  ],
  [
    'recent activity that never was',
    'member.recent',
    (l) => void member(l).recent.push({ id: 'purchase:till:9' } as never),
  ],
  [
    'a handing over that never was',
    'member.recent',
    (l) => void member(l).recent.push({ kind: 'exchange', id: 'handed:exchange:m:1' } as never),
  ],
  [
    'two accounts of one phone',
    'member.unique',
    (l) => void l.members.push({ ...structuredClone(member(l)), _id: 'm2', openid: 'o', cardNumber: '1' }),
  ],
  [
    'two accounts of one openid',
    'member.unique',
    (l) => void l.members.push({ ...structuredClone(member(l)), _id: 'm2', phoneHash: 'h', cardNumber: '1' }),
  ],
  [
    'two accounts of one card',
    'member.unique',
    (l) => void l.members.push({ ...structuredClone(member(l)), _id: 'm2', phoneHash: 'h', openid: 'o' }),
  ],
  [
    'a document that cannot be read',
    'document.unreadable',
    (l) => void delete (at(l.purchases, 0) as Partial<OpenLedger['purchases'][number]>).lines,
  ],
]

test.each(broken)('%s is reported as %s', (_, rule, damage) => {
  const ledger = smallLedger()
  damage(ledger)
  expect(rulesOf(ledger)).toContain(rule)
})

test('a violation names the documents that it is about', () => {
  const ledger = smallLedger()
  at(ledger.purchases, 2).pointsTakenBack += 1
  const [violation] = auditLedger(ledger)
  expect(violation).toMatchObject({
    ids: ['purchase:till:3'],
    text: expect.stringMatching(/^says \d+, its refunds come to \d+$/) as unknown,
  })
})
