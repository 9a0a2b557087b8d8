/** Two accounts of one person become one: nothing is lost, nothing is gained, and old purchases still come back. */
import fc from 'fast-check'
import { mergeAccounts, MOST_ARRIVALS } from '../../src/domain/members/merge'
import { applyChange, pendingPoints, purseOn, spendable, type Purse } from '../../src/domain/points/purse'
import { rankOf } from '../../src/domain/programme/programme'
import { bookRefund } from '../../src/domain/refunds/refund'
import { sumOf } from '../../src/domain/tiers/spend-by-day'
import { afterTermReview } from '../../src/domain/tiers/standing'
import { addDays } from '../../src/domain/time/business-day'
import { beginning, beginningOfWaiting, everythingBack, played, type History } from './history'
import { allOf, buys, day, goods, holderOf, mall, newcomer, noonOf, purseOf, returns, yuan } from './mall'
import { longHistory } from './random-steps'

/** Points that can be spent at once, or that wait. */
const start = fc.constantFrom(beginning, beginningOfWaiting)
const often = { numRuns: 200 }
const laterOf = (a: History, b: History) => (a.today > b.today ? a.today : b.today)
const worth = (purse: Purse, today: History['today']): number =>
  spendable(purse, today) + pendingPoints(purse, today) - purseOn(purse, today).debt
const goneOf = ({ spent, expired, returned = 0 }: Purse): number => spent + expired - returned
const TODAY = day('2026-06-01')

describe('two random histories that become one', () => {
  test('can spend what both could, owe what both owed, and have bought what both bought', () => {
    fc.assert(
      fc.property(start, longHistory, longHistory, (begun, one, other) => {
        const [from, into] = [played(one, begun), played(other, begun)]
        const today = laterOf(from, into)
        const merged = mergeAccounts(from.account, into.account, mall, today)
        expect(worth(merged.into.purse, today)).toBe(
          worth(from.account.purse, today) + worth(into.account.purse, today),
        )
        expect(merged.from.purse).toMatchObject({ lots: [], debt: 0 })
        if (purseOn(merged.into.purse, today).debt > 0) expect(spendable(merged.into.purse, today)).toBe(0)
        expect(merged.leaving.reduce(applyChange, from.account.purse)).toEqual(merged.from.purse)
        expect(merged.arriving.reduce(applyChange, into.account.purse)).toEqual(merged.into.purse)
        const recent = (each: string): boolean => each > addDays(today, -360)
        expect(sumOf(merged.into.spendByDay, recent)).toBe(
          sumOf(from.account.spendByDay, recent) + sumOf(into.account.spendByDay, recent),
        )
      }),
      often,
    )
  })

  test('hold no lower tier than either held', () => {
    fc.assert(
      fc.property(start, longHistory, longHistory, (begun, one, other) => {
        const [from, into] = [played(one, begun), played(other, begun)]
        const today = laterOf(from, into)
        const held = [from, into].map(({ account: { standing, spendByDay } }) =>
          rankOf(mall, afterTermReview(mall, standing, spendByDay, today).tierId),
        )
        const { standing } = mergeAccounts(from.account, into.account, mall, today).into
        expect(rankOf(mall, standing.tierId)).toBeGreaterThanOrEqual(Math.max(...held))
      }),
      often,
    )
  })

  test('bring everything back and keep nothing of it', () => {
    fc.assert(
      fc.property(start, longHistory, longHistory, fc.boolean(), (begun, one, other, newestFirst) => {
        const [from, into] = [played(one, begun), played(other, begun)]
        const today = laterOf(from, into)
        const merged = mergeAccounts(from.account, into.account, mall, today)
        const both: History = {
          ...begun,
          today,
          account: merged.into,
          purchases: [...from.purchases, ...into.purchases],
        }
        const { purse, spendByDay } = everythingBack(both, newestFirst).account
        const gone = goneOf(purse) + goneOf(merged.from.purse)
        const left = [...purse.lots, ...(purse.pending ?? [])].reduce((sum, lot) => sum + lot.left, 0)
        expect(left - purse.debt + gone).toBe(0)
        expect(spendByDay).toEqual({})
      }),
      often,
    )
  })
})

describe('points', () => {
  test('keep their day and their kind, an entry for each lot; what is past its day expires where it is', () => {
    const from = {
      ...newcomer(),
      purse: purseOf(
        ['purchase', '2026-05-31', 5],
        ['purchase', '2026-06-01', 10],
        ['event', '2027-01-01', 20],
      ),
    }
    const merged = mergeAccounts(from, newcomer(), mall, TODAY)
    expect(merged.leaving.map(({ kind, points }) => [kind, points])).toEqual([
      ['expired', 5],
      ['reversed', 30],
    ])
    expect(merged.arriving.map(({ lots }) => lots)).toEqual([
      [{ kind: 'purchase', expiresOn: '2026-06-01', points: 10 }],
      [{ kind: 'event', expiresOn: '2027-01-01', points: 20 }],
    ])
  })

  test('repay a debt on either side', () => {
    const rich = { ...newcomer(), purse: purseOf(['purchase', '2027-01-01', 100]) }
    const owing = { ...newcomer(), purse: { ...purseOf(), reversed: 30, debt: 30 } }
    for (const [from, into] of [
      [rich, owing],
      [owing, rich],
    ] as const)
      expect(mergeAccounts(from, into, mall, TODAY).into.purse).toMatchObject({
        debt: 0,
        lots: [{ expiresOn: '2027-01-01', left: 70 }],
      })
  })

  test('of a lot a day for a year arrive in a few entries, none lost', () => {
    const lots = Array.from(
      { length: 365 },
      (_, n) => ['purchase', addDays(TODAY, n), n + 1] as ['purchase', string, number],
    )
    const { arriving, into } = mergeAccounts(
      { ...newcomer(), purse: purseOf(...lots) },
      newcomer(),
      mall,
      TODAY,
    )
    expect(arriving.length).toBeLessThanOrEqual(MOST_ARRIVALS)
    expect(into.purse.lots).toHaveLength(365)
    expect(spendable(into.purse, TODAY)).toBe((365 * 366) / 2)
  })
})

describe('the tier', () => {
  const bought = (paid: string, on: string) => buys(newcomer(), [goods(paid)], on)

  test('is what the spend of both has paid for, since the day on which it would have been reached', () => {
    const into = bought('30000', '2026-02-10').account
    const from = bought('25000', '2026-03-20').account
    expect(mergeAccounts(from, into, mall, TODAY).into.standing).toMatchObject({
      tierId: 'gold',
      since: '2026-03-20',
      termEndsOn: '2027-03-20',
    })
  })

  test('goes back when the purchase that reached it comes back, and stays when another one does', () => {
    const into = bought('30000', '2026-02-10').account
    const late = bought('25000', '2026-05-30')
    const merged = mergeAccounts(late.account, into, mall, TODAY).into
    expect(merged.standing.tierId).toBe('gold')
    const back = returns(merged, late.purchase, allOf(late.purchase), '2026-06-02')
    expect(back.account.standing.tierId).toBe('silver')
    const more = buys(merged, [goods('100')], '2026-06-01')
    const kept = returns(more.account, more.purchase, allOf(more.purchase), '2026-06-02')
    expect(kept.account.standing.tierId).toBe('gold')
  })

  test('that lasts longer on one side stays, and what the other paid for stands behind it', () => {
    const from = bought('51000', '2026-02-10').account
    const own = bought('51000', '2026-05-30')
    const merged = mergeAccounts(from, { ...own.account }, mall, TODAY).into
    // ¥102,000 of both reach the next tier on the later day.
    expect(merged.standing).toMatchObject({ tierId: 'platinum', since: '2026-05-30' })
    const back = returns(merged, own.purchase, allOf(own.purchase), '2026-06-02')
    expect(back.account.standing).toMatchObject({ tierId: 'gold', since: '2026-02-10' })
  })

  test('that was renewed long ago and that nobody has looked at since stays', () => {
    const early = buys(newcomer('2026-01-31'), [goods('10000')], '2026-01-31')
    const renewing = buys(early.account, [goods('10000')], '2026-02-01')
    const { into } = mergeAccounts(renewing.account, newcomer('2026-01-31'), mall, day('2027-07-30'))
    expect(into.standing).toMatchObject({ tierId: 'silver', since: '2027-01-31' })
  })

  test('that was given by nothing that is remembered is kept', () => {
    const merged = mergeAccounts(newcomer(), holderOf('diamond'), mall, TODAY)
    expect(merged.into.standing.tierId).toBe('diamond')
    expect(mergeAccounts(holderOf('diamond'), newcomer(), mall, TODAY).into.standing.tierId).toBe('diamond')
  })
})

test('a day on which both bought is one day; an old purchase is refunded from the account that took it over', () => {
  const from = buys(newcomer(), [goods('100')], '2026-05-01')
  const into = buys(buys(newcomer(), [goods('50')], '2026-05-01').account, [goods('50')], '2026-05-20')
  const merged = mergeAccounts(from.account, into.account, mall, TODAY).into
  expect(merged.visits).toEqual({ count: 2, lastDay: '2026-05-20', dayBefore: '2026-05-01' })
  expect(merged.spendByDay).toEqual({ '2026-05-01': yuan('150'), '2026-05-20': yuan('50') })
  const booked = bookRefund(merged, from.purchase, allOf(from.purchase), mall, noonOf('2026-06-01'))
  if ('refused' in booked) throw new Error(booked.refused)
  expect(booked.account.purse).toMatchObject({ debt: 0, lots: [{ left: 50 }, { left: 50 }] })
})
