/** The log of a member's tiers: what moved them, in the order in which it was booked. */
import { termReview } from '../../src/domain/tiers/standing'
import {
  reviewedTierLog,
  TIER_CHANGES_KEPT,
  tierLogAfter,
  type TierChange,
} from '../../src/domain/tiers/tier-log'
import { buys, day, goods, holderOf, mall, newcomer, returns } from './mall'

const by = (because: 'purchase' | 'refund', cause: string) => ({ because, cause, storeName: '山岚咖啡' })
const short = ({ day: on, from, to, because, cause }: TierChange): unknown[] => [on, from, to, because, cause]

test('a purchase that upgrades is a line with its cause; one that does not is none', () => {
  const account = newcomer('2026-01-01')
  const first = buys(account, [goods('52000')], '2026-03-01')
  const log = tierLogAfter({ account }, first.account, mall, day('2026-03-01'), by('purchase', 'p1'))
  expect(log).toEqual([
    {
      day: '2026-03-01',
      from: 'basic',
      to: 'gold',
      because: 'purchase',
      cause: 'p1',
      storeName: '山岚咖啡',
    },
  ])
  const before = { account: first.account, tierLog: log }
  const second = buys(first.account, [goods('100')], '2026-03-02')
  expect(tierLogAfter(before, second.account, mall, day('2026-03-02'), by('purchase', 'p2'))).toBe(log)
})

test('a refund that takes the upgrade back is one more line; the upgrade stays written', () => {
  // ¥52,000 brings gold; ¥30,000 of it come back three days later: ¥22,000 are silver.
  const account = newcomer('2026-01-01')
  const bought = buys(account, [goods('22000'), goods('30000')], '2026-03-01')
  const tierLog = tierLogAfter({ account }, bought.account, mall, day('2026-03-01'), by('purchase', 'p1'))
  const back = returns(bought.account, bought.purchase, [{ line: 1, quantity: 1 }], '2026-03-04')
  const log = tierLogAfter(
    { account: bought.account, tierLog },
    back.account,
    mall,
    day('2026-03-04'),
    by('refund', 'r1'),
  )
  expect(log.map(short)).toEqual([
    ['2026-03-04', 'gold', 'silver', 'refund', 'r1'],
    ['2026-03-01', 'basic', 'gold', 'purchase', 'p1'],
  ])
})

test('every term that ended unseen is a line of its own, on its own day, before the purchase that came after', () => {
  // Gold since 2026-01-01, nothing spent: the term ends 2027-01-01, grace 30 days → silver from 2027-01-31;
  // that term ends 2028-01-31, grace to 2028-03-01 (2028 has a 29 February) → basic.
  const account = holderOf('gold', '2026-01-01')
  expect(
    termReview(mall, account.standing, {}, day('2028-06-01')).map(({ tierId, since }) => [tierId, since]),
  ).toEqual([
    ['gold', '2026-01-01'],
    ['silver', '2027-01-31'],
    ['basic', '2028-03-01'],
  ])
  const bought = buys(account, [goods('10000')], '2028-06-01')
  const log = tierLogAfter({ account }, bought.account, mall, day('2028-06-01'), by('purchase', 'p1'))
  expect(log.map(short)).toEqual([
    ['2028-06-01', 'basic', 'silver', 'purchase', 'p1'],
    ['2028-03-01', 'silver', 'basic', 'term', null],
    ['2028-01-31', 'silver', 'silver', 'grace', null],
    ['2027-01-31', 'gold', 'silver', 'term', null],
    ['2027-01-01', 'gold', 'gold', 'grace', null],
  ])
})

test('a tier renewed at the end of its term is a line, the lowest one kept for nothing is none', () => {
  const spent = { ...holderOf('silver', '2026-01-01'), spendByDay: { '2026-06-01': 1_000_000 } } as never
  expect(reviewedTierLog({ account: spent }, mall, day('2027-01-02')).map(short)).toEqual([
    ['2027-01-01', 'silver', 'silver', 'term', null],
  ])
  expect(reviewedTierLog({ account: newcomer('2020-01-01') }, mall, day('2026-01-02'))).toEqual([])
})

test('a purchase in grace that reaches the own threshold is a renewal with its cause', () => {
  const account = holderOf('silver', '2026-01-01')
  const bought = buys(account, [goods('10000')], '2027-01-10')
  const log = tierLogAfter({ account }, bought.account, mall, day('2027-01-10'), by('purchase', 'p1'))
  expect(log.map(short)).toEqual([
    ['2027-01-10', 'silver', 'silver', 'purchase', 'p1'],
    ['2027-01-01', 'silver', 'silver', 'grace', null],
  ])
})

test('the log forgets its oldest lines', () => {
  const line: TierChange = { day: day('2026-01-01'), from: 'basic', to: 'silver', ...by('purchase', 'old') }
  const account = newcomer('2026-01-01')
  const bought = buys(account, [goods('10000')], '2026-03-01')
  const log = tierLogAfter(
    { account, tierLog: Array<TierChange>(TIER_CHANGES_KEPT).fill(line) },
    bought.account,
    mall,
    day('2026-03-01'),
    by('purchase', 'new'),
  )
  expect(log).toHaveLength(TIER_CHANGES_KEPT)
  expect(log[0]?.cause).toBe('new')
})
