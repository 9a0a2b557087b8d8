/** A tier stays with what was kept: refunds inside the return window undo what their purchase brought, in any combination. */
import { afterTermReview } from '../../src/domain/tiers/standing'
import { allOf, buys, day, goods, holderOf, mall, newcomer, pieces, returns } from './mall'

test.each([
  ['on the seventh day the upgrade goes back', '2026-03-08', 'basic'],
  ['on the eighth day the tier stays and only the spend is lower', '2026-03-09', 'gold'],
])('all of an upgrading purchase brought back: %s', (_, on, tier) => {
  const bought = buys(newcomer(), [goods('52000')], '2026-03-01')
  const refund = returns(bought.account, bought.purchase, allOf(bought.purchase), on)
  expect(refund.account.standing.tierId).toBe(tier)
  expect(refund.account.spendByDay).toEqual({})
})

test('a part that the tier does not need leaves the standing as it was', () => {
  const bought = buys(newcomer(), [goods('50000'), goods('2000')], '2026-03-01')
  const refund = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-03')
  expect(refund.account.standing).toEqual(bought.account.standing)
})

test('never below the tier held before the purchase, with its old term', () => {
  const before = holderOf('silver', '2025-12-01')
  const bought = buys(before, [goods('100000')], '2026-03-01')
  const refund = returns(bought.account, bought.purchase, allOf(bought.purchase), '2026-03-02')
  expect(bought.account.standing.tierId).toBe('platinum')
  expect(refund.account.standing).toEqual(before.standing)
})

test('a refund that crosses one of two levels leaves the level between, from the day of the purchase', () => {
  const bought = buys(newcomer(), [goods('60000'), goods('45000')], '2026-03-01')
  const refund = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-04')
  expect(refund.account.standing).toMatchObject({ tierId: 'gold', since: '2026-03-01' })
})

test('spend that left the window between purchase and refund is still counted for the day of the purchase', () => {
  const early = buys(newcomer('2025-01-01'), [goods('9000')], '2025-03-02')
  const bought = buys(early.account, [goods('1000'), goods('500')], '2026-03-01')
  expect(bought.account.standing.tierId).toBe('silver')
  const refund = returns(bought.account, bought.purchase, [pieces(1)], '2026-03-04')
  expect(refund.account.standing).toMatchObject({ tierId: 'silver', since: '2026-03-01' })
})

describe('two upgrades in one return window', () => {
  const first = buys(newcomer(), [goods('50000')], '2026-03-01')
  const second = buys(first.account, [goods('50000')], '2026-03-03')

  test('the first brought back: the further one is re-evaluated with what is left', () => {
    const refund = returns(second.account, first.purchase, allOf(first.purchase), '2026-03-04')
    expect(refund.account.standing).toMatchObject({ tierId: 'gold', since: '2026-03-03' })
  })

  test('the second brought back: what the first earned stays as it was', () => {
    const refund = returns(second.account, second.purchase, allOf(second.purchase), '2026-03-04')
    expect(refund.account.standing).toEqual(first.account.standing)
  })

  test.each([
    ['first, then second', [first.purchase, second.purchase]],
    ['second, then first', [second.purchase, first.purchase]],
  ])('both brought back, %s, leave no tier behind', (_, purchases) => {
    const account = purchases.reduce(
      (held, purchase) => returns(held, purchase, allOf(purchase), '2026-03-04').account,
      second.account,
    )
    expect(account.standing).toEqual(newcomer().standing)
  })
})

test('a large purchase that stopped short of the tier and a small one that reached it: the large one brought back takes the tier', () => {
  const large = buys(newcomer(), [goods('49900')], '2026-03-01')
  const small = buys(large.account, [goods('200')], '2026-03-02')
  expect(small.account.standing.tierId).toBe('gold')
  const refund = returns(small.account, large.purchase, allOf(large.purchase), '2026-03-03')
  expect(refund.account.standing).toEqual(newcomer().standing)
})

test('a renewal in the grace period goes back to the grace period when its purchase is brought back', () => {
  const held = holderOf('gold', '2025-06-15')
  const grace = { ...held, standing: afterTermReview(mall, held.standing, {}, day('2026-06-20')) }
  const bought = buys(grace, [goods('50000')], '2026-07-10')
  expect(bought.account.standing).toMatchObject({ since: '2026-07-10', graceEndsOn: null })
  const refund = returns(bought.account, bought.purchase, allOf(bought.purchase), '2026-07-12')
  expect(refund.account.standing).toEqual(grace.standing)
})

test('a renewal at the term end by a purchase of its last days goes back when the purchase is brought back', () => {
  const held = holderOf('gold', '2025-06-15')
  const bought = buys(held, [goods('50000')], '2026-06-14')
  const standing = afterTermReview(
    mall,
    bought.account.standing,
    bought.account.spendByDay,
    day('2026-06-16'),
  )
  expect(standing).toMatchObject({ tierId: 'gold', since: '2026-06-15' })
  const renewed = { ...bought.account, standing }
  const refund = returns(renewed, bought.purchase, allOf(bought.purchase), '2026-06-18')
  expect(refund.account.standing).toEqual({ ...held.standing, graceEndsOn: '2026-07-15' })
})
